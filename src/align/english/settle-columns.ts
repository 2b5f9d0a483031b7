/**
 * Which columns of a translation are surely those of the English document beside it. A column whose header both languages
 * know is told by it, any other one by what its cells hold: where nothing tells, the English of the column proves nothing,
 * and where the headers contradict each other, it has none.
 */
import type {EditionRow} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {foldToken} from '../../text/normalize.ts'

/** The columns of one side with what they are called, and its rows. */
export interface Side {
  kinds: readonly ColumnKind[]
  header: EditionRow | null
  rows: readonly EditionRow[]
}

export interface SettledColumns {
  /** For each column of the English the column of the translation; -1 for none. */
  places: number[]
  /** Columns of the English whose place nothing proves. */
  doubtful: ReadonlySet<number>
}

/** Evidence that two columns are one must be so strong, and by so much stronger than for any other column. */
const [LEAST, MARGIN] = [0.6, 0.15]
/** Rows that tell whether the cells of two columns are long, or alike, in the same rows. */
const [LEAST_LONG, LEAST_ALIKE] = [4, 3]
/** A third of the letters in common tells as much as all of them. */
const COGNATE = 3

/** `english` and `translated` hold the rows that stand for each other, one for one; `places` is what is taken so far. */
export const settleColumns = (english: Side, translated: Side, places: readonly number[]): SettledColumns => {
  const [titles, others] = [titlesOf(english), titlesOf(translated)]
  const settled = places.map((b, a) =>
    isTold(english.kinds, translated.kinds, a, b) || isTold(titles, others, a, b) ? b : -1,
  )
  const open = (): [ours: number[], theirs: number[]] => [
    settled.flatMap((b, a) => (b === -1 ? [a] : [])),
    translated.kinds.flatMap((_, b) => (settled.includes(b) ? [] : [b])),
  ]
  for (const {a, b} of byContent(english, translated, ...open())) settled[a] = b
  const [ours, theirs] = open()
  const [a, b] = [ours[0], theirs[0]]
  const canBe = (a: number, b: number): boolean =>
    !contradict(english.kinds[a], translated.kinds[b]) && isBeside(settled, translated.kinds.length, a, b)
  const isLast = ours.length === 1 && theirs.length === 1 && a !== undefined && b !== undefined
  if (isLast && canBe(a, b)) settled[a] = b
  const doubtful = new Set<number>()
  for (const [column, place] of places.entries()) {
    if (settled[column] !== -1 || place === -1 || settled.includes(place)) continue
    if (!canBe(column, place)) continue
    settled[column] = place
    doubtful.add(column)
  }
  return {places: settled, doubtful}
}

/** Two columns at the same end of their tables, or beside two that are one. */
const isBeside = (settled: readonly number[], width: number, a: number, b: number): boolean =>
  (a === 0 && b === 0) ||
  (a === settled.length - 1 && b === width - 1) ||
  (a > 0 && b > 0 && settled[a - 1] === b - 1) ||
  (b < width - 1 && settled[a + 1] === b + 1)

/** What columns are called, in small letters; `CPU` and `RAM` are the same in many languages. */
const titlesOf = ({header, kinds}: Side): string[] =>
  kinds.map((_, column) => foldToken(header?.cells[column]?.target ?? '') || 'other')

/** One meaning, or one header, that is known and that no other column of either side has. */
const isTold = (english: readonly string[], translated: readonly string[], a: number, b: number): boolean => {
  const own = english[a]
  const isOne = (all: readonly string[]): boolean => all.filter((each) => each === own).length === 1
  return own !== undefined && own !== 'other' && translated[b] === own && isOne(english) && isOne(translated)
}

/** Both headers are understood, as different things. */
const contradict = (a: ColumnKind | undefined, b: ColumnKind | undefined): boolean =>
  a !== b && a !== 'other' && b !== 'other'

interface Likeness {
  a: number
  b: number
  like: number
}

/** Columns that are alike beyond doubt, the most alike first. */
const byContent = (
  english: Side,
  translated: Side,
  ours: readonly number[],
  theirs: readonly number[],
): Likeness[] => {
  if (ours.length * theirs.length > MOST_COMPARED) return []
  const all = ours.flatMap((a) =>
    theirs.map((b): Likeness => ({a, b, like: likeness(english, translated, a, b)})),
  )
  const found: Likeness[] = []
  for (const each of all.toSorted((x, y) => y.like - x.like || x.a - y.a || x.b - y.b)) {
    const isOpen = ({a, b}: Likeness): boolean => !found.some((one) => one.a === a || one.b === b)
    if (each.like < LEAST || !isOpen(each)) continue
    const rivals = all.filter(
      (other) => other !== each && (other.a === each.a || other.b === each.b) && isOpen(other),
    )
    if (rivals.every(({like}) => each.like - like >= MARGIN)) found.push(each)
  }
  return found
}

/** A hostile table of hundreds of columns is not compared. */
const MOST_COMPARED = 400
/** Longer cells are told by their beginning, and more rows tell no more. */
const [MOST_LETTERS, MOST_ROWS] = [200, 60]

const likeness = (english: Side, translated: Side, a: number, b: number): number => {
  const textsOf = ({rows}: Side, column: number): string[] =>
    rows.slice(0, MOST_ROWS).map(({cells}) => foldToken((cells[column]?.target ?? '').slice(0, MOST_LETTERS)))
  const [own, other] = [textsOf(english, a), textsOf(translated, b)]
  return Math.max(
    ...[sharedTokens(own, other), sharedLetters(own, other), correlation(own, other)],
    sameGroups(own, other) ? 1 : 0,
  )
}

const TOKEN_RE = /\p{Nd}+|[a-z][a-z0-9]+/gu

/** Figures and Latin words, which other scripts keep: the mean share in common of the rows that have any, 0 to 1. */
const sharedTokens = (own: readonly string[], other: readonly string[]): number =>
  meanShare(own, other, (text) => new Set(text.match(TOKEN_RE) ?? []))

/** Names and words that both languages spell alike: the mean share of letter triples in common, 0 to 1. */
const sharedLetters = (own: readonly string[], other: readonly string[]): number =>
  Math.min(1, COGNATE * meanShare(own, other, triplesOf))

const meanShare = (
  own: readonly string[],
  other: readonly string[],
  partsOf: (text: string) => ReadonlySet<string>,
): number => {
  const shares = own.flatMap((text, row) => {
    const [left, right] = [partsOf(text), partsOf(other[row] ?? '')]
    const all = left.size + right.size
    return all === 0 ? [] : [(2 * left.intersection(right).size) / all]
  })
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
}

const triplesOf = (text: string): Set<string> =>
  new Set(Array.from({length: Math.max(0, text.length - 2)}, (_, at) => text.slice(at, at + 3)))

/** Of the lengths of the cells, -1 to 1 (Pearson): a translation of a long text is long. */
const correlation = (own: readonly string[], other: readonly string[]): number => {
  if (own.length < LEAST_LONG) return 0
  const [xs, ys] = [own.map((text) => text.length), own.map((_, row) => other[row]?.length ?? 0)]
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(xs), mean(ys)]
  let [both, squaresX, squaresY] = [0, 0, 0]
  for (const [row, value] of xs.entries()) {
    const [dx, dy] = [value - x, (ys[row] ?? 0) - y]
    both += dx * dy
    squaresX += dx * dx
    squaresY += dy * dy
  }
  return squaresX === 0 || squaresY === 0 ? 0 : both / Math.sqrt(squaresX * squaresY)
}

/** The same rows have equal cells in both columns: neither all of them, nor each its own. */
const sameGroups = (own: readonly string[], other: readonly string[]): boolean => {
  const [ours, theirs] = [new Set(own).size, new Set(other).size]
  const both = new Set(own.map((text, row) => JSON.stringify([text, other[row] ?? '']))).size
  return own.length >= LEAST_ALIKE && ours > 1 && ours < own.length && ours === theirs && both === ours
}
