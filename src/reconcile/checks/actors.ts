/** What the check of direction asks of short sentences such as "The client calls the gateway": who acts, and on whom. */
import type {Operators} from '../../languages/lists/operators.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Asked, Problem} from '../engine/check.ts'
import {wordsFor} from '../engine/context.ts'
import {hasWord} from '../reading/words.ts'
import {type Place, partAt, placesOf} from './ends.ts'

const SHORT = 12
/** What makes the sentence a passive, or one of several parts. */
const OTHER_RE =
  /\b(?:is|are|was|were|be|been|by|and|or|if|when|that|which|who|between|with|not|has|have|can|must|may|will|should)\b/
/** Prepositions that end as verbs do, or stand behind a noun as they do. */
const prepositions = new Set(
  'for from into onto via per than upon toward among above below across towards versus plus minus less outside inside behind beside besides near under over against within without'.split(
    ' ',
  ),
)
/** What binds a noun to a noun. */
const binding = new Set(['of', 'for', 'in', 'on', 'at', 'as', 'into', 'via', 'per'])
const adverbs = new Set(['always', 'also', 'then', 'never', 'only'])
const articles = new Set(['the', 'a', 'an', 'each', 'every', 'its', 'this'])
const LETTERS_RE = /^[\p{L}\p{M}']*$/u
const LETTER_RE = /[\p{L}\p{M}]/u

interface Sentence {
  /** English singulars. */
  subject: string
  object: string
  /** `from` or `to` before the object. */
  marker: string | undefined
}

/** A sentence of one verb that begins with who acts and ends with on whom: both are nouns that the language has words for. */
const readSentence = (asked: Asked): Sentence | null => {
  const {lower, words, singulars, text} = asked.english
  if (words.length > SHORT || words.length < 3 || OTHER_RE.test(lower) || /[^\p{L}\s.-]/u.test(text))
    return null
  const tokens = words.map((word) => word.text.toLowerCase())
  const isKnown = (at: number) => onlyPlace(asked, singulars[at] ?? '') !== null
  const at = tokens.findIndex((token, index) => {
    const next = index + (adverbs.has(tokens[index + 1] ?? '') ? 2 : 1)
    const verb = tokens[next] ?? ''
    if (!isKnown(index) || verb.length < 3 || prepositions.has(verb)) return false
    // A verb agrees with who acts: “a server calls”, “servers call.”; without its full stop the latter may be a name.
    return token.endsWith('s')
      ? !verb.endsWith('s') && text.trim().endsWith('.')
      : verb.endsWith('s') && articles.has(tokens[0] ?? '')
  })
  const article = tokens.findLastIndex((token) => articles.has(token))
  const last = tokens.length - 1
  if (at < 0 || article < at + 2 || !isKnown(last) || singulars[at] === singulars[last]) return null
  // “The client ports of the gateway” is no sentence.
  if (tokens.slice(at + 1, article).some((token) => binding.has(token))) return null
  const before = tokens[article - 1]
  return {
    subject: singulars[at] ?? '',
    object: singulars[last] ?? '',
    marker: before === 'from' || before === 'to' ? before : undefined,
  }
}

/** Where a noun stands in the translation, if it stands once. */
const onlyPlace = ({target, context}: Asked, noun: string): Place | null => {
  const {lexicon, learnt} = context
  const words = [...wordsFor(noun, lexicon, learnt), ...(lookUp(lexicon.synonyms, noun) ?? [])]
  // A word that the language took from English stands in it as it is.
  const [place, other] = placesOf(target.folded, words.length > 0 ? words : [`*${noun}*`])
  return other === undefined ? (place ?? null) : null
}

/** Whom the English says to be called calls: the nouns of a short active sentence stand in each other's place. */
export const turnedActors = (asked: Asked): Problem[] => {
  const {operators} = asked.context
  if (operators === null || operators.agent.length === 0) return []
  const sentence = readSentence(asked)
  if (sentence === null) return []
  const [subject, object] = [onlyPlace(asked, sentence.subject), onlyPlace(asked, sentence.object)]
  if (subject === null || object === null || object.end > subject.start) return []
  const text = asked.target.folded
  if (!actsIn(text, object, subject, operators)) return []
  const isExcused = hasWord(text.slice(object.end), operators.agent)
  // “The client fetches from the server” for “the server fetches from the client”.
  const hasItsMarker = sentence.marker !== undefined && partAt(asked, [subject]) === sentence.marker
  return isExcused && !hasItsMarker
    ? []
    : [{actual: asked.target.text, expected: asked.english.text, span: null}]
}

/** The first of two nouns acts: its particle says so, or it begins the text with nothing but an article before it. */
const actsIn = (text: string, first: Place, other: Place, {subject, object}: Operators): boolean => {
  if (subject.length > 0)
    return (
      subject.some((particle) => text.startsWith(particle, first.end)) &&
      object.some((particle) => text.startsWith(particle, other.end))
    )
  const before = text.slice(0, wordStart(text, first.start)).trim()
  return LETTERS_RE.test(before) && !hasWord(before, object) && (before === '' || text.includes(' '))
}

/** `*server*` is found within “Sicherungsserver”. */
const wordStart = (text: string, start: number): number => {
  let at = start
  while (at > 0 && LETTER_RE.test(text[at - 1] ?? '') && text.includes(' ')) at--
  return at
}
