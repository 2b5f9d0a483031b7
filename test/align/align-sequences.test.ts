import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {alignSequences, type Pairing} from '../../src/align/align-sequences.ts'

const align = (a: string, b: string): Pairing[] =>
  alignSequences(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0))

describe('src/align/align-sequences.ts', () => {
  it('pairs equal lists by position', () => {
    expect(align('abc', 'abc')).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('finds a member that the second list lacks', () => {
    expect(align('abcd', 'abd')).toEqual([
      [0, 0],
      [1, 1],
      [2, null],
      [3, 2],
    ])
  })

  it('finds a member that the first list lacks', () => {
    expect(align('ad', 'abd')).toEqual([
      [0, 0],
      [null, 1],
      [1, 2],
    ])
  })

  it('does not pair members that have nothing in common, even at the same position', () => {
    expect(align('axc', 'ayc')).toEqual([
      [0, 0],
      [1, null],
      [null, 1],
      [2, 2],
    ])
  })

  it('pairs by position where position scores as well as any other alignment', () => {
    const similar = (): number => 0.5
    expect(alignSequences(3, 3, similar)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('keeps every member exactly once and in order, whatever the lists', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12})
    fc.assert(
      fc.property(word, word, (a, b) => {
        const pairs = align(a, b)
        const left = pairs.flatMap(([i]) => (i === null ? [] : [i]))
        const right = pairs.flatMap(([, j]) => (j === null ? [] : [j]))
        expect(left).toEqual([...a].map((_, i) => i))
        expect(right).toEqual([...b].map((_, j) => j))
        for (const [i, j] of pairs) if (i !== null && j !== null) expect(a[i]).toBe(b[j])
      }),
    )
  })

  it('pairs as many as the longest common subsequence has', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9})
    const lcs = (a: string, b: string): number =>
      a === '' || b === ''
        ? 0
        : a[0] === b[0]
          ? 1 + lcs(a.slice(1), b.slice(1))
          : Math.max(lcs(a.slice(1), b), lcs(a, b.slice(1)))
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(align(a, b).filter(([i, j]) => i !== null && j !== null).length).toBe(lcs(a, b))
      }),
    )
  })
})
