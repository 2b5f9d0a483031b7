import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Intervals, joined, without} from '../../../src/firewall/audit/interval.ts'
import {outsideOf, type Region, split, universe} from '../../../src/firewall/audit/region.ts'
import {runs} from '../../support/thorough.ts'

/** Sets of the points 0 to 7. */
const set: fc.Arbitrary<Intervals> = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7)), {minLength: 1, maxLength: 3})
  .map((pairs) => joined(pairs.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1])))

const region: fc.Arbitrary<Region> = fc
  .record({ports: set, destinations: set, sources: set, protocols: set, sourcePorts: set})
  .map((sets) => ({...universe('v4'), ...sets}))

const points = fc.record({
  ports: fc.nat(8),
  destinations: fc.nat(8),
  sources: fc.nat(8),
  protocols: fc.nat(8),
  sourcePorts: fc.nat(8),
})
type Point = Record<'ports' | 'destinations' | 'sources' | 'protocols' | 'sourcePorts', number>

const has = (one: Region, point: Point): boolean =>
  (Object.keys(point) as (keyof Point)[]).every((name) =>
    one[name].some(([from, to]) => from <= point[name] && point[name] < to),
  )

describe('src/firewall/audit/region.ts', () => {
  it('cuts a region in two that hold each packet once', () => {
    fc.assert(
      fc.property(region, region, points, (a, b, point) => {
        const {inside, outside} = split(a, b)
        expect(inside !== null && has(inside, point)).toBe(has(a, point) && has(b, point))
        const holding = outside.filter((one) => has(one, point))
        expect(holding).toHaveLength(has(a, point) && !has(b, point) ? 1 : 0)
      }),
      {numRuns: runs(500)},
    )
  })

  it('leaves what is in none of many', () => {
    fc.assert(
      fc.property(region, fc.array(region, {maxLength: 6}), points, (a, others, point) => {
        const left = outsideOf([a], others)
        const isLeft = has(a, point) && !others.some((other) => has(other, point))
        expect(left.filter((one) => has(one, point))).toHaveLength(isLeft ? 1 : 0)
      }),
      {numRuns: runs(500)},
    )
  })

  it('never mixes the two families', () => {
    expect(split(universe('v4'), universe('v6'))).toEqual({inside: null, outside: [universe('v4')]})
  })
})

describe('src/firewall/audit/interval.ts', () => {
  it('takes addresses of IPv6, too', () => {
    expect(
      without(
        [[0n, 2n ** 128n]],
        [
          [1n, 5n],
          [9n, 10n],
        ],
      ),
    ).toEqual([
      [0n, 1n],
      [5n, 9n],
      [10n, 2n ** 128n],
    ])
  })
})
