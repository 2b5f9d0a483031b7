/** A "not" may neither get lost nor come in. */
import {defineCheck, type Report} from '../check.ts'
import {meaningOf} from '../read/meaning.ts'
import {findWord, plainWord} from '../read/words.ts'

const NOT_RE = /\b(?:not|cannot|[a-z]+n't|never|without|neither|nor|unable|no longer)\b|^no$|\bno (?=[a-z])/i
/** "Whether or not", "not only" and "not before" deny nothing. */
const OR_NOT_RE =
  /\bor not\b|\bnot (?:just|only|merely|simply)\b|\b(?:not|[a-z]+n't) (?:[a-z]+ ){0,4}until\b/gi
/** What is "not the same" may be called different (不同), which denies nothing elsewhere. */
const SAME_RE = /\b(?:same|equal|identical|alike|true)\b/i
/** English that a translation may well express with a "not". */
const SOFT_RE =
  /\b(?:un\w+|in\w+|dis\w+|non\w*|fail\w*|only|except|other|less|without|unless|lack\w*|missing|block\w*|den(?:y|ied)|different|either|any|optional\w*|otherwise|instead|avoid\w*|prevent\w*|no|none|few\w*|legacy|anonymous|regardless|whether|never|minimum|least|must|should|required?)\b/i

export const negation = defineCheck({
  id: 'negation',
  severity: 'critical',
  why: 'What must not be opened is opened, or what must be is left closed.',
  wrongWhen: 'The translation says the same the other way round, with a verb such as “to be missing”.',
  good: [
    {locale: 'ja-JP', source: 'when HTTPS is not used', target: 'HTTPS が使用されない場合'},
    {locale: 'zh-TW', source: 'Used by other users', target: '供不同使用者使用'},
  ],
  bad: [
    {
      locale: 'fr-FR',
      source: 'when HTTPS is not used',
      target: 'lorsque HTTPS est utilisé',
      message: 'Missing “ne”',
      fix: null,
    },
    {
      locale: 'ja-JP',
      source: 'This port is opened.',
      target: 'このポートは開かれません。',
      message: 'Unexpected “ません”',
      fix: null,
    },
  ],
  check: (asked): Report[] => {
    const {
      english,
      target,
      context: {lexicon},
    } = asked
    const words = lexicon.concepts.negation
    if (words.length === 0) return []
    const text = meaningOf(asked)
    if (NOT_RE.test(english.text.replace(OR_NOT_RE, ''))) {
      const denied = SAME_RE.test(english.text) ? target.folded : text
      return findWord(denied, words) === null && text.trim() !== ''
        ? [{actual: '', expected: words[0] ?? '', span: null}]
        : []
    }
    if (SOFT_RE.test(english.text)) return []
    const [added] = lexicon.concepts.negationAdded.filter((word) => findWord(text, [word]) !== null)
    return added === undefined ? [] : [{actual: plainWord(added), expected: '', span: null}]
  },
  fix: () => null,
})
