import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseJsonPieces} from '../../src/disk/parse-json-pieces.ts'
import {runs} from '../support/thorough.ts'

/** Cuts a text anywhere, also within an escape or a word. */
const cut = (text: string, places: readonly number[]): string[] => {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end))
}

describe('src/disk/parse-json-pieces.ts', () => {
  it('gives what JSON.parse gives, wherever the text is cut and however it is spaced', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({unit: 'grapheme'}), fc.jsonValue()),
        fc.array(fc.nat()),
        fc.constantFrom(undefined, 2, '\t'),
        (value, places, space) => {
          const text = JSON.stringify(value, null, space)
          expect(parseJsonPieces(cut(text, places))).toEqual(JSON.parse(text))
        },
      ),
      {numRuns: runs(300)},
    )
  })

  it('takes no mark of a string for one that parts values, also where a piece is that mark alone', () => {
    const text = JSON.stringify({'a{b': '}', list: ['[', ',', ':', '"', '\\']})
    expect(parseJsonPieces([...text])).toEqual(JSON.parse(text))
  })

  it('refuses what JSON.parse refuses', () => {
    const seed = '{"a": [1, {"b": "c]\\"", "d": []}, []], "e": {"f": [null]}, "g": "h"}'
    fc.assert(
      fc.property(
        fc.nat(seed.length - 1),
        fc.constantFrom('', ',', ']', '}', '"', ':', '{', '['),
        (at, put) => {
          const text = seed.slice(0, at) + put + seed.slice(at + 1)
          const parsed = (parse: () => unknown): unknown => {
            try {
              return parse()
            } catch (error) {
              return error instanceof SyntaxError
            }
          }
          expect(parsed(() => parseJsonPieces([text]))).toEqual(parsed(() => JSON.parse(text)))
        },
      ),
      {numRuns: runs(500)},
    )
  })

  it.each(['', '[]', '1', 'null', '{}{}', '{} x', '{,}', '{"a":1,}', '{"a":[1,]}', '{1:2}', '{"a"}'])(
    'refuses %j',
    (text) => {
      expect(() => parseJsonPieces([text])).toThrow(SyntaxError)
    },
  )
})
