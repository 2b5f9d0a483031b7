import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {foldable, unfolded} from '../../../src/ingest/folded-codes.ts'
import {createTokenScan} from '../../../src/ingest/prefilter/token-scan.ts'
import {foldSearch} from '../../../src/text/normalize.ts'

const words = ['TCP', 'TCP/IP', 'SIP', 'SIPS', 'ip', 'H.323', 'MS-TURN', 'Remote call', '埠', 'порт']
const scan = createTokenScan(words, '*_', unfolded)

const piece = fc.oneof(
  fc.constantFrom(
    ...words,
    'T',
    'c',
    'P',
    'Si',
    's',
    '/',
    '.',
    '-',
    ' ',
    'R',
    'call',
    '<',
    '>',
    '<b>',
    '</b>',
    '|',
  ),
  fc.constantFrom(
    `<a href="${'x'.repeat(188)}">`,
    `<a href="${'x'.repeat(189)}">`,
    '**',
    '_',
    '中',
    'п',
    'ПОРТ',
    '\n',
  ),
)

describe('src/ingest/prefilter/token-scan.ts', () => {
  it('finds what searching a text without its markup finds', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const text = pieces.join('')
        const plain = text.replace(/<[a-z/!?][^<>|]{0,200}>|[*_]/gi, '').toLowerCase()
        expect(scan(text)).toBe(words.some((word) => plain.includes(word.toLowerCase())))
      }),
      {numRuns: 3000},
    )
  })

  it('finds each of many words that begin and end like others', () => {
    const letters = fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5})
    fc.assert(
      fc.property(fc.array(letters, {minLength: 1, maxLength: 8}), letters, letters, (some, one, other) => {
        const text = one + other
        expect(createTokenScan(some, '', [])(text)).toBe(some.some((word) => text.includes(word)))
      }),
      {numRuns: 1000},
    )
  })

  it('leaves a text to a closer look that holds what may become a letter', () => {
    expect(scan('Ｔ Ｃ Ｐ')).toBe(true)
    expect(scan('中文，說明。')).toBe(false)
  })
})

describe('src/ingest/folded-codes.ts', () => {
  it('names every character that folding for a search makes another letter, or takes away', () => {
    const sure = Array.from({length: 0x10000 - 0x80}, (_, index) => index + 0x80).filter(
      (code) => !foldable.some(([low, high]) => code >= low && code <= high),
    )
    expect(sure.length).toBeGreaterThan(30_000)
    const changed = sure.filter((code) => {
      const letter = String.fromCharCode(code)
      const folded = foldSearch(`x${letter}x`).slice(1, -1)
      return folded !== letter && (folded === '' || /[\p{L}\p{M}\p{N}]/u.test(folded))
    })
    expect(changed.map((code) => code.toString(16))).toEqual([])
  })
})
