/** Arithmetic on sets of ports, held as lists of inclusive ranges `[low, high]` of integers 0 to 65,535. */

import {MAX_PORT} from '../../model/max-port.ts'

/** Inclusive; a single port is `[p, p]`. */
export type Range = [low: number, high: number]

export {MAX_PORT}

/** Sorts and joins what overlaps or touches: `[[5, 9], [1, 4], [8, 12]]` → `[[1, 12]]`. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [low, high] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high)
    else merged.push([low, high])
  }
  return merged
}

/** Sorted by their bounds, each once, and not joined: 67 and 68 stay two ports, as they were written. */
export function sortRanges(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  return sorted.filter(([low, high], i) => low !== sorted[i - 1]?.[0] || high !== sorted[i - 1]?.[1])
}

/** The ports of `ranges` that are not in `taken`, merged. */
export function subtractRanges(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const cuts = mergeRanges(taken)
  const left: Range[] = []
  let first = 0
  for (const [low, high] of mergeRanges(ranges)) {
    while ((cuts[first]?.[1] ?? Number.POSITIVE_INFINITY) < low) first++
    let from = low
    for (let i = first; i < cuts.length; i++) {
      const cut = cuts[i]
      if (!cut || cut[0] > high) break
      if (from < cut[0]) left.push([from, cut[0] - 1])
      from = Math.max(from, cut[1] + 1)
    }
    if (from <= high) left.push([from, high])
  }
  return left
}

/** The ports that are in both sets, merged. */
export function intersectRanges(a: readonly Range[], b: readonly Range[]): Range[] {
  const [left, right] = [mergeRanges(a), mergeRanges(b)]
  const common: Range[] = []
  for (let i = 0, j = 0; ; ) {
    const [x, y] = [left[i], right[j]]
    if (!x || !y) return common
    const [low, high] = [Math.max(x[0], y[0]), Math.min(x[1], y[1])]
    if (low <= high) common.push([low, high])
    if (x[1] < y[1]) i++
    else j++
  }
}

/** Whether both hold the same ports, however they are cut into ranges. */
export function rangesEqual(a: readonly Range[], b: readonly Range[]): boolean {
  const [left, right] = [mergeRanges(a), mergeRanges(b)]
  return (
    left.length === right.length &&
    left.every(([low, high], i) => low === right[i]?.[0] && high === right[i]?.[1])
  )
}
