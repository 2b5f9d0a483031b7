/** Words that two texts have in common and that stand in each other's place: who does it to whom, what belongs to what. */
import type {Piece} from './pieces.ts'
import {isUnspaced, type WordBag} from './word-bag.ts'

export interface Places {
  /** Two words have each other's particle, ending or preposition; else most words stand past most others. */
  byParts: boolean

  /** The words in the order of the translation, and in that of the human text. */
  actual: string
  expected: string
}

/** A text that says the same in another order moves some words past some others, hardly most past most. */
const MOST = 0.45
const FEWEST = 3
const REMARK_RE = /[:：(（]/

interface Kinds {
  isContent: (piece: Piece) => boolean
  /** A word for "from" or "to". */
  isMarker: (text: string) => boolean
  /** The English ties its words by "of" or "for": the first word of the translation is what the rest belongs to. */
  isTied?: boolean
}

/** The words that changed places between two texts of the same words; null where none did. */
export const changedPlaces = (own: WordBag, other: WordBag, kinds: Kinds): Places | null => {
  const {isContent} = kinds
  const [ours, theirs] = [placedWords(own, isContent), placedWords(other, isContent)]
  const shared = ours.filter(({key}) => isOnce(ours, key) && isOnce(theirs, key))
  const swapped = exchangedMarkers(shared, theirs, kinds)
  if (swapped !== null) return swapped
  // A remark may stand before or behind what it is about.
  if (REMARK_RE.test(own.text) || REMARK_RE.test(other.text)) return null
  const order = shared.map(({key}) => theirs.findIndex((word) => word.key === key))
  let [turned, pairs] = [0, 0]
  for (const [at, place] of order.entries())
    for (const later of order.slice(at + 1)) {
      pairs++
      if (place > later) turned++
    }
  return pairs >= FEWEST && turned / pairs >= MOST
    ? {
        byParts: false,
        actual: shared.map(({text}) => text).join(' … '),
        expected: theirs
          .filter(({key}) => shared.some((word) => word.key === key))
          .map(({text}) => text)
          .join(' … '),
      }
    : null
}

const NEAREST = 2

/** A word with what says its part in the sentence: the small words before and after it, and its ending. */
interface Placed {
  key: string
  text: string
  markers: readonly [before: string, after: string, ending: string]
}

const placedWords = ({pieces}: WordBag, isContent: (piece: Piece) => boolean): Placed[] =>
  pieces.flatMap((piece, at) => {
    if (!isContent(piece)) return []
    const side = (step: 1 | -1): string => {
      const found: string[] = []
      for (let next = at + step; ; next += step) {
        const beside = pieces[next]
        if (beside === undefined || isContent(beside)) break
        found.push(beside.text)
      }
      // What stands further away belongs to another word.
      return (step === 1 ? found : found.slice(0, NEAREST).toReversed()).join(' ')
    }
    return [
      {
        key: piece.key,
        text: piece.text,
        markers: [side(-1), isUnspaced(piece.text) ? particle(side(1)) : '', endingOf(piece)],
      },
    ]
  })

const isOnce = (words: readonly Placed[], key: string): boolean =>
  words.filter((word) => word.key === key).length === 1

const endingOf = ({text, key}: Piece): string => {
  const lower = text.replaceAll('İ', 'i')
  return lower.startsWith(key) ? lower.slice(key.length) : ''
}

/** の ties a word to any other one: it says no part. */
const particle = (text: string): string => text.replace(/^の$/, '')

/** Two words of which each has the marker of the other. */
const exchangedMarkers = (
  ours: readonly Placed[],
  theirs: readonly Placed[],
  {isMarker, isTied = false}: Kinds,
): Places | null => {
  const partner = new Map(theirs.map((word) => [word.key, word]))
  for (const [at, one] of ours.entries())
    for (const two of ours.slice(at + 1)) {
      const [first, second] = [partner.get(one.key), partner.get(two.key)]
      if (first === undefined || second === undefined) continue
      const isExchanged = ([0, 1, 2] as const).some((side) => {
        const [a = '', b = '', c = '', d = ''] = [one, two, first, second].map(({markers}) => markers[side])
        if (a === b || !isSame(a, d) || !isSame(b, c) || isSame(a, c) || isSame(b, d)) return false
        const isHead = isTied && at === 0 && two.key === theirs[0]?.key
        return (a !== '' && b !== '') || isHead || isMarker(a) || isMarker(b)
      })
      if (isExchanged)
        return {
          byParts: true,
          actual: `${one.text} … ${two.text}`,
          expected: `${first.text} … ${second.text}`,
        }
    }
  return null
}

const HANGUL_RE = /^\p{Script=Hangul}{2,}$/u

/** Korean writes its particles on the word: two words of which one has the other's, and neither its own. */
export const exchangedEndings = (ours: readonly string[], theirs: readonly string[]): Places | null => {
  const pairs = ours
    .filter((word) => HANGUL_RE.test(word))
    .flatMap((own) => {
      const found = theirs.find((word) => HANGUL_RE.test(word) && word.slice(0, 2) === own.slice(0, 2))
      if (found === undefined) return []
      let stem = 2
      while (stem < own.length && own[stem] === found[stem]) stem++
      return [{own, found, mine: own.slice(stem), theirs: found.slice(stem)}]
    })
    .filter(({mine, theirs}) => mine !== theirs)
  for (const [at, one] of pairs.entries())
    for (const two of pairs.slice(at + 1)) {
      const isExchanged =
        (one.mine !== '' && one.mine === two.theirs) || (two.mine !== '' && two.mine === one.theirs)
      if (isExchanged)
        return {byParts: true, actual: `${one.own} … ${two.own}`, expected: `${one.found} … ${two.found}`}
    }
  return null
}

/** Small words agree with their noun: `du` and `de la` are the same one by their first letter. */
const isSame = (one = '', other = ''): boolean =>
  one === other || (one !== '' && other !== '' && !isUnspaced(one) && one[0] === other[0])
