/** A cell, a sentence or a word that still stands in English. */
import {lookUp} from '../../text/look-up.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {asEvidence} from '../engine/reference.ts'
import {roleOf} from '../learning/learn.ts'
import {isCopied, sameWords} from '../reading/copied.ts'
import {englishSingular, hasTerm} from '../reading/english-cell.ts'
import {plainEnglish, sharedWords} from '../reading/english-words.ts'
import {isAcronym, type LatinWord} from '../reading/latin.ts'
import {outsideNames} from '../reading/machine-names.ts'
import {hasScript} from '../reading/script.ts'
import {isFunctionWord} from '../reading/which-language/other-language.ts'
import {wholeWord, withoutWords} from '../reading/words.ts'
import {headerWord} from './header-word.ts'
import {hasOwnWord, isIdentifiers, isNameOfPerson, isProductName} from './kept-names.ts'
import {termOf} from './terms.ts'

const RUN = 3
/** So many paths, and this share of all, must agree on a word for their role. */
const ENOUGH = 2
const MOST = 0.6
const isLatinLocale = ({context: {data}}: Asked): boolean => data.scripts[0] === 'Latin'

/** The whole cell equals its English, and a word in it should not. */
const wholeCell = (asked: Asked): Problem[] => {
  const {english, target, context, unit} = asked
  if (!isCopied(asked) || english.tokensOnly || english.path || isIdentifiers(asked)) return []
  if (/^any\b/i.test(english.text)) return []
  if (context.lexicon.unchanged.some((word) => sameWords(word, target.wide))) return []
  const term = termOf(asked)
  if (term !== null && [term.approved, ...term.accepted].some((word) => sameWords(word, target.wide)))
    return []
  const humans = context.memory(unit.source ?? '').filter(({human}) => human)
  if (humans.some((reference) => sameWords(reference.target, target.wide))) return []
  const inNames = new Set(english.names.flatMap(({words}) => words))
  const plain = outsideNames(english.words, english.text).filter(
    ({text}) => !isAcronym(text) && text.length > 2 && !inNames.has(text),
  )
  const alone = english.words.length === 1
  const wrong =
    plain.some(({text}) => hasOwnWord(asked, text) || (!alone && isOrdinary(asked, text))) ||
    humans.length > 0
  if (!wrong || plain.length === 0 || (humans.length === 0 && isProductName(asked))) return []
  return [
    {
      actual: target.text,
      expected: humans[0]?.target ?? term?.approved ?? headerWord(asked),
      span: [0, target.text.length],
      evidence: humans.slice(0, 1).map(asEvidence),
    },
  ]
}

const LITERALS_RE =
  /^(?:true|false|yes|no|on|off|null|none)(?:[\s,/|]+(?:or\s+)?(?:true|false|yes|no|on|off|null|none))+$/i

/** Values that are spelt so, or a word in small letters that a person left in a table of settings: one of the values to set. */
const isValue = ({english, unit}: Asked): boolean =>
  LITERALS_RE.test(english.text.trim()) ||
  (unit.retold === true && /^[a-z][a-z0-9]*$/.test(english.text.trim()))

/** A word in small letters is no name; in another script than the locale's it is English for certain. */
const isOrdinary = (asked: Asked, word: string): boolean =>
  /^[a-z]/.test(word) &&
  (isLatinLocale(asked) ? plainEnglish.has(word) && !sharedWords.has(word) : !sharedWords.has(word))

/** A run of English words, taken over as they are. */
const sentence = (asked: Asked): Problem[] => {
  const {english, target} = asked
  const words = outsideNames(target.words, target.wide)
  if (words.length < RUN || !words.some(({text}) => isForeignSmall(asked, text))) return []
  const known = new Set(runsOf(english.words))
  const isEnglish = runsOf(words).map((run) => known.has(run))
  for (let start = isEnglish.indexOf(true); start !== -1; ) {
    const next = isEnglish.indexOf(false, start)
    const end = next === -1 ? isEnglish.length : next
    const run = words.slice(start, end + RUN - 1)
    const small = run.filter(({text}) => isForeignSmall(asked, text)).length
    const [first, last] = [run[0], run.at(-1)]
    const isPlain = run.every(({text}) => /^\p{Ll}/u.test(text))
    if ((small >= 2 || (small === 1 && isPlain)) && first && last)
      return [{actual: target.text.slice(first.start, last.end), expected: '', span: [first.start, last.end]}]
    start = isEnglish.indexOf(true, end)
  }
  return []
}

/** A small word of English that is none of the language as well. */
const isForeignSmall = ({unit, context: {lexicon}}: Asked, word: string): boolean =>
  plainEnglish.has(word) && !lexicon.small.includes(word) && !isFunctionWord(word, unit.locale)

/** So many words in a row, from each word on that has as many behind it. */
const runsOf = (words: readonly LatinWord[]): string[] =>
  Array.from({length: Math.max(0, words.length - RUN + 1)}, (_, at) =>
    words
      .slice(at, at + RUN)
      .map(({text}) => text)
      .join(' '),
  )

const NAME_WORD_RE = /^(?:and|of|for|the|in|on|to|with)$/

/** "Messaging and Presence": a small word right between two capitals is a part of the name. */
const isInsideName = ({words, wide}: Asked['target'], start: number): boolean => {
  const at = words.findIndex((word) => word.start === start)
  const [before, own, after] = [words[at - 1], words[at], words[at + 1]]
  if (before === undefined || own === undefined || after === undefined || !NAME_WORD_RE.test(own.text))
    return false
  const isBeside = wide.slice(before.end, own.start) === ' ' && wide.slice(own.end, after.start) === ' '
  return isBeside && [before, after].every(({text}) => /^\p{Lu}/u.test(text))
}

/** Human texts keep the word beside the name that it stands behind: `Edge Service`. */
const isKeptByHumans = (asked: Asked, start: number): boolean => {
  const {
    unit,
    target: {words, wide},
    context,
  } = asked
  // What a person left in English is among what people keep.
  if (unit.human || isLatinLocale(asked)) return false
  const at = words.findIndex((word) => word.start === start)
  const [before, own] = [words[at - 1], words[at]]
  return (
    before !== undefined &&
    own !== undefined &&
    wide.slice(before.end, own.start) === ' ' &&
    context.words()?.keeps(`${before.text} ${own.text}`.toLowerCase()) === true
  )
}

/** A word of what a reader fills in: `<server name>`, `key=value`. It is translated as a whole, or not at all. */
const isInPattern = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '=' ||
  text[end] === '=' ||
  (/<[^<>]*$/.test(text.slice(0, start)) && /^[^<>]*>/.test(text.slice(end)))

/** Single words left behind: `XMPP Proxy service`, `… public IP address`. */
const leftovers = (asked: Asked): Problem[] => {
  const {english, target} = asked
  const names = new Set(english.names.flatMap(({words}) => words))
  const own = new Set(english.words.map(({text}) => text))
  const kept = target.words.filter(
    ({text}) => /^[a-z]{3,}$/.test(text) && own.has(text) && !sharedWords.has(text) && !names.has(text),
  )
  if (kept.length === 0) return []
  const right = withoutRightTerms(asked)
  return outsideNames(kept, target.wide)
    .filter(({start, end}) => !isInPattern(target.wide, start, end))
    .filter(({start}) => !isInsideName(target, start) && !isKeptByHumans(asked, start))
    .filter(({start}) => right[start] !== ' ')
    .filter(({text}) => (isLatinLocale(asked) ? isForeignSmall(asked, text) : isKnown(asked, text)))
    .map(
      ({text, start, end}): Problem => ({
        actual: text,
        expected: wholeWord(lookUp(asked.context.lexicon.nouns, englishSingular(text))?.[0]),
        severity: 'minor',
        span: [start, end],
      }),
    )
    .slice(0, 1)
}

/** The role of a path, where the other paths of the locale have a word of their own for it. */
const role = ({english, target, context: {learnt}}: Asked): Problem[] => {
  const own = english.path ? roleOf(target.text) : null
  if (own === null || own !== roleOf(english.text)) return []
  const words = [...(learnt.roles.get(own) ?? [])].toSorted(([, a], [, b]) => b - a)
  const all = words.reduce((sum, [, count]) => sum + count, 0)
  const [word, count] = words[0] ?? ['', 0]
  if (word === own || count < ENOUGH || count / all < MOST) return []
  return [{actual: own, expected: word, severity: 'minor', span: [0, own.length]}]
}

/** The translation with what the termbase approves blanked: `Access Edge Service` keeps its English words. */
const withoutRightTerms = ({english, target, context: {terms}}: Asked): string =>
  terms
    .filter(({source}) => hasTerm(english, source))
    .reduce((text, {right}) => withoutWords(text, right), target.folded)

/** `Protocol (通訊協定)`: a header that is one word, kept beside its translation. */
const kept = (asked: Asked): Problem[] => {
  const {english, target} = asked
  const [only] = english.words
  if (!only || english.words.length > 1 || isLatinLocale(asked) || !hasOwnWord(asked, only.text)) return []
  const word = outsideNames(target.words, target.wide).find(
    ({text}) => text.toLowerCase() === only.text.toLowerCase(),
  )
  if (!word) return []
  const own = wholeWord(lookUp(asked.context.lexicon.nouns, englishSingular(only.text.toLowerCase()))?.[0])
  return [{actual: word.text, expected: own, severity: 'minor', span: [0, target.text.length]}]
}

const isKnown = (asked: Asked, word: string): boolean => hasOwnWord(asked, word) || plainEnglish.has(word)

export const untranslated = defineCheck({
  id: 'untranslated',
  severity: 'major',
  why: 'A reader who has no English does not learn what the column, the endpoint or the note says.',
  wrongWhen: 'The word is the same in both languages, or the name of a product.',
  good: [
    {
      locale: 'zh-CN',
      source: 'data/lock/gate (Windows: data\\lock\\gate)',
      target: 'data/lock/gate（Windows：data\\lock\\gate）',
    },
    {locale: 'ja-JP', source: 'ext/lock (Windows: ext\\lock)', target: 'ext/lock (Windows: ext\\lock)'},
    {locale: 'ru-RU', source: 'Lock#turn(int)', target: 'Lock#turn(int)'},
    {locale: 'zh-CN', source: '5.x (varchar/enum)', target: '5.x (varchar/enum)'},
    {
      locale: 'ko-KR',
      source: 'Relayed to "<server name>" by key=value',
      target: 'key=value에 따라 "<server name>"으로 릴레이',
    },
    {locale: 'ko-KR', source: 'true or false', target: 'true or false'},
    {locale: 'fr-FR', source: 'Notes', target: 'Notes', header: true},
    {locale: 'zh-TW', source: 'SQL Server', target: 'SQL Server'},
    {locale: 'ja-JP', source: '_xmpp-server._tcp.example.com', target: '_xmpp-server._tcp.example.com'},
    {locale: 'ja-JP', source: 'flux-relay, metricsd', target: 'flux-relay, metricsd'},
    {locale: 'zh-TW', source: '*.client.example (TCP)', target: '*.client.example (TCP)'},
    {
      locale: 'zh-TW',
      source: 'Relay service address',
      target: 'Relay service 位址',
      humans: [['Relay service port', 'Relay Service 連接埠']],
    },
  ],
  bad: [
    {
      locale: 'ja-JP',
      source: 'Comments',
      target: 'Comments',
      header: true,
      message: 'Unexpected “Comments”, expected “コメント”',
      fix: 'コメント',
    },
    {
      locale: 'fr-FR',
      source: 'Comments',
      target: 'Comments',
      header: true,
      message: 'Unexpected “Comments”, expected “Commentaires”',
      fix: 'Commentaires',
    },
    {
      locale: 'es-ES',
      source: 'Direction',
      target: 'Direction',
      header: true,
      message: 'Unexpected “Direction”, expected “Dirección”',
      fix: 'Dirección',
    },
    {
      locale: 'ko-KR',
      source: 'Direction',
      target: 'Direction',
      header: true,
      message: 'Unexpected “Direction”, expected “방향”',
      fix: '방향',
    },
    {
      locale: 'zh-TW',
      source: 'Proxy service',
      target: 'Proxy service （內部）',
      message: 'Unexpected “service”, expected “服務”',
      fix: 'Proxy 服務（內部）',
    },
    {
      locale: 'fr-FR',
      source: 'Relay public IP address',
      target: 'Adresse IP publique du relais public IP address',
      humans: [['Relay public IP address', 'Adresse IP publique du relais public IP address']],
      message: 'Unexpected “address”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    if (asked.target.text.trim() === '') return []
    if (isCopied(asked) && (isValue(asked) || isNameOfPerson(asked))) return []
    const whole = [...wholeCell(asked), ...role(asked)]
    if (whole.length > 0) return whole
    const run = sentence(asked)
    return run.length > 0 ? run : [...kept(asked), ...leftovers(asked)].slice(0, 1)
  },
  fix: ({target}, {span, expected}) =>
    span && expected !== '' ? joinWord(target.text, span, expected) : null,
})

/** A CJK word needs no space before a full-width character or another CJK word. */
const joinWord = (text: string, [start, end]: [number, number], word: string): string => {
  const after = text.slice(end)
  const close =
    hasScript(word, ['Han', 'Hiragana', 'Katakana']) &&
    /^ [（，。、\p{Script=Han}\p{Script=Hiragana}]/u.test(after)
  return text.slice(0, start) + word + (close ? after.slice(1) : after)
}
