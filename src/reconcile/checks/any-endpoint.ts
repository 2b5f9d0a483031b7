/** An endpoint that can be anything must still read as anything. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {asEvidence} from '../engine/reference.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {replaceSpaced} from '../reading/script.ts'
import {hasWord} from '../reading/words.ts'
import {unlessOwnWord} from './own-words.ts'

const ENGLISH_RE = /^any(?=$| \()/i

/** The piece of the cell that renders "Any": all of it, or what stands before the bracket. */
const headOf = ({target}: Asked): [number, number] => {
  const bracket = target.wide.search(/ *\(/)
  return [0, bracket <= 0 ? target.wide.length : bracket]
}

const bare = (text: string): string =>
  foldWords(text)
    .replace(/^[[「『"“«]|[\]」』"”»]$/g, '')
    .trim()

export const anyEndpoint = defineCheck({
  id: 'any-endpoint',
  severity: 'critical',
  why: 'A rule for any address is read as a rule for each, for one, or for none, and the firewall is opened for the wrong peers.',
  wrongWhen: 'A style guide of the locale prefers another word for “Any” than its lexicon lists.',
  good: [
    {locale: 'zh-TW', source: 'Any', target: '任何'},
    {locale: 'fr-FR', source: 'Any', target: 'Indifférent'},
    {locale: 'ja-JP', source: 'Any', target: '任意'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Any',
      target: '每',
      message: 'Unexpected “每”, expected “任何”',
      fix: '任何',
    },
    {
      locale: 'fr-FR',
      source: 'Any',
      target: 'N’importe lequel',
      message: 'Unexpected “N’importe lequel”, expected “Indifférente”',
      fix: 'Indifférente',
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, unit, context} = asked
    if (!ENGLISH_RE.test(english.text.trim()) || target.text === '') return []
    const span = headOf(asked)
    const head = target.text.slice(...span)
    const word = bare(head)
    const {approved, understood} = context.lexicon.any
    if (approved.some((one) => bare(one) === word)) return []
    const humans = context.memory('Any').filter(({human}) => human)
    if (humans.some(({target: text}) => bare(text) === word)) return []
    const expected = approved[0] ?? humans[0]?.target ?? null
    if (expected === null) return []
    const evidence = humans.slice(0, 1).map(asEvidence)
    const isUnderstood = word === 'any' || hasWord(word, understood)
    if (!isUnderstood && hasWord(word, approved)) return []
    // A person's own word for it is as good as the one that the lexicon prefers.
    if (isUnderstood && word !== 'any' && unit.personal) return []
    const problem: Problem = {actual: head, expected, span, evidence}
    return [isUnderstood ? {...problem, severity: 'minor'} : unlessOwnWord(asked, 'any', approved, problem)]
  },
  fix: ({target, context}, {span, expected}) => {
    if (!span) return null
    const text = replaceSpaced(target.text, span, expected)
    const {agreement} = context.lexicon.any
    return Object.entries(agreement).reduce((fixed, [word, agreeing]) => fixed.replace(word, agreeing), text)
  },
})
