/** A sentence may not say the opposite of its English: allow for block, after for before, minutes for seconds. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {denialIn} from '../reading/denial/denial.ts'
import {readEnglishDenial} from '../reading/denial/english-denial.ts'
import {hasOpposite, type Turned, turnedWords} from '../reading/opposite-words.ts'
import {type SentencePair, sentencePairs} from '../reading/sentence-pairs.ts'
import {hasWord} from '../reading/words.ts'

/** “No more than 7” is “7 at most”, which any language may say without its “more than”. */
const deniedLimitRE =
  /(?<![\p{L}\p{N}])(?:no|not|never)\s+(?:any\s+)?(?:(more|greater|higher|later|longer)|less|fewer|lower|earlier|sooner)(?:\s+than)?(?![\p{L}\p{N}])/iu

/** “No less than 7” for “no more than 7”: both deny, and the other thing; or the other bound without “not”. */
function turnedLimit({english, target}: SentencePair, {unit, context}: Asked): Turned[] {
  const positive = english.replace(deniedLimitRE, (_, above?: string) => (above ? 'at most' : 'at least'))
  const bounds = turnedWords({english: positive, target}, unit.locale)
  if (bounds.length > 0) return bounds
  return hasWord(target, context.lexicon.concepts.negation) ? turnedWords({english, target}, unit.locale) : []
}

/** "This one and that one" are "this one or that one" to whom a person tells it again, and "at least one more" is within a limit. */
const retoldGroups = new Set(['choice', 'least'])

export const opposite = defineCheck({
  id: 'opposite',
  severity: 'critical',
  barsFix: true,
  why: 'What should be allowed is blocked, what should be opened first is opened last, and a limit is missed by far.',
  wrongWhen: 'The translation turns the whole sentence round: “B after A” for “A before B”.',
  good: [
    {locale: 'fr-FR', source: 'Allow SIP, block RTP.', target: 'Autorisez SIP, bloquez RTP.'},
    {locale: 'ja-JP', source: 'after 30 seconds', target: '30 秒後'},
    {locale: 'zh-TW', source: 'SIP is not allowed.', target: '封鎖 SIP。'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Allow SIP.',
      target: '封鎖 SIP。',
      message: 'Unexpected “封鎖”, expected “允許”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Wait 30 seconds.',
      target: 'Attendez 30 minutes.',
      message: 'Unexpected “minutes”, expected “secondes”',
      fix: null,
    },
    {
      locale: 'ja-JP',
      source: 'users outside the company',
      target: '社内のユーザー',
      message: 'Unexpected “社内”, expected “社外”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {english, unit, context} = asked
    if (english.path || !hasOpposite(english.text)) return []
    return sentencePairs(asked).flatMap((pair) => {
      if (deniedLimitRE.test(pair.english))
        return turnedLimit(pair, asked).map((words): Problem => ({...words, span: null}))
      const turned = turnedWords(pair, unit.locale)
      // "Not allowed" is "blocked", on either side.
      if (turned.length === 0 || readEnglishDenial(pair.english).nots > 0) return []
      const notsIn = (text: string): number => denialIn(text, context.lexicon).nots
      const nots = notsIn(pair.target)
      // A word for “blocked” may be “not allowed” itself.
      return turned
        .filter(({actual}) => nots === 0 || notsIn(actual) === nots)
        .filter(({group}) => !(unit.retold && retoldGroups.has(group)))
        .map(({actual, expected}): Problem => ({actual, expected, span: null}))
    })
  },
  fix: () => null,
})
