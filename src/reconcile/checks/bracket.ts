/** Square brackets that the English does not have, and brackets that do not close. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {replaceSpaced} from '../reading/script.ts'

const LINK_RE = /!?\[([^\]]{0,2000})\]\([^)]{0,2000}\)/g
const SQUARE_RE = /\[([^[\]]+)\]/

const balance = (text: string): number => {
  let open = 0
  for (const character of text) {
    if (character === '(') open++
    else if (character === ')' && --open < 0) return open
  }
  return open
}

const square = ({english, target}: Asked): Problem[] => {
  if (/\[/.test(english.text.replace(LINK_RE, '$1'))) return []
  const match = SQUARE_RE.exec(blankLinks(target.wide))
  if (!match) return []
  return [
    {
      actual: target.text.slice(match.index, match.index + match[0].length),
      expected: target.text.slice(match.index + 1, match.index + match[0].length - 1),
      span: [match.index, match.index + match[0].length],
    },
  ]
}

const blankLinks = (text: string): string => text.replace(LINK_RE, (link) => ' '.repeat(link.length))

/** `] and [` where the English has neither: the words between them were torn out of two buttons. */
const torn = ({english, target}: Asked): Problem[] => {
  if (/[[\]]/.test(english.text)) return []
  const match = /^[^[]{0,4000}(?<stray>\][^\][]{0,200}\[)/.exec(blankLinks(target.wide))
  const stray = match?.groups?.stray
  return stray === undefined ? [] : [{actual: stray, expected: '', severity: 'major', span: null}]
}

/** A bracket that closes before it opens tore its sentence apart; one that never closes is a slip. */
const unbalanced = ({english, target}: Asked): Problem[] => {
  const left = balance(target.wide)
  if (balance(english.text) !== 0 || left === 0) return []
  return left > 0
    ? [{actual: '(', expected: '( )', span: null}]
    : [{actual: ')', expected: '', severity: 'major', span: null}]
}

export const bracket = defineCheck({
  id: 'bracket',
  severity: 'minor',
  scope: {prose: ({severity = 'minor'}) => severity !== 'minor'},
  why: 'A word in square brackets looks like a button to press; an open bracket hides where a remark ends.',
  wrongWhen: 'The locale’s style sets names of controls in square brackets, and the cell names a control.',
  good: [
    {locale: 'zh-TW', source: 'See [ports](ports.md).', target: '請參閱[連接埠](ports.md)。'},
    {locale: 'fr-FR', source: 'Source (IP address)', target: 'Source (adresse IP)'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Outbound traffic',
      target: '[輸出] 流量',
      message: 'Unexpected “[輸出]”, expected “輸出”',
      fix: '輸出流量',
    },
    {
      locale: 'zh-TW',
      source: 'Used by the probe and the gateway',
      target: '由探針] 和 [閘道使用',
      message: 'Unexpected “] 和 [”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Traffic (to clients)',
      target: 'Trafic (vers les clients',
      message: 'Unexpected “(”, expected “( )”',
      fix: null,
    },
  ],
  check: (asked) => [...square(asked), ...torn(asked), ...unbalanced(asked)],
  fix: ({target}, {span, expected}) => {
    if (!span) return null
    return replaceSpaced(target.text, span, expected)
  },
})
