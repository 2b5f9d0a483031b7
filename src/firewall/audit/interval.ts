/**
 * Arithmetic on sets of points on a line (ports, protocol numbers, addresses), held as sorted lists of half-open intervals
 * `[from, to)` that neither overlap nor touch. It only compares, so that IPv6 addresses can be bigints.
 */

/** IPv4 addresses, ports and protocols are numbers, IPv6 addresses bigints; a list holds one kind. */
export type Point = number | bigint
export type Interval = readonly [from: Point, to: Point]
export type Intervals = readonly Interval[]

/** Sorts and joins what overlaps or touches. */
export function joined(intervals: Intervals): Intervals {
  if (intervals.length < 2) return intervals
  const found: [Point, Point][] = []
  for (const [from, to] of intervals.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const last = found.at(-1)
    if (last === undefined || from > last[1]) found.push([from, to])
    else if (to > last[1]) last[1] = to
  }
  return found
}

const later = (a: Point, b: Point): Point => (a > b ? a : b)

/** The intervals of a list that one interval meets: from the first position up to the second. By halving: lists may be long. */
function metBy(a: Intervals, [from, to]: Interval): [number, number] {
  const firstWhere = (isMet: (interval: Interval) => boolean): number => {
    let [low, high] = [0, a.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const interval = a[middle]
      if (interval !== undefined && isMet(interval)) high = middle
      else low = middle + 1
    }
    return low
  }
  return [firstWhere((interval) => interval[1] > from), firstWhere((interval) => interval[0] >= to)]
}

/** The points of both. */
export function common(a: Intervals, b: Intervals): Intervals {
  const [only, more] = b
  if (only !== undefined && more === undefined && a.length > 1) {
    const [start, end] = metBy(a, only)
    return a.slice(start, end).flatMap((each) => common([each], [only]))
  }
  const found: Interval[] = []
  for (let i = 0, j = 0; ; ) {
    const [x, y] = [a[i], b[j]]
    if (x === undefined || y === undefined) return found
    const from = later(x[0], y[0])
    const to = later(x[1], y[1]) === x[1] ? y[1] : x[1]
    if (from < to) found.push([from, to])
    if (x[1] < y[1]) i++
    else j++
  }
}

/** The points of `a` that are not in `b`. */
export function without(a: Intervals, b: Intervals): Intervals {
  const [only, more] = b
  if (only !== undefined && more === undefined && a.length > 1) {
    const [start, end] = metBy(a, only)
    if (start >= end) return a
    return [
      ...a.slice(0, start),
      ...a.slice(start, end).flatMap((each) => without([each], [only])),
      ...a.slice(end),
    ]
  }
  const found: Interval[] = []
  let first = 0
  for (const [low, to] of a) {
    let from = low
    for (let cut = b[first]; cut !== undefined && cut[1] <= from; cut = b[first]) first++
    for (let at = first; from < to; at++) {
      const cut = b[at]
      if (cut === undefined || cut[0] >= to) break
      if (from < cut[0]) found.push([from, cut[0]])
      if (cut[1] > from) from = cut[1]
    }
    if (from < to) found.push([from, to])
  }
  return found
}

/** Whether the spans from the first to the last point overlap: quick, and never wrong when it says no. */
export function mayMeet(a: Intervals, b: Intervals): boolean {
  const [a0, b0] = [a[0], b[0]]
  const [aLast, bLast] = [a[a.length - 1], b[b.length - 1]]
  if (a0 === undefined || b0 === undefined || aLast === undefined || bLast === undefined) return false
  return a0[0] < bLast[1] && b0[0] < aLast[1]
}
