import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {jsonPieces} from '../../src/disk/json-pieces.ts'

const textOf = (value: Record<string, unknown>) => [...jsonPieces(value)].join('')

describe('src/disk/json-pieces.ts', () => {
  it('gives what JSON.stringify gives, and a line feed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const record: Record<string, unknown> = value
        expect(textOf(record)).toBe(`${JSON.stringify(record)}\n`)
      }),
    )
  })

  it('leaves out members that are undefined, as JSON.stringify does', () => {
    expect(textOf({a: undefined, b: [], c: {d: undefined}})).toBe('{"b":[],"c":{}}\n')
  })

  it('makes a piece of each member of a list', () => {
    const longest = Math.max(
      ...[...jsonPieces({units: Array.from({length: 1000}, () => 'unit')})].map((piece) => piece.length),
    )
    expect(longest).toBeLessThan(20)
  })
})
