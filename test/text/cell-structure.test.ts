import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  BREAK,
  GONE,
  hasStructure,
  isStruckOut,
  LEVEL,
  linesOf,
  plainText,
  RAISED,
  readableText,
  tidyStructure,
  UNCLEAR,
} from '../../src/text/cell-structure.ts'

describe('src/text/cell-structure.ts', () => {
  it('tells values on lines of their own apart', () => {
    expect(linesOf(`53${BREAK}953`)).toEqual(['53', '953'])
    expect(plainText(`53${BREAK}953`)).toBe('53 953')
    expect(tidyStructure(`${BREAK} 53 ${BREAK}${BREAK} 953 ${BREAK}`)).toBe(`53${BREAK}953`)
  })

  it.each([
    [`135${RAISED}2${LEVEL}`, '135'],
    [`636 ${RAISED}2, 3${LEVEL}`, '636'],
    [`3268${RAISED}a${LEVEL}`, '3268'],
    [`443${RAISED}注 1${LEVEL}`, '443'],
    [`443${RAISED}†${LEVEL}`, '443'],
  ])('takes what stands raised in %j for a mark', (text, expected) => {
    expect(readableText(text).trim()).toBe(expected)
  })

  it.each([[`2${RAISED}16${LEVEL}`], [`443${RAISED}max${LEVEL}`], [`10${RAISED}3${LEVEL}`], [`8${GONE}443`]])(
    'leaves a character that no grammar knows in %j',
    (text) => {
      expect(readableText(text)).toContain(UNCLEAR)
    },
  )

  it('knows deleted text, also where Markdown leaves it to an extension', () => {
    expect(tidyStructure('~~80~~ 8080')).toBe(`${GONE} 8080`)
    expect(readableText(tidyStructure('~~80~~ 8080')).trim()).toBe('8080')
    expect(isStruckOut(tidyStructure('~~80~~'))).toBe(true)
    expect(isStruckOut('8080')).toBe(false)
  })

  it('knows references to footnotes', () => {
    expect(readableText(tidyStructure('389[^1]')).trim()).toBe('389')
  })

  it('leaves texts without structure as they are', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!hasStructure(text))
        expect([plainText(text), readableText(text)]).toEqual([text, text])
      }),
    )
  })
})
