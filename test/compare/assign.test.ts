import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {assign} from '../../src/compare/assign.ts'

const sum = (costs: number[][], columns: readonly number[]): number =>
  columns.reduce((total, column, row) => total + (costs[row]?.[column] ?? Number.NaN), 0)

function cheapest(costs: number[][], row = 0, used: readonly number[] = []): number {
  if (row === costs.length) return 0
  return Math.min(
    ...costs.map((_, column) =>
      used.includes(column)
        ? Number.POSITIVE_INFINITY
        : (costs[row]?.[column] ?? 0) + cheapest(costs, row + 1, [...used, column]),
    ),
  )
}

const matrix = fc
  .integer({min: 1, max: 5})
  .chain((size) =>
    fc.array(fc.array(fc.nat(12), {minLength: size, maxLength: size}), {minLength: size, maxLength: size}),
  )

describe('src/compare/assign.ts', () => {
  it('finds the sum that trying every order finds', () => {
    fc.assert(
      fc.property(matrix, (costs) => {
        const columns = assign(costs)
        expect(new Set(columns).size).toBe(costs.length)
        expect(sum(costs, columns)).toBe(cheapest(costs))
      }),
    )
  })

  it('gives up a cheap pair where the sum is smaller without it', () => {
    expect(
      assign([
        [1, 2],
        [2, 9],
      ]),
    ).toEqual([1, 0])
  })

  it('has nothing to say about nothing', () => {
    expect(assign([])).toEqual([])
  })
})
