/**
 * Finds the rules of a chain that a region may meet, by the bounds of their ports and addresses: a prefilter that never leaves
 * out one that does. Most rules of a long list concern other machines.
 */
import type {DeviceRule} from './device.ts'
import type {Interval, Intervals} from './interval.ts'
import type {Region} from './region.ts'

const dimensions = ['ports', 'destinations', 'sources'] as const
/** Family, and two bounds a dimension. */
const width = 1 + 2 * dimensions.length

const indices = new WeakMap<readonly DeviceRule[], Float64Array>()

/** Positions of the rules that may meet one of the regions. The bounds of IPv6 are rounded, so equal bounds count as met. */
export function mayMeetAt(rules: readonly DeviceRule[], regions: readonly Region[]): number[] {
  const bounds = indexOf(rules)
  const [family = 0, p0 = 0, p1 = 0, d0 = 0, d1 = 0, s0 = 0, s1 = 0] = boundsOf(regions)
  const found: number[] = []
  for (let at = 0, start = 0; start < bounds.length; at += 1, start += width)
    if (
      ((bounds[start] ?? 0) & family) !== 0 &&
      (bounds[start + 1] ?? 0) <= p1 &&
      p0 <= (bounds[start + 2] ?? 0) &&
      (bounds[start + 3] ?? 0) <= d1 &&
      d0 <= (bounds[start + 4] ?? 0) &&
      (bounds[start + 5] ?? 0) <= s1 &&
      s0 <= (bounds[start + 6] ?? 0)
    )
      found.push(at)
  return found
}

function indexOf(rules: readonly DeviceRule[]): Float64Array {
  const before = indices.get(rules)
  if (before !== undefined) return before
  const bounds = Float64Array.from(rules.flatMap(({regions}) => boundsOf(regions)))
  indices.set(rules, bounds)
  return bounds
}

/** Bit 1 for IPv4, bit 2 for IPv6, and the least and the highest point of each dimension over all regions. */
function boundsOf(regions: readonly Region[]): number[] {
  const family = regions.reduce((bits, {family: own}) => bits | (own === 'v4' ? 1 : 2), 0)
  const span = (dimension: (typeof dimensions)[number]): number[] => [
    Math.min(...regions.map((region) => edge(region[dimension], 0))),
    Math.max(...regions.map((region) => edge(region[dimension], 1))),
  ]
  return [family, ...dimensions.flatMap(span)]
}

const edge = (set: Intervals, side: 0 | 1): number => {
  const interval: Interval | undefined = side === 0 ? set[0] : set.at(-1)
  return Number(interval?.[side] ?? 0)
}
