/**
 * A dictionary learnt from pairs of texts: which words of a locale stand for which English ones. IBM model 1 in both
 * directions (Brown et al., “The Mathematics of Statistical Machine Translation”, 1993); linear in pairs of words.
 */

/** The words of a text and of its translation, in order. */
export interface WordPair {
  english: readonly string[]
  target: readonly string[]
}

export interface Dictionary {
  /** Words that stand for an English one, with how firmly (0 to 1), the firmest first. */
  renderings(english: string): readonly Rendering[]
  /** The same from the words of the locale to the English ones. */
  meanings(target: string): readonly Rendering[]
  /** In how many distinct pairs an English word stands. */
  uses(english: string): number
}

export type Rendering = readonly [word: string, strength: number]

const ROUNDS = 6
/** A word that is written alike on both sides stands for itself sooner than for another. */
const ALIKE = 4
/** Weaker ties are chance. */
const LEAST = 0.05
/** Longer texts say little about single words, and cost the square of their length. */
const LONGEST = 120

/** Numbers for words; 0 is the word that stands for nothing, which takes the particles. */
const createIndex = () => {
  const ids = new Map<string, number>([['', 0]])
  const words = ['']
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known !== undefined) return known
    ids.set(word, words.length)
    words.push(word)
    return words.length - 1
  }
  return {ids, words, idOf}
}

/** The pairs of words that stand together in a pair of texts, each once: `from`, `to`, and for each text its own. */
interface Cells {
  from: number[]
  to: number[]
  /** Number of the cell for each giver of each word, text by text. */
  places: Int32Array
  /** How many givers each word has. */
  givers: Int32Array
}

const layOut = (
  texts: readonly (readonly [from: readonly number[], to: readonly number[]])[],
  toSize: number,
): Cells => {
  const known = new Map<number, number>()
  const [from, to, places, givers]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const [own, words] of texts) {
    for (const word of words) {
      givers.push(own.length + 1)
      for (let at = -1; at < own.length; at++) {
        const giver = at === -1 ? 0 : (own[at] ?? 0)
        const key = giver * toSize + word
        let cell = known.get(key)
        if (cell === undefined) {
          cell = from.length
          known.set(key, cell)
          from.push(giver)
          to.push(word)
        }
        places.push(cell)
      }
    }
  }
  return {from, to, places: Int32Array.from(places), givers: Int32Array.from(givers)}
}

/** The probability of each cell: that its `from` gives its `to`. */
const estimate = ({from, places, givers}: Cells, first: Float64Array, fromSize: number): Float64Array => {
  let values = first
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(values.length)
    let place = 0
    for (const many of givers) {
      let sum = 0
      for (let at = place; at < place + many; at++) sum += values[places[at] ?? 0] ?? 0
      for (let at = place; sum > 0 && at < place + many; at++) {
        const cell = places[at] ?? 0
        counts[cell] = (counts[cell] ?? 0) + (values[cell] ?? 0) / sum
      }
      place += many
    }
    const sums = new Float64Array(fromSize)
    for (const [cell, giver] of from.entries()) sums[giver] = (sums[giver] ?? 0) + (counts[cell] ?? 0)
    for (const [cell, giver] of from.entries()) counts[cell] = (counts[cell] ?? 0) / (sums[giver] || 1)
    values = counts
  }
  return values
}

/** Learns from distinct pairs. */
export const learnDictionary = (pairs: readonly WordPair[]): Dictionary => {
  const [english, target] = [createIndex(), createIndex()]
  const texts = pairs.map(
    (pair) =>
      [
        pair.english.slice(0, LONGEST).map(english.idOf),
        pair.target.slice(0, LONGEST).map(target.idOf),
      ] as const,
  )
  const model = (
    turned: readonly (readonly [readonly number[], readonly number[]])[],
    one: typeof english,
    other: typeof english,
  ) => {
    const cells = layOut(turned, other.words.length)
    const first = Float64Array.from(cells.from, (giver, cell) =>
      giver !== 0 && one.words[giver] === other.words[cells.to[cell] ?? 0] ? ALIKE : 1,
    )
    return {cells, values: estimate(cells, first, one.words.length)}
  }
  const forward = model(texts, english, target)
  const backward = model(
    texts.map(([one, other]) => [other, one]),
    target,
    english,
  )
  const back = new Map(
    backward.cells.from.map((own, cell) => [
      (backward.cells.to[cell] ?? 0) * target.words.length + own,
      backward.values[cell] ?? 0,
    ]),
  )
  const [renderings, meanings]: [Map<string, Rendering[]>, Map<string, Rendering[]>] = [new Map(), new Map()]
  for (const [cell, giver] of forward.cells.from.entries()) {
    const own = forward.cells.to[cell] ?? 0
    if (giver === 0) continue
    const strength = Math.sqrt(
      (forward.values[cell] ?? 0) * (back.get(giver * target.words.length + own) ?? 0),
    )
    if (strength < LEAST) continue
    const [word, other] = [english.words[giver] ?? '', target.words[own] ?? '']
    renderings.set(word, [...(renderings.get(word) ?? []), [other, strength]])
    meanings.set(other, [...(meanings.get(other) ?? []), [word, strength]])
  }
  for (const list of [...renderings.values(), ...meanings.values()])
    list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const uses = countUses(pairs)
  return {
    renderings: (word) => renderings.get(word) ?? none,
    meanings: (word) => meanings.get(word) ?? none,
    uses: (word) => uses.get(word) ?? 0,
  }
}

const none: readonly Rendering[] = []

const countUses = (pairs: readonly WordPair[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const {english} of pairs)
    for (const word of new Set(english)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
