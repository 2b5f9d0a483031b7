/** TCP stays TCP and UDP stays UDP, and each stays with its port. */
import {type Asked, defineCheck, type Report} from '../check.ts'
import {replaceSpaced} from '../read/script.ts'
import {isTransport} from '../read/wire.ts'
import {spellingOf, tokenReports} from './tokens.ts'

/** `TCP/443` in the English and `UDP/443` in the translation. */
const swapped = ({english, target}: Asked): Report[] =>
  english.slashGroups.flatMap(({parts}) =>
    parts.slice(1).flatMap((part, index): Report[] => {
      const before = parts[index]
      if (before === undefined || !isTransport(before) || !/^\d/.test(part)) return []
      const other = before === 'TCP' ? 'UDP' : 'TCP'
      const at = target.wide.search(new RegExp(`${other} ?/ ?${part}(?!\\d)`))
      const right = english.slashGroups.some(({text}) => text.includes(`${other}/${part}`))
      return at === -1 || right
        ? []
        : [{actual: `${other}/${part}`, expected: `${before}/${part}`, span: [at, at + other.length]}]
    }),
  )

export const transport = defineCheck({
  id: 'transport',
  severity: 'critical',
  why: 'A rule for the wrong transport leaves the right one closed, and opens one that nobody listens on.',
  wrongWhen: 'The translation names the transport by its full name in the language.',
  good: [
    {locale: 'ja-JP', source: 'UDP', target: 'UDP'},
    {locale: 'fr-FR', source: 'TCP and UDP', target: 'TCP et UDP'},
    {locale: 'de-DE', source: 'TCP traffic', target: 'TCP-Datenverkehr'},
  ],
  bad: [
    {
      locale: 'fr-FR',
      source: 'UDP',
      target: 'DATAGRAMME',
      message: 'Unexpected “DATAGRAMME”, expected “UDP”',
      fix: 'UDP',
    },
    {
      locale: 'zh-TW',
      source: 'UDP',
      target: 'UDP-IN',
      message: 'Unexpected “UDP-IN”, expected “UDP”',
      fix: 'UDP',
    },
    {
      locale: 'zh-TW',
      source: 'Web traffic over TCP/443',
      target: '透過 UDP/443 的 Web 流量',
      message: 'Unexpected “UDP”, expected “TCP”',
      fix: '透過 TCP/443 的 Web 流量',
    },
  ],
  check: (asked): Report[] => {
    const reports = tokenReports(asked, isTransport)
    return reports.length > 0 ? reports : swapped(asked)
  },
  fix: ({target}, {span, expected}) => (span ? replaceSpaced(target.text, span, spellingOf(expected)) : null),
})
