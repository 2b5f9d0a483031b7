/**
 * Learns in which orders a locale says "from … to …": which end comes first, and on which side of the ends the words
 * for "from" and "to" stand. A text whose order is the mirror of a usual one, and is not usual itself, has its ends swapped.
 */

import type {Reference} from '../engine/reference.ts'
import {type English, readEnglish} from '../reading/english-cell.ts'
import {type Ends, readEnds} from '../reading/from-to.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {foldOnce, indexOfWord} from '../reading/words.ts'

/** Words that a locale has for an English noun, and for "from" and "to". */
export interface OrderWords {
  of(noun: string): readonly string[]
  from: readonly string[]
  to: readonly string[]
}

export interface Orders {
  /** Whether the translation (folded) has the ends of its English the wrong way round. */
  isSwapped(english: English, folded: string): boolean
}

/** So many distinct texts must have the mirrored order before one is called swapped. */
const ENOUGH = 4
const RARE = 0.1

export const learnOrders = (references: readonly Reference[], words: OrderWords): Orders => {
  const counts = new Map<string, Set<string>>()
  for (const {source, target} of references) {
    const order = orderOf(readEnglish(source), foldWords(target), words)
    if (order === null) continue
    const key = keyOf(order)
    counts.set(key, (counts.get(key) ?? new Set()).add(`${source}\n${target}`))
  }
  const count = (order: Order) => counts.get(keyOf(order))?.size ?? 0
  return {
    isSwapped: (english, folded) => {
      const order = orderOf(english, folded, words)
      if (order === null) return false
      const mirrored = count({...order, first: order.first === 'from' ? 'to' : 'from'})
      return mirrored >= ENOUGH && count(order) <= Math.max(1, mirrored * RARE)
    },
  }
}

interface Order {
  first: 'from' | 'to'
  /** The markers nearest to the ends: before the first one, after it, before the second one, after it. */
  markers: string
}

const keyOf = ({first, markers}: Order): string => `${first} ${markers}`

const orderOf = (english: English, folded: string, words: OrderWords): Order | null => {
  const ends = readEnds(english)
  const spans = ends && spansOf(ends, folded, words)
  if (!spans) return null
  const first = spans.from[1] <= spans.to[0] ? 'from' : spans.to[1] <= spans.from[0] ? 'to' : null
  if (first === null) return null
  const [one, other] = first === 'from' ? [spans.from, spans.to] : [spans.to, spans.from]
  const between = markersIn(folded.slice(one[1], other[0]), words)
  const markers = [
    markersIn(folded.slice(0, one[0]), words).at(-1),
    between[0],
    between.at(-1),
    markersIn(folded.slice(other[1]), words)[0],
  ]
  return {first, markers: markers.map((marker) => marker ?? '-').join('')}
}

/** `f` and `t` for the words for "from" and "to" of a piece of text, in their order. */
const markersIn = (piece: string, words: OrderWords): string[] =>
  [...placesOf(piece, words.from, 'f'), ...placesOf(piece, words.to, 't')]
    .toSorted((a, b) => a.at - b.at)
    .map(({marker}) => marker)

const placesOf = (piece: string, list: readonly string[], marker: string): {at: number; marker: string}[] =>
  list.flatMap((word) => {
    const folded = foldWords(word)
    const places: {at: number; marker: string}[] = []
    for (let at = indexOfWord(piece, folded); at !== -1; at = indexOfWord(piece, folded, at + 1))
      places.push({at, marker})
    return places
  })

type Span = [start: number, end: number]

/** Where the words of each end stand, from the first to the last of them. */
const spansOf = (ends: Ends, folded: string, words: OrderWords): {from: Span; to: Span} | null => {
  const [from, to] = [spanOf(ends.from, folded, words), spanOf(ends.to, folded, words)]
  return from && to && {from, to}
}

/** A noun that the translation has twice tells nothing about its place. */
const spanOf = (nouns: readonly string[], folded: string, words: OrderWords): Span | null => {
  const found = nouns.flatMap((noun): Span[] => {
    const word = [noun, ...words.of(noun)].map(foldOnce).find((each) => indexOfWord(folded, each) !== -1)
    if (word === undefined) return []
    const at = indexOfWord(folded, word)
    return indexOfWord(folded, word, at + 1) === -1 ? [[at, at + word.replaceAll('*', '').length]] : []
  })
  if (found.length === 0) return null
  return [Math.min(...found.map(([start]) => start)), Math.max(...found.map(([, end]) => end))]
}
