/** Finds, of many sets of ports, those that share a port with another one, without asking each of them. */
import type {Range} from './ranges.ts'

/** Ranges of about the same width, by their lower bounds: what begins further below than that width can't reach a port. */
interface Level {
  /** No range has more ports. */
  width: number
  lows: Float64Array
  highs: Float64Array
  /** Positions of the sets that the ranges are from. */
  sets: Int32Array
}

/** Positions of the sets that share a port with one of the ranges, each once, in their order. */
export type RangeIndex = (ranges: readonly Range[]) => number[]

export function indexRanges(sets: readonly (readonly Range[])[]): RangeIndex {
  const entries = sets.flatMap((ranges, set) => ranges.map(([low, high]) => ({low, high, set})))
  const levels = [...Map.groupBy(entries, ({low, high}) => Math.ceil(Math.log2(high - low + 1)))].map(
    ([power, own]): Level => {
      const sorted = own.toSorted((a, b) => a.low - b.low)
      return {
        width: 2 ** power,
        lows: Float64Array.from(sorted, ({low}) => low),
        highs: Float64Array.from(sorted, ({high}) => high),
        sets: Int32Array.from(sorted, ({set}) => set),
      }
    },
  )
  return (ranges) => {
    const found = new Set<number>()
    for (const range of ranges) for (const level of levels) addMeeting(level, range, found)
    return [...found].sort((a, b) => a - b)
  }
}

function addMeeting({width, lows, highs, sets}: Level, [from, to]: Range, found: Set<number>): void {
  for (let at = firstAtLeast(lows, from - width + 1); at < lows.length && valueAt(lows, at) <= to; at++)
    if (valueAt(highs, at) >= from) found.add(valueAt(sets, at))
}

/** Of sorted numbers the place of the first that isn't smaller. */
function firstAtLeast(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(sorted, middle) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Typed arrays are read inside their bounds only. */
const valueAt = (values: Float64Array | Int32Array, index: number): number => values[index] ?? 0
