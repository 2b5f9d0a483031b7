/** Which column of one edition of a table is which of another: by meaning and by the figures and acronyms that they hold. */
import type {ColumnKind} from '../model/schema.ts'

/** What of a table tells its columns apart. */
export interface Columns {
  kinds: readonly ColumnKind[]
  /** Figures and acronyms of each, and how often they stand there. */
  byColumn: readonly ReadonlyMap<string, number>[]
  /** How long the cells of each row are, by the figures of the row; null for figures that stand in several rows. */
  lengths: ReadonlyMap<string, readonly number[] | null>
}

/** Equal meaning; the same figures and acronyms throughout; long cells in the same rows; the same place. */
const [KIND, CONTENT, LENGTH, PLACE] = [1, 2, 1, 0.1]
/** Rows that tell whether the cells of two columns are long in the same rows. */
const LEAST_ROWS = 4
/** By so much another order of columns must fit better than the one that stands there. */
const LEAST_GAIN = 1
/** What a column shares with one of another table of another width is at least this. */
const LEAST_LIKENESS = 0.9

/** For each column of `one` the column of `other`, from 0; -1 where it has none. */
export const placeColumns = (one: Columns, other: Columns): number[] => {
  const inPlace = one.kinds.map((_, column) => (column < other.kinds.length ? column : -1))
  const rows = sharedRows(one, other)
  const likeness = one.kinds.map((kind, a) =>
    other.kinds.map(
      (otherKind, b) =>
        (kind === otherKind && kind !== 'other' ? KIND : 0) +
        CONTENT * dice(one.byColumn[a], other.byColumn[b]) +
        LENGTH * Math.max(0, correlation(rows, a, b)) +
        (a === b ? PLACE : 0),
    ),
  )
  const at = (a: number, b: number): number => likeness[a]?.[b] ?? 0
  const isEqual = one.kinds.length === other.kinds.length
  const best = assign(likeness, isEqual ? 0 : LEAST_LIKENESS)
  if (!isEqual) return best
  const sum = (places: readonly number[]): number => places.reduce((total, b, a) => total + at(a, b), 0)
  const places = sum(best) >= sum(inPlace) + LEAST_GAIN ? best : inPlace
  return places.map((b, a) => (holdsOther(one, other, a, b) || holdsOther(other, one, b, a) ? -1 : b))
}

/** A column has so many figures before they tell which one it is. */
const LEAST_FIGURES = 4

/** Whether the other table has the figures of a column, and none of them in the column that it would be. */
const holdsOther = (one: Columns, other: Columns, a: number, b: number): boolean => {
  const own = figuresOf(one.byColumn[a])
  const count = [...own.values()].reduce((sum, each) => sum + each, 0)
  if (count < LEAST_FIGURES || dice(own, figuresOf(other.byColumn[b])) > 0) return false
  return other.byColumn.some((column) => {
    const found = [...own].reduce((sum, [figure, each]) => sum + Math.min(each, column.get(figure) ?? 0), 0)
    return 2 * found >= count
  })
}

const figuresOf = (tokens: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> =>
  new Map([...tokens].filter(([token]) => /^\d/.test(token)))

/** The most alike columns first, each once. */
const assign = (likeness: readonly (readonly number[])[], least: number): number[] => {
  const pairs = likeness
    .flatMap((row, a) => row.map((like, b) => ({a, b, like})))
    .filter(({like}) => like >= least)
    .toSorted(
      (x, y) => y.like - x.like || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a - y.a || x.b - y.b,
    )
  const places = likeness.map(() => -1)
  const taken = new Set<number>()
  for (const {a, b} of pairs) {
    if (places[a] !== -1 || taken.has(b)) continue
    places[a] = b
    taken.add(b)
  }
  return places
}

type RowPair = readonly [own: readonly number[], other: readonly number[]]

/** Rows of both tables that have the same figures, and alone have them. */
const sharedRows = (one: Columns, other: Columns): RowPair[] =>
  [...one.lengths].flatMap(([figures, own]): RowPair[] => {
    const same = other.lengths.get(figures)
    return own && same ? [[own, same]] : []
  })

/** Of the lengths of two columns, -1 to 1 (Pearson): a translation of a long text is long. */
const correlation = (rows: readonly RowPair[], a: number, b: number): number => {
  if (rows.length < LEAST_ROWS) return 0
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length
  const [xs, ys] = [rows.map(([own]) => own[a] ?? 0), rows.map(([, other]) => other[b] ?? 0)]
  const [x, y] = [mean(xs), mean(ys)]
  let [both, squaresX, squaresY] = [0, 0, 0]
  for (const [index, value] of xs.entries()) {
    const [dx, dy] = [value - x, (ys[index] ?? 0) - y]
    both += dx * dy
    squaresX += dx * dx
    squaresY += dy * dy
  }
  return squaresX === 0 || squaresY === 0 ? 0 : both / Math.sqrt(squaresX * squaresY)
}

const dice = (
  a: ReadonlyMap<string, number> = new Map(),
  b: ReadonlyMap<string, number> = new Map(),
): number => {
  let [shared, all] = [0, 0]
  for (const [token, count] of a) {
    shared += Math.min(count, b.get(token) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}
