import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {indexRanges} from '../../../src/facts/ports/range-index.ts'
import {intersectRanges, MAX_PORT, type Range} from '../../../src/facts/ports/ranges.ts'

const range = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)])
const sets = (most: number) => fc.array(fc.array(range(most), {maxLength: 3}), {maxLength: 12})

describe('src/facts/ports/range-index.ts', () => {
  it.each([40, MAX_PORT])('finds the sets that share a port, and no other, of ports up to %d', (most) => {
    fc.assert(
      fc.property(sets(most), fc.array(range(most), {maxLength: 3}), (list, asked) => {
        const sharing = [...list.keys()].filter((at) => intersectRanges(list[at] ?? [], asked).length > 0)
        expect(indexRanges(list)(asked)).toEqual(sharing)
      }),
    )
  })
})
