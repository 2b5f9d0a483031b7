import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  intersectRanges,
  mergeRanges,
  type Range,
  rangesEqual,
  sortRanges,
  subtractRanges,
} from '../../../src/facts/ports/ranges.ts'

/** Small ports, so that the sets can be compared port by port. */
const ranges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)]),
  {maxLength: 6},
)
const portsOf = (list: readonly Range[]) =>
  new Set(list.flatMap(([low, high]) => Array.from({length: high - low + 1}, (_, i) => low + i)))

const isCanonical = (list: readonly Range[]) =>
  list.every(([low, high], i) => low <= high && (i === 0 || low > (list[i - 1]?.[1] ?? 0) + 1))

describe('src/facts/ports/ranges.ts', () => {
  it('merges to the same ports, sorted and apart', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = mergeRanges(list)
        expect(portsOf(merged)).toEqual(portsOf(list))
        expect(isCanonical(merged)).toBe(true)
      }),
    )
  })

  it('subtracts and intersects port by port', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        expect(portsOf(subtractRanges(a, b))).toEqual(portsOf(a).difference(portsOf(b)))
        expect(portsOf(intersectRanges(a, b))).toEqual(portsOf(a).intersection(portsOf(b)))
        expect(isCanonical(subtractRanges(a, b)) && isCanonical(intersectRanges(a, b))).toBe(true)
      }),
    )
  })

  it('calls two lists equal when they hold the same ports', () => {
    expect(
      rangesEqual(
        [
          [67, 67],
          [68, 68],
        ],
        [[67, 68]],
      ),
    ).toBe(true)
    expect(rangesEqual([[67, 68]], [[67, 69]])).toBe(false)
  })

  it('calls no two lists equal of which one holds a port more', () => {
    fc.assert(
      fc.property(ranges, fc.nat(60), (list, port) => {
        const ports = portsOf(list)
        const one = [...ports].map((each): Range => [each, each])
        expect(rangesEqual(list, one)).toBe(true)
        const more: Range[] = [...list, [port, port]]
        expect(rangesEqual(more, list)).toBe(ports.has(port))
        expect(rangesEqual(list, more)).toBe(ports.has(port))
      }),
    )
  })

  it('sorts by the first port, then by the last, and keeps every range that is not written twice', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const written = new Set(list.map(String))
        const sorted = sortRanges([...list, ...list])
        expect(new Set(sorted.map(String))).toEqual(written)
        expect(sorted).toHaveLength(written.size)
        for (const [at, [low, high]] of sorted.slice(1).entries()) {
          const [before = low, end = high] = sorted[at] ?? []
          expect(before < low || (before === low && end < high)).toBe(true)
        }
      }),
    )
  })

  it('sorts without joining, each range once', () => {
    expect(
      sortRanges([
        [68, 68],
        [67, 67],
        [68, 68],
      ]),
    ).toEqual([
      [67, 67],
      [68, 68],
    ])
  })

  it('leaves its arguments as they are', () => {
    const list: Range[] = [
      [5, 9],
      [1, 6],
    ]
    mergeRanges(list)
    expect(list).toEqual([
      [5, 9],
      [1, 6],
    ])
  })
})
