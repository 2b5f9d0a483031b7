import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {inlineHtml} from '../../../src/site/prose/prose-html.ts'
import {runs} from '../../support/thorough.ts'

const resolve = (href: string) => (href === 'known.md' ? '/en/topics/known/' : null)

describe('src/site/prose/prose-html.ts', () => {
  test('inline marks of a document are kept', () => {
    expect(inlineHtml('Open **443** over `TCP`, *not* UDP', resolve)).toBe(
      'Open <strong>443</strong> over <code>TCP</code>, <em>not</em> UDP',
    )
  })

  test('links to topics lead to their pages, links to the web stay, others keep their words', () => {
    expect(
      inlineHtml('[a](known.md) [b](https://x.example/) [c](gone.md) [d](mailto:a@x.example)', resolve),
    ).toBe(
      '<a href="/en/topics/known/">a</a> <a href="https://x.example/">b</a> c <a href="mailto:a@x.example">d</a>',
    )
  })

  test('without a way to resolve links there are none', () => {
    expect(inlineHtml('[a](known.md) and [b](https://x.example/)', null)).toBe('a and b')
  })

  test('a line may break between the pieces of words, and code stays as it is', () => {
    const set = (words: string) => words.split(/(?<=-)/)
    expect(inlineHtml('a-b **c-d** `e-f`', null, set)).toBe(
      'a-<wbr>b <strong>c-<wbr>d</strong> <code>e-f</code>',
    )
  })

  test('plain words, which are not read as Markdown, come out as if they were', () => {
    const character = fc.constantFrom(...'ab 12.)(:;!?»«"#+-=~|/é會、　\u00a0*_`<&[]\\')
    fc.assert(
      fc.property(fc.string({unit: character, maxLength: 12}), (text) => {
        // A line end behind it changes nothing, but such a text is read as Markdown.
        expect(inlineHtml(text, resolve)).toBe(inlineHtml(`${text}\n`, resolve))
      }),
      {numRuns: runs(500)},
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](//evil.example/)',
    '![a](x" onerror="alert(1))',
    '<svg onload=alert(1)>',
    '<a href="javascript:alert(1)" onclick="alert(1)">a</a>',
    '<https://x.example/"onmouseover="alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  ])('%s comes out harmless', (markdown) => {
    const html = inlineHtml(markdown, () => null)
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags)
      expect(tag).toMatch(/^<\/?(?:a|br|code|del|em|strong|sub|sup)(?: href="https:\/\/[^"]*")?>$/)
  })
})
