/** What the check of direction asks of the two ends of a text: which of them comes after "from", and which value is whose. */
import type {Concept} from '../../languages/lexicon-schema.ts'
import type {Asked, Problem} from '../engine/check.ts'
import {wordsFor} from '../engine/context.ts'
import {type Ends, readEnds} from '../reading/from-to.ts'
import type {NumberRead} from '../reading/numbers/numbers.ts'
import {foldOnce, indexOfWord} from '../reading/words.ts'

/** So many characters may stand between a noun and the word that says its part. */
const NEAR = 24

/** `[start, end)` in a folded text. */
export interface Place {
  start: number
  end: number
}

/** Where the words of a list stand in a folded text. */
export const placesOf = (text: string, words: readonly string[]): Place[] =>
  withoutOverlaps(
    words.flatMap((word) => {
      const places = []
      const {length} = word.replaceAll('*', '')
      for (
        let at = indexOfWord(text, foldOnce(word));
        at !== -1;
        at = indexOfWord(text, foldOnce(word), at + 1)
      )
        places.push({start: at, end: at + length})
      return places
    }),
  )

/** A word inside a longer one is that one. */
const withoutOverlaps = (places: readonly Place[]): Place[] =>
  places.filter(
    (place) =>
      !places.some(
        (other) =>
          other !== place &&
          other.start <= place.start &&
          other.end >= place.end &&
          (other.end - other.start > place.end - place.start ||
            places.indexOf(other) < places.indexOf(place)),
      ),
  )

/** Languages that put these words behind their nouns. */
const isBehind = ({context: {data}}: Asked): boolean =>
  data.scripts.includes('Hiragana') || data.scripts.includes('Hangul')

type Part = 'from' | 'to'

/** The words for "from" and "to" that don't mean both. */
const markersOf = ({target, context: {lexicon}}: Asked): (Place & {part: Part})[] => {
  const {from, to} = lexicon.concepts
  const isBoth = new Set(from.filter((word) => to.includes(word)))
  return (['from', 'to'] as const).flatMap((part) =>
    placesOf(
      target.folded,
      lexicon.concepts[part].filter((word) => !isBoth.has(word)),
    ).map((place) => ({...place, part})),
  )
}

/** Where the nouns of an end stand, in order. */
const nounPlaces = ({target, context: {lexicon, learnt}}: Asked, nouns: readonly string[]): Place[] =>
  nouns
    .flatMap((noun) => {
      const words = wordsFor(noun, lexicon, learnt)
      return placesOf(target.folded, words.length > 0 ? words : [`*${noun}*`])
    })
    .toSorted((a, b) => a.start - b.start)

/** Which of the words for "from" and "to" stands nearest to one of the nouns of an end. */
const partOf = (asked: Asked, nouns: readonly string[]): Part | null =>
  partAt(asked, nounPlaces(asked, nouns))

/** The word for "from" or "to" that stands nearest to places on the side where the language has it. */
export const partAt = (asked: Asked, found: readonly Place[]): Part | null => {
  const markers = markersOf(asked)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return null
  const near = isBehind(asked)
    ? markers
        .filter(({start}) => start >= last.end && start - last.end <= NEAR)
        .toSorted((a, b) => a.start - b.start)
    : markers
        .filter(({end}) => end <= first.start && first.start - end <= NEAR)
        .toSorted((a, b) => b.end - a.end)
  return near[0]?.part ?? null
}

/** "用戶端至閘道" says from where as well, by what comes first. */
export const saysBothEnds = (asked: Asked): boolean => {
  const ends = readEnds(asked.english)
  return ends !== null && nounPlaces(asked, ends.from).length > 0 && partOf(asked, ends.to) === 'to'
}

/** What goes "to port 7205" or comes "from" it, in a text with that number alone. */
const NUMBER_END_RE = /\b(to|from) (?:the |a |an |new |old |other |tcp |udp )*(?:port )?(?=\d)/gi
const SHORT = 12

/** "Moved from port 7205" for "moved to port 7205". */
export const turnedNumber = (asked: Asked): Problem[] => {
  const {english, target, context} = asked
  const [number, other] = target.numbers
  if (number === undefined || other !== undefined || english.numbers.length !== 1) return []
  const [said, more] = english.lower.matchAll(NUMBER_END_RE)
  if (said === undefined || more !== undefined || english.words.length > SHORT) return []
  const part: Part = said[1] === 'to' ? 'to' : 'from'
  // The right word somewhere else in the text may well be the one for the number.
  if (placesOf(target.folded, context.lexicon.concepts[part]).length > 0) return []
  const found = partAt(asked, [number])
  return found === null || found === part ? [] : [{actual: target.text, expected: english.text, span: null}]
}

/** "Du serveur vers le client" for "From the client to the server": each end has the word of the other. */
export const turnedEnds = (asked: Asked): Problem[] => {
  const ends: Ends | null = readEnds(asked.english)
  if (ends === null || partOf(asked, ends.from) !== 'to' || partOf(asked, ends.to) !== 'from') return []
  const expected = `from ${ends.from.join(' ')} to ${ends.to.join(' ')}`
  return [{actual: asked.target.text, expected, span: null}]
}

const labels: readonly (readonly [Concept, Concept])[] = [
  ['source', 'destination'],
  ['internal', 'external'],
  ['inbound', 'outbound'],
]

/** The values behind each of two labels that stand once each; null where they don't. */
const valuesOf = (
  text: string,
  numbers: readonly NumberRead[],
  words: readonly (readonly string[])[],
): string[] | null => {
  const places = words.map((list) => placesOf(text, list))
  const [one, other] = places.map(([first]) => first)
  if (!one || !other || places.some((list) => new Set(list.map(({start}) => start)).size !== 1)) return null
  const values = [one, other].map(({start}) => {
    const next = [one, other].find((label) => label.start > start)?.start ?? Number.POSITIVE_INFINITY
    return numbers
      .filter((number) => number.start > start && number.start < next)
      .map(({value}) => value)
      .join(' ')
  })
  return values.includes('') ? null : values
}

/** "Source port 445, destination port 1024" for "Source port 1024, destination port 445". */
export const exchangedValues = ({english, target, context: {lexicon}}: Asked): Problem[] =>
  labels.flatMap(([one, other]): Problem[] => {
    if (!english.lower.includes(one) || !english.lower.includes(other)) return []
    const right = valuesOf(english.lower, english.numbers, [[one], [other]])
    const own = valuesOf(target.folded, target.numbers, [lexicon.concepts[one], lexicon.concepts[other]])
    if (right === null || own === null) return []
    const isExchanged = right[0] !== right[1] && right[0] === own[1] && right[1] === own[0]
    return isExchanged ? [{actual: own.join(' … '), expected: right.join(' … '), span: null}] : []
  })
