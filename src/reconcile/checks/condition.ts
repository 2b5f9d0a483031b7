/** An "if", a "when" or an "only" may not get lost. */
import {defineCheck, type Problem} from '../engine/check.ts'
import {findWord, plainWord} from '../reading/words.ts'

/** "if in a pool" and "when resolving" are short for nothing that a translation must repeat. */
const IF_RE =
  /\b(?:if|unless|when|whenever|in case)\b(?! (?:in|any|on|at|needed|required|necessary|applicable|possible|available|\w+ing)\b)/i
/** "indicates if" asks a question; it sets no condition. */
const QUESTION_RE =
  /\b(?:indicat|determin|show|understand|check|see|know|verif|validat|tell|specif|captur|flag)\w*(?: \w+){0,3} (?:if|when)\b/i
const ONLY_RE = /\bonly\b/i

export const condition = defineCheck({
  id: 'condition',
  severity: 'critical',
  scope: {meanings: ['exclusive']},
  why: 'A port that is needed in one case only is opened in all.',
  wrongWhen: 'The translation turns the condition into a noun, such as “the case of a failure”.',
  good: [
    {locale: 'zh-TW', source: 'Used if DNS fails.', target: '在 DNS 失敗時使用。'},
    {locale: 'fr-FR', source: 'Required only for partners', target: 'Requis uniquement pour les partenaires'},
  ],
  bad: [
    {
      locale: 'ja-JP',
      source: 'Required only for partners',
      target: 'パートナーに必要',
      message: 'Missing “のみ”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Used for calls if NAT is configured',
      target: 'Utilisé pour les appels, NAT est configuré',
      message: 'Missing “si”',
      fix: null,
    },
  ],
  check: ({english, target, context: {lexicon}}): Problem[] => {
    const text = target.folded
    if (text.trim() === '') return []
    const sets = english.text.replace(QUESTION_RE, '')
    const asks = [
      {when: IF_RE.test(sets), words: lexicon.concepts.condition},
      {when: ONLY_RE.test(english.text), words: lexicon.concepts.exclusive},
    ]
    return asks
      .filter(({when, words}) => when && words.length > 0 && findWord(text, words) === null)
      .map(({words}): Problem => ({actual: '', expected: plainWord(words[0]), span: null}))
  },
  fix: () => null,
})
