import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {textWidth, wrapText} from '../../../src/compare/flow/text-width.ts'

const text = fc.string({unit: fc.constantFrom('a', 'W', '埠', '、', ' ', '/', ',', 'é', '7'), maxLength: 60})

describe('src/compare/flow/text-width.ts', () => {
  it('takes a CJK character for a whole em and a narrow letter for less', () => {
    expect(textWidth('埠', 10)).toBeGreaterThan(textWidth('W', 10))
    expect(textWidth('W', 10)).toBeGreaterThan(textWidth('i', 10))
    expect(textWidth('', 10)).toBe(0)
  })

  it('never makes a line wider than asked, and loses no character', () => {
    fc.assert(
      fc.property(text, fc.integer({min: 30, max: 200}), (given, width) => {
        const lines = wrapText(given, 13, width)
        for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/ /g, '')).toBe(given.replace(/ /g, ''))
      }),
    )
  })

  it('breaks between words, and inside one only when it is wider than a line', () => {
    expect(wrapText('Public connectivity', 13, 100)).toEqual(['Public', 'connectivity'])
    expect(wrapText('a connectivity', 13, 50).slice(0, 1)).toEqual(['a'])
  })

  it('breaks CJK text between words, and never before a closing character', () => {
    expect(wrapText('（外部側）インターネット', 10, 90)).toEqual(['（外部側）', 'インターネット'])
    expect(wrapText('前端伺服器', 10, 40)).toEqual(['前端', '伺服器'])
    expect(wrapText('Kestrel-Server', 10, 70)).toEqual(['Kestrel-', 'Server'])
    expect(wrapText('TCP 50000-59999', 10, 90)).toEqual(['TCP', '50000-59999'])
    expect(wrapText('連接埠、位址', 10, 32)).toEqual(['連接', '埠、', '位址'])
  })
})
