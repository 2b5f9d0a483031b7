/** What the human texts of a locale teach about the words of an English text: a dictionary, and how firmly they keep to it. */
import type {Known} from '../engine/reference.ts'
import {readEnglish} from '../reading/english-cell.ts'
import {readEnds} from '../reading/from-to.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {hasWord} from '../reading/words.ts'
import {type Dictionary, learnDictionary, type Rendering} from './dictionary.ts'
import {type LinkOrders, learnLinkOrders} from './link-orders.ts'
import {piecesOf} from './pieces.ts'
import {readBag, type WordBag} from './word-bag.ts'

export interface WordEvidence {
  /** How many distinct human texts it was learnt from. */
  texts: number
  dictionary: Dictionary
  /** The words that human texts have for an English one. */
  renderings(english: string): readonly Rendering[]
  /** In how many distinct human texts an English word stands, and in how many of those one of its renderings does. */
  support(english: string): {uses: number; held: number}
  /** Of the human texts whose English has a word more than once: how many there are, and how many have the other word as often. */
  repeated(english: string, target: string): {uses: number; held: number}
  /** Of the human texts that have an English word, the share that has this word of the locale. */
  shareWith(english: string, target: string): number
  /** Of the human texts of English ones that say "from … to …", the share that has one of the words. */
  shareOfEnds(words: readonly string[]): number
  /** In which orders its human texts tie two words. */
  linkOrders(): LinkOrders
  /** Whether a human text keeps these English words as they are, given in small letters. */
  keeps(phrase: string): boolean
  /** The same of texts that are no copies of their English: there it stands among words of the language. */
  keepsAmongWords(phrase: string): boolean
}

/** Weaker ties are of words that stand beside the right one. */
const FIRM = 0.12
/** So many texts tell how firmly a rendering is kept. */
const MOST_TEXTS = 60

/** Learns from distinct human texts; null where there are none. */
export const learnWords = (humans: readonly Known[], locale: string): WordEvidence | null => {
  if (humans.length === 0) return null
  const pairs = humans.map(({source, target}) => ({
    english: piecesOf(source, 'en').map(({key}) => key),
    target: piecesOf(target, locale).map(({key}) => key),
  }))
  const dictionary = learnDictionary(pairs)
  const places = new Map<string, number[]>()
  for (const [index, {english}] of pairs.entries())
    for (const word of new Set(english)) places.set(word, [...(places.get(word) ?? []), index])
  const bags = new Map<number, WordBag>()
  const bagOf = (index: number): WordBag => {
    const bag = bags.get(index) ?? readBag(humans[index]?.target ?? '', locale)
    bags.set(index, bag)
    return bag
  }
  const known = new Map<string, {uses: number; held: number}>()
  const renderings = (english: string) =>
    dictionary.renderings(english).filter(([, strength]) => strength >= FIRM)
  const repetitions = new Map<string, {uses: number; held: number}>()
  const textsWith = (english: string) => (places.get(english) ?? []).slice(0, MOST_TEXTS)
  let ends: readonly number[] | null = null
  const [kept, keptAmongWords] = [new Map<string, boolean>(), new Map<string, boolean>()]
  let orders: LinkOrders | null = null
  return {
    texts: humans.length,
    keeps: (phrase) => {
      const found = kept.get(phrase) ?? humans.some(({target}) => foldWords(target).includes(phrase))
      kept.set(phrase, found)
      return found
    },
    keepsAmongWords: (phrase) => {
      const found =
        keptAmongWords.get(phrase) ??
        humans.some(
          ({source, target}) =>
            hasWord(foldWords(target), [phrase]) && foldWords(source) !== foldWords(target),
        )
      keptAmongWords.set(phrase, found)
      return found
    },
    dictionary,
    renderings,
    linkOrders: () => {
      orders ??= learnLinkOrders(humans, dictionary, locale)
      return orders
    },
    repeated: (english, target) => {
      const before = repetitions.get(`${english} ${target}`)
      if (before !== undefined) return before
      const times = textsWith(english).flatMap((index) => {
        const said = pairs[index]?.english.filter((word) => word === english).length ?? 0
        return said > 1 ? [{said, kept: bagOf(index).count(target)}] : []
      })
      const counts = {uses: times.length, held: times.filter(({said, kept}) => kept >= said).length}
      repetitions.set(`${english} ${target}`, counts)
      return counts
    },
    shareWith: (english, target) => {
      const texts = textsWith(english)
      return texts.length === 0 ? 0 : texts.filter((index) => bagOf(index).has(target)).length / texts.length
    },
    shareOfEnds: (words) => {
      ends ??= humans.flatMap(({source}, index) => (readEnds(readEnglish(source)) === null ? [] : [index]))
      const held = ends.filter((index) => words.some((word) => bagOf(index).has(word))).length
      return ends.length === 0 ? 0 : held / ends.length
    },
    support: (english) => {
      const before = known.get(english)
      if (before !== undefined) return before
      const texts = textsWith(english)
      const words = renderings(english)
      const held = texts.filter((index) => words.some(([word]) => bagOf(index).has(word))).length
      known.set(english, {uses: texts.length, held})
      return {uses: texts.length, held}
    },
  }
}
