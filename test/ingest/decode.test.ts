import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decode, encode} from '../../src/ingest/decode.ts'
import {ids, lines} from './documents.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('src/ingest/decode.ts', () => {
  it('reads UTF-8 without a mark as it is, line ends included', () => {
    const decoded = decode(utf8('埠\r\n443\n'), 'a.md')
    expect(decoded).toEqual({text: '埠\r\n443\n', encoding: 'utf-8', bom: false, diagnostics: []})
  })

  it('takes a byte order mark off and remembers it', () => {
    const decoded = decode(utf8('\ufeff---\n'), 'a.md')
    expect(decoded).toMatchObject({text: '---\n', bom: true, diagnostics: []})
  })

  it('reads UTF-16 of both byte orders by its mark and says so', () => {
    expect(decode(bytes(0xff, 0xfe, 0x41, 0, 0x20, 0x57), 'a.md')).toMatchObject({
      text: 'A圠',
      encoding: 'utf-16le',
      bom: true,
    })
    const big = decode(bytes(0xfe, 0xff, 0, 0x41, 0, 0x42), 'a.md')
    expect(big).toMatchObject({text: 'AB', encoding: 'utf-16be', bom: true})
    expect(ids(big)).toEqual(['1:1 info utf16'])
  })

  it('reads UTF-16 without a mark by where its zero bytes stand', () => {
    const little = encode({text: '--- title: 埠 port 443 ---', encoding: 'utf-16le', bom: false})
    expect(decode(little, 'a.md')).toMatchObject({text: '--- title: 埠 port 443 ---', encoding: 'utf-16le'})
    const big = encode({text: '--- title: 埠 port 443 ---', encoding: 'utf-16be', bom: false})
    expect(decode(big, 'a.md')).toMatchObject({text: '--- title: 埠 port 443 ---', encoding: 'utf-16be'})
  })

  it('says when UTF-16 was cut inside a character', () => {
    expect(ids(decode(bytes(0xff, 0xfe, 0x41, 0, 0x42), 'a.md'))).toContain('1:2 error cut-utf16')
  })

  it('places the first byte that is not UTF-8 and replaces what it must', () => {
    const decoded = decode(Uint8Array.from([...utf8('a\n埠'), 0xe5, 0x28, ...utf8('b')]), 'a.md')
    expect(decoded.text).toBe('a\n埠\ufffd(b')
    expect(lines(decoded)).toMatchInlineSnapshot(`
      [
        "a.md:2:2 error invalid-utf8 Unexpected byte 0xe5, expected UTF-8; unreadable bytes were replaced by U+FFFD",
      ]
    `)
  })

  it('places every kind of bytes that is not UTF-8 where they start', () => {
    const bad: number[][] = [
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80],
      [0xe5, 0x9f],
      [0x80],
      [0xf0, 0x80, 0x80, 0x80],
    ]
    for (const sequence of bad) {
      const decoded = decode(Uint8Array.from([...utf8('ab'), ...sequence, 0x41]), 'a.md')
      expect(ids(decoded)).toEqual(['1:3 error invalid-utf8'])
    }
  })

  it('says that a file is empty, with and without a mark', () => {
    expect(ids(decode(bytes(), 'a.md'))).toEqual(['1:1 warning empty-file'])
    expect(ids(decode(utf8('\ufeff \n'), 'a.md'))).toEqual(['1:1 warning empty-file'])
  })

  it('keeps NUL characters and says where the first one is', () => {
    const decoded = decode(utf8('ab\n埠\0c'), 'a.md')
    expect(decoded.text).toBe('ab\n埠\0c')
    expect(ids(decoded)).toEqual(['2:2 warning nul-byte'])
  })

  it('writes every text back to the bytes that it was read from', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', maxLength: 40}),
        fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
        (text, encoding) => {
          fc.pre(!text.startsWith('\ufeff'))
          const written = encode({text, encoding, bom: true})
          expect(encode(decode(written, 'a.md'))).toEqual(written)
          expect(decode(written, 'a.md').text).toBe(text)
        },
      ),
    )
  })

  it('never throws on any bytes, and gives back those that were UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), (input) => {
        const decoded = decode(input, 'a.md')
        const lossless = !decoded.diagnostics.some(({severity}) => severity === 'error')
        if (lossless) expect(encode(decoded)).toEqual(input)
      }),
    )
  })
})
