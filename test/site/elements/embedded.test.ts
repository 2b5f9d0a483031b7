import {describe, expect, it} from 'vitest'
import {embedded, NOWHERE} from '../../../src/site/elements/embedded.ts'
import {h} from '../../../src/site/shared/tree.ts'
import {treeToHtml} from '../../../src/site/shared/tree-html.ts'

const place = {prefix: 'portolan-', level: 3}
const shown = (...content: Parameters<typeof embedded>[0][number][]): string =>
  treeToHtml(embedded(content, place))

describe('src/site/elements/embedded', () => {
  it('gives ids, and what names them, a prefix of their own', () => {
    expect(
      shown(
        h('tr', {id: 'r1'}, h('button', {popovertarget: 'e1'}), h('a', {href: '#r1'}, '443')),
        h('div', {id: 'e1', popover: true}),
      ),
    ).toBe(
      '<tr id="portolan-r1"><button popovertarget="portolan-e1"></button><a href="#portolan-r1">443</a></tr><div id="portolan-e1" popover></div>',
    )
  })

  it('keeps the text of a link that leads nowhere, and drops a symbol that is nothing but a link', () => {
    expect(shown(h('a', {class: 'port', href: `${NOWHERE}en/ports/443/`}, '443'))).toBe(
      '<span class="port">443</span>',
    )
    expect(shown(h('a', {class: 'anchor', href: `${NOWHERE}en/#r1`, 'aria-label': 'Link'}, '#'))).toBe('')
    expect(shown(h('a', {href: 'https://ports.example/en/'}, 'Ports'))).toContain('href="https://')
  })

  it('leaves out what only a script of the site does', () => {
    expect(shown(h('p', {}, h('button', {class: 'copy'}), 'text'))).toBe('<p>text</p>')
  })

  it('sets headings below that of the page, and none below the last level', () => {
    expect(shown(h('h1', {}, 'a'), h('h2', {}, 'b'))).toBe('<h3>a</h3><h4>b</h4>')
    expect(treeToHtml(embedded([h('h2', {}, 'b')], {prefix: '', level: 6}))).toBe('<h6>b</h6>')
  })
})
