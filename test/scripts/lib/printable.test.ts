import {describe, expect, it} from 'vitest'
import {diagnosticToText} from '../../../scripts/lib/diagnostics.ts'
import {printable} from '../../../scripts/lib/printable.ts'

describe('scripts/lib/printable.ts', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['a\r\nb', 'a\\u000d\\u000ab'],
    ['\u202eevil', '\\u202eevil'],
    ['half \ud800', 'half \\ud800'],
    ['埠 𠮷 é', '埠 𠮷 é'],
  ])('spells out what a terminal would obey: %j', (text, shown) => expect(printable(text)).toBe(shown))
})

describe('scripts/lib/diagnostics.ts', () => {
  it('prints a diagnostic on one line and its hint on the next, whatever the document holds', () => {
    const place = {path: 'a\nb.md:1:1 error', line: 2, column: 3}
    const text = diagnosticToText({
      place,
      severity: 'error',
      id: 'x',
      message: 'found “\u001b]0;t\u0007”',
      hint: 'h',
    })
    expect(text).toBe('a\\u000ab.md:1:1 error:2:3 error x found “\\u001b]0;t\\u0007”\n  h\n')
  })
})
