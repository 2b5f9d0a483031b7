/** TCP stays TCP and UDP stays UDP, and each stays with its port. */
import {type Asked, always, defineCheck, isLoss, type Problem} from '../engine/check.ts'
import type {NumberRead} from '../reading/numbers/numbers.ts'
import {replaceSpaced} from '../reading/script.ts'
import {isTransport} from '../reading/wire.ts'
import {spellingOf, tokenProblems} from './tokens.ts'

const TRANSPORT_RE = /TCP|UDP/g

/** `TCP/443` in the English and `UDP/443` in the translation. */
const swapped = ({english, target}: Asked): Problem[] =>
  english.slashGroups.flatMap(({parts}) =>
    parts.slice(1).flatMap((part, index): Problem[] => {
      const before = parts[index]
      if (before === undefined || !isTransport(before) || !/^\d/.test(part)) return []
      const other = before === 'TCP' ? 'UDP' : 'TCP'
      if (!target.wide.includes(other)) return []
      const at = target.wide.search(new RegExp(`${other} ?/ ?${part}(?!\\d)`))
      const right = english.slashGroups.some(({text}) => text.includes(`${other}/${part}`))
      return at === -1 || right
        ? []
        : [{actual: `${other}/${part}`, expected: `${before}/${part}`, span: [at, at + other.length]}]
    }),
  )

/** Which number goes with which transport, in a text that names one TCP, one UDP and two numbers by turns. */
const pairsOf = (text: string, numbers: readonly NumberRead[]): Map<string, number> | null => {
  const places = [...text.matchAll(TRANSPORT_RE)].map((match) => ({name: match[0], at: match.index}))
  const [one, other] = places
  const [first, second] = numbers
  if (!one || !other || !first || !second || places.length > 2 || numbers.length > 2) return null
  const byTurns =
    one.at < first.start === other.at < second.start &&
    Math.max(one.at, first.start) < Math.min(other.at, second.start)
  return byTurns && one.name !== other.name
    ? new Map([
        [one.name, first.value],
        [other.name, second.value],
      ])
    : null
}

/** "443 for TCP and 3478 for UDP", and the other way round in the translation. */
const crossed = ({english, target}: Asked): Problem[] => {
  if (!english.wire.includes('TCP') || !english.wire.includes('UDP')) return []
  const right = pairsOf(english.text, english.numbers)
  const own = pairsOf(target.wide, target.numbers)
  if (right === null || own === null) return []
  const [tcp, udp] = [right.get('TCP'), right.get('UDP')]
  return tcp !== udp && own.get('TCP') === udp && own.get('UDP') === tcp
    ? [{actual: `TCP ${udp}, UDP ${tcp}`, expected: `TCP ${tcp}, UDP ${udp}`, span: null}]
    : []
}

export const transport = defineCheck({
  id: 'transport',
  severity: 'critical',
  scope: {prose: always, votes: isLoss},
  why: 'A rule for the wrong transport leaves the right one closed, and opens one that nobody listens on.',
  wrongWhen: 'The translation names the transport by its full name in the language.',
  good: [
    {locale: 'ja-JP', source: 'UDP', target: 'UDP'},
    {locale: 'fr-FR', source: 'TCP and UDP', target: 'TCP et UDP'},
    {locale: 'pl-PL', source: '88/TCP and 88/UDP', target: '88/TCP i 88/UDP'},
    {locale: 'de-DE', source: 'TCP traffic', target: 'TCP-Datenverkehr'},
    {
      locale: 'ja-JP',
      source: 'Port 443 for TCP and port 3478 for UDP',
      target: 'TCP にはポート 443、UDP にはポート 3478',
    },
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
    {
      locale: 'fr-FR',
      source: 'Port 443 for TCP and port 3478 for UDP',
      target: 'Port 443 pour UDP et port 3478 pour TCP',
      message: 'Unexpected “TCP 3478, UDP 443”, expected “TCP 443, UDP 3478”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const problems = tokenProblems(asked, isTransport)
    return problems.length > 0 ? problems : [...swapped(asked), ...crossed(asked)]
  },
  fix: ({target}, {span, expected}) => (span ? replaceSpaced(target.text, span, spellingOf(expected)) : null),
})
