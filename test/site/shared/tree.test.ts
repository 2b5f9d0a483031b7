import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {h} from '../../../src/site/shared/tree.ts'
import {treeToHtml} from '../../../src/site/shared/tree-html.ts'

const parse = (html: string) => unified().use(rehypeParse, {fragment: true}).parse(html)

describe('src/site/shared/tree.ts', () => {
  it('writes elements, attributes and lists of children', () => {
    const items = ['x', 'y'].map((text) => h('li', {'data-l': text}, text))
    const list = h('ul', {class: 'a b', id: undefined}, items, null)
    expect(treeToHtml([list])).toBe('<ul class="a b"><li data-l="x">x</li><li data-l="y">y</li></ul>')
  })

  it('lets neither texts nor attributes become markup', () => {
    const hostile = '"><script>alert(1)</script>&amp;\'</p>'
    const html = treeToHtml([h('p', {title: hostile, 'aria-label': hostile}, hostile)])
    expect(parse(html).children).toMatchObject([
      {
        tagName: 'p',
        properties: {title: hostile, ariaLabel: hostile},
        children: [{type: 'text', value: hostile}],
      },
    ])
  })
})
