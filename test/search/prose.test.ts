import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {hasProse, proseRecords} from '../../src/search/index/prose-records.ts'
import {proseTokens, questionTokens} from '../../src/search/index/prose-tokens.ts'
import {type Child, h} from '../../src/site/shared/tree.ts'
import {treeToHtml} from '../../src/site/shared/tree-html.ts'
import {parsedProse} from './support/parsed-prose.ts'

describe('src/search/index/prose-records.ts', () => {
  test('topics and the guide have prose of their own, and none of the pages around them', () => {
    expect(['en/topics/edge/', 'zh-TW/guide/tables/'].filter(hasProse)).toHaveLength(2)
    const others = [
      'en/',
      'en/topics/',
      'en/topics/edge/flows/',
      'en/topics/edge.md',
      'en/ports/443/',
      'topics/edge/',
    ]
    expect(others.filter(hasProse)).toEqual([])
  })

  test('a page gives its sections, without tables, controls, evidence and what it marks as not its own', () => {
    const html = `<body><nav><p>Menu</p></nav><main><h1>Edge <em>ports</em></h1><p>Top.</p>
      <h2 id="s-1">First <button>#</button></h2><p>One
      two.</p><ul><li>Three<svg><title>x</title></svg></li></ul><table><tr><td><p>Cell</p></td></tr></table>
      <div popover><p>Evidence</p></div><section data-pagefind-ignore><p>Files</p></section>
      <h3>Second</h3><p>Four.</p><h2>Empty</h2></main></body>`
    expect(proseRecords(html)).toEqual([
      {id: '', title: 'Edge ports', heading: '', text: 'Top.'},
      {id: 's-1', title: 'Edge ports', heading: 'First', text: 'One two.\nThree'},
      {id: '', title: 'Edge ports', heading: 'Second', text: 'Four.'},
    ])
  })

  test('signs in values and broken pairs of tags hide no prose', () => {
    const page =
      '<main><p title="<table a > b">One</p><table><tr><td><table></table></td></tr></table><p>Two</p></main>'
    expect(proseRecords(page).map(({text}) => text)).toEqual(['One\nTwo'])
    expect(proseRecords('<main><p>One</p><svg><g></main>').map(({text}) => text)).toEqual(['One'])
    expect(proseRecords('<main><div id="e" popover><div>x</div></div><p>One</p></main>')).toHaveLength(1)
  })

  test('words are parted where a reader sees them parted, and references are read', () => {
    const page =
      '<main><ul><li>One<wbr>two<ul><li>three</li></ul><p hidden>no</p>four<br>five</li></ul><p id="a">A &lt; B &#38; &#x8a3c;&copy; &none;</p></main>'
    expect(proseRecords(page)).toEqual([
      {id: '', title: '', heading: '', text: 'Onetwo three four five\nA < B & 証© &none;'},
    ])
  })

  test('text comes out as a parser reads it, whatever stands around it', () => {
    const words = fc.string({unit: fc.constantFrom(...'ab&<>"; é證'), maxLength: 8})
    const inside = (names: string[], content: fc.Arbitrary<Child>) =>
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.option(fc.constant(true as const), {nil: undefined, freq: 4}),
          fc.array(content, {maxLength: 4}),
        )
        .map(([name, popover, children]) => h(name, {popover, title: 'a > b'}, children))
    const inline = fc.oneof(
      words,
      inside(['em', 'span', 'button'], words),
      fc.constant(h('wbr')),
      fc.constant(h('br')),
    )
    const list = inside(['ul'], inside(['li'], fc.oneof(inline, inside(['ul'], inside(['li'], inline)))))
    const block = fc.oneof(inside(['p', 'h2', 'h4', 'svg'], inline), list)
    const part = fc.oneof(block, inside(['div', 'section', 'nav'], fc.oneof(block, inside(['div'], block))))
    fc.assert(
      fc.property(fc.array(part, {maxLength: 6}), (parts) => {
        const html = treeToHtml([h('main', {}, parts)])
        expect(proseRecords(html).map((record) => record.text)).toEqual(parsedProse(html))
      }),
    )
  })

  test('a page without a main part gives nothing', () => {
    expect(proseRecords('<p>Text</p>')).toEqual([])
  })
})

describe('src/search/index/prose-tokens.ts', () => {
  test('Latin words are folded, pairs of characters become words of three letters', () => {
    expect(proseTokens('Accès d’Edge')).toEqual(['acces', 'd', 'edge'])
    expect(proseTokens('連接埠')).toHaveLength(2)
    expect(proseTokens('連接埠').every((token) => /^[a-z]{3}$/.test(token))).toBe(true)
  })

  test('a question needs few files: at most two words', () => {
    expect(questionTokens(['certificate revocation list'])).toEqual(['certificate', 'list'])
    expect(questionTokens(['憑證撤銷清單'])).toHaveLength(2)
    expect(questionTokens(['埠'])).toEqual([])
  })

  test('each word of a question about a piece of a text is a word of that text', () => {
    const character = fc.constantFrom(...'憑證撤銷清單連接埠ポートを開く。、 edgéA/')
    fc.assert(
      fc.property(
        fc.string({unit: character, maxLength: 40}),
        fc.nat(40),
        fc.nat(12),
        (text, from, length) => {
          // A question starts and ends at words, as terms that are verified do.
          const piece = text.slice(from, from + length).replace(/^[a-zé]+|[a-zé]+$/giu, '')
          const words = new Set(proseTokens(text))
          expect(questionTokens([piece]).filter((token) => !words.has(token))).toEqual([])
        },
      ),
    )
  })
})
