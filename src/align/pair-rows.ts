/** Which row of one edition of a table is which of another one, when rows were added, removed, moved or mistranslated. */

import type {EditionRow} from '../model/edition.ts'
import {lowerCase} from '../text/normalize.ts'
import {alignSequences, type Pairing} from './align-sequences.ts'
import {rowFigures} from './english/row-figures.ts'
import {type Fingerprint, fingerprintRow, rowSimilarity} from './english/row-fingerprint.ts'

interface RowPairs {
  /** Rows of the first side. */
  one: readonly EditionRow[]
  /** Rows of the other side, cells in the order of the first side's columns. */
  other: readonly EditionRow[]
  /** Whether the sides are documents of their own, one of them in English: they may be of different age. */
  apart: boolean
}

/** Rows whose figures differ are one row only if so much of the rest is the same. */
const LEAST_ALIKE = 0.5
/** Rows without figures that share a name. */
const LEAST_NAMED = 0.4
/** Below what a pair is made of. */
const NOTHING = 0

/** Every index of both sides exactly once, in the order of the first side. */
export const pairRows = ({one, other, apart}: RowPairs): Pairing[] => {
  const [left, right] = [one.map(readRow), other.map(readRow)]
  const keys = namesOnce(left).intersection(namesOnce(right))
  const pairs = alignSequences(left.length, right.length, (a, b) => {
    const [x, y] = [left[a], right[b]]
    if (x === undefined || y === undefined) return NOTHING
    if (!apart) return rowSimilarity(x.print, y.print)
    return byName(x, y, keys) ?? similarityApart(x, y, left.length === right.length && a === b)
  })
  if (!apart) return pairs
  const placed = moved(pairs, left, right)
  return left.length === right.length ? withLast(placed, left, right) : placed
}

interface RowReading {
  print: Fingerprint
  figures: string | null
  /** Words in Latin script, which a translation keeps where they are names. */
  names: ReadonlySet<string>
  /** The name that the first cell is, of a kind that no language translates; null for any other text. */
  key: string | null
  /** What the last cell says in no language, such as `int32` or `true`, in small letters; null for any other text. */
  value: string | null
}

/** One word, name or figure of Latin letters, with a letter or digit in it. */
const valueRE =
  /^[\\`"'*]*([\p{Script=Latin}\d](?:[\p{Script=Latin}\d\\_./:-]*[\p{Script=Latin}\d])?)[`"'*]*$/u

/** A name for machines of several parts (`relay_port`, `lift-agent`, `lift.log`). */
const keyRE = /^[\\`*]*([a-z][a-z\d]*(?:\\?[_.-][a-z][a-z\d]*)+)[`*]*$/

const nameRE = /\p{Script=Latin}[\p{Script=Latin}\d.-]{2,}/gu

const readRow = (row: EditionRow): RowReading => ({
  print: fingerprintRow(row),
  figures: rowFigures(row),
  names: new Set(row.cells.flatMap(({target}) => lowerCase(target).match(nameRE) ?? [])),
  key: keyRE.exec(row.cells[0]?.target.trim() ?? '')?.[1] ?? null,
  value: valueIn(row),
})

const valueIn = ({cells}: EditionRow): string | null => {
  const value = valueRE.exec(cells.length > 1 ? (cells.at(-1)?.target.trim() ?? '') : '')?.[1]
  return value === undefined ? null : lowerCase(value)
}

/** Names that one row of a table begins with, and no other one. */
const namesOnce = (rows: readonly RowReading[]): Set<string> =>
  new Set(
    [...Map.groupBy(rows, ({key}) => key)].flatMap(([key, own]) =>
      key === null || own.length > 1 ? [] : [key],
    ),
  )

/** Rows of a name that both tables have once are one row, unless both state figures, and others; null where no name tells. */
const byName = (x: RowReading, y: RowReading, keys: ReadonlySet<string>): number | null => {
  const isNamed = ({key}: RowReading) => key !== null && keys.has(key)
  if (!isNamed(x) && !isNamed(y)) return null
  if (x.key !== y.key) return NOTHING
  return x.figures === null || y.figures === null || x.figures === y.figures ? 1 : null
}

/** Rows that nothing tells apart stand beside each other where none was added or removed. */
const IN_PLACE = 0.7

const similarityApart = (x: RowReading, y: RowReading, isInPlace: boolean): number => {
  const likely = isInPlace && !contradict(x, y) ? IN_PLACE : NOTHING
  if (x.print.size + y.print.size === 0) {
    const shared = x.names.intersection(y.names).size
    const all = x.names.size + y.names.size
    return Math.max(likely, shared === 0 ? NOTHING : LEAST_NAMED + (1 - LEAST_NAMED) * ((2 * shared) / all))
  }
  const similarity = rowSimilarity(x.print, y.print)
  return x.figures === y.figures || similarity > LEAST_ALIKE ? Math.max(likely, similarity) : likely
}

/** Both state figures, and others. */
const contradict = (x: RowReading | undefined, y: RowReading | undefined): boolean =>
  (x?.figures ?? y?.figures ?? null) !== (y?.figures ?? x?.figures ?? null)

/** One row of each side that nothing was found for is one row, where none was added or removed. */
const withLast = (
  pairs: readonly Pairing[],
  left: readonly RowReading[],
  right: readonly RowReading[],
): Pairing[] => {
  const [ours, theirs] = [pairs.filter(([, b]) => b === null), pairs.filter(([a]) => a === null)]
  const [a, b] = [ours[0]?.[0] ?? null, theirs[0]?.[1] ?? null]
  if (ours.length !== 1 || theirs.length !== 1 || contradict(left[a ?? -1], right[b ?? -1])) return [...pairs]
  return pairs.flatMap((pair): Pairing[] => (pair === ours[0] ? [[a, b]] : pair === theirs[0] ? [] : [pair]))
}

/** What a row says in no language: its figures, else the value that it ends with. */
const factOf = (row: RowReading | undefined): string | null =>
  row === undefined ? null : (row.figures ?? (row.value === null ? null : `=${row.value}`))

/** Lets rows whose figures or values differ go where the same ones stand, wherever that is. */
const moved = (
  pairs: readonly Pairing[],
  left: readonly RowReading[],
  right: readonly RowReading[],
): Pairing[] => {
  const isSure = ([a, b]: Pairing): boolean =>
    a !== null && b !== null && factOf(left[a]) === factOf(right[b])
  const open = pairs.filter((pair) => !isSure(pair))
  const byFigures = (side: 0 | 1, rows: readonly RowReading[]): Map<string, number[]> => {
    const found = new Map<string, number[]>()
    for (const pair of open) {
      const index = pair[side]
      const fact = index === null ? null : factOf(rows[index])
      if (index !== null && fact !== null) found.set(fact, [...(found.get(fact) ?? []), index])
    }
    return found
  }
  const [ours, theirs] = [byFigures(0, left), byFigures(1, right)]
  const places = new Map<number, number>()
  for (const [figures, own] of ours) {
    const same = theirs.get(figures) ?? []
    // Of several rows with the same figures nobody knows which is which, unless there are as many.
    if (same.length !== own.length) continue
    for (const [index, a] of own.entries()) places.set(a, same[index] ?? -1)
  }
  if (places.size === 0) return [...pairs]
  const taken = new Set(places.values())
  return pairs.flatMap(([a, b]): Pairing[] => {
    const place = a === null ? undefined : places.get(a)
    if (place !== undefined) return [[a, place], ...(b === null || taken.has(b) ? [] : [[null, b] as const])]
    const own = b !== null && taken.has(b) ? null : b
    return a === null && own === null ? [] : [[a, own]]
  })
}
