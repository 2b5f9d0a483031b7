import {describe, expect, it} from 'vitest'
import {diagnosticToText} from '../../scripts/terminal/diagnostics.ts'
import {printable, printableLines} from '../../src/text/printable.ts'

describe('src/text/printable.ts', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['a\r\nb', 'a\\u000d\\u000ab'],
    ['\u202eevil', '\\u202eevil'],
    ['half \ud800', 'half \\ud800'],
    ['ring\u0007 \u009b31m \u007f', 'ring\\u0007 \\u009b31m \\u007f'],
    ['a\u200bb\u2066c\u2069\ufeff\u00ad', 'a\\u200bb\\u2066c\\u2069\\ufeff\\u00ad'],
    ['line\u2028end \u{e0041}', 'line\\u2028end \\udb40\\udc41'],
    ['x\u200cy', 'x\\u200cy'],
    ['نمی\u200cخواهم', 'نمی\u200cخواهم'],
    ['埠 𠮷 é', '埠 𠮷 é'],
  ])('spells out what a terminal would obey: %j', (text, shown) => expect(printable(text)).toBe(shown))

  it('keeps JSON the same data', () => {
    const data = {text: 'a\u001b\u009b\u202e\u2028\u{e0041}\ud800\n', list: ['\u200b']}
    for (const indent of [0, 2]) {
      const json = printableLines(JSON.stringify(data, null, indent))
      expect(JSON.parse(json)).toEqual(data)
      expect(json).not.toMatch(/[^\n -~]/)
    }
  })
})

describe('scripts/terminal/diagnostics.ts', () => {
  it('prints a diagnostic on one line and its hint on the next, whatever the document holds', () => {
    const place = {path: 'a\nb.md:1:1 error', line: 2, column: 3}
    const text = diagnosticToText({
      place,
      severity: 'error',
      id: 'no-port',
      message: 'found “\u001b]0;t\u0007”',
      hint: 'h',
    })
    expect(text).toBe('a\\u000ab.md:1:1 error:2:3 error no-port found “\\u001b]0;t\\u0007”\n  h\n')
  })
})
