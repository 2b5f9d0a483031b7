import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {relativeAddress, relativeHtml} from '../../../src/site/build/relative-addresses.ts'

const part = fc.constantFrom('en', 'zh-TW', 'ports', 'topics', '443', 'x')
const folder = fc.array(part, {maxLength: 4}).map((parts) => parts.map((each) => `${each}/`).join(''))
const target = fc
  .tuple(folder, fc.constantFrom('', 'a.css', '#r-1', '?q=443', 'x.md'))
  .map((parts) => parts.join(''))

describe('src/site/build/relative-addresses.ts', () => {
  test('a relative address leads where the absolute one led, below any path', () => {
    fc.assert(
      fc.property(folder, target, folder, (from, to, base) => {
        const address = relativeAddress(from, to)
        expect(new URL(address, `https://ports.example/${base}${from}`).href).toBe(
          `https://ports.example/${base}${to}`,
        )
      }),
    )
  })

  test('it is never empty and never starts at the root', () => {
    fc.assert(
      fc.property(folder, target, (from, to) => {
        expect(relativeAddress(from, to)).toMatch(/^[^/]/)
      }),
    )
  })

  test('only addresses below the base are changed', () => {
    const html =
      '<a href="/docs/en/">a</a><a href="/other/">b</a><a href="//cdn.example/x">c</a><img src="/docs/a.svg"><p>href="/docs/en/"</p>'
    expect(relativeHtml(html, '/docs/', 'en/ports/')).toBe(
      '<a href="../">a</a><a href="/other/">b</a><a href="//cdn.example/x">c</a><img src="../../a.svg"><p>href="/docs/en/"</p>',
    )
  })

  test('an address behind a value with “>” is changed, and the picture for other sites too', () => {
    const html =
      '<a title="a > b" href="/en/">a</a><meta property="og:image" content="/x.png"><meta name="b" content="/x">'
    expect(relativeHtml(html, '/', 'en/ports/')).toBe(
      '<a title="a > b" href="../">a</a><meta property="og:image" content="../../x.png"><meta name="b" content="/x">',
    )
  })

  test('a page at the root keeps a folder in front of its addresses', () => {
    expect(relativeHtml('<a href="/">home</a>', '/', '')).toBe('<a href="./">home</a>')
  })
})
