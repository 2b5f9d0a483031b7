import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {runsToNumbers, toRuns} from '../../../src/search/index/runs.ts'

describe('src/search/index/runs.ts', () => {
  test('neighbours share a run, gaps are counted from the end of the run before', () => {
    expect(toRuns([3, 4, 10])).toEqual([3, 2, 5, 1])
    expect(toRuns([])).toEqual([])
    expect(toRuns([0])).toEqual([0, 1])
  })

  test('numbers come back from their runs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300)), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        expect(runsToNumbers(toRuns(sorted))).toEqual(sorted)
      }),
    )
  })
})
