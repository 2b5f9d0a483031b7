/**
 * A tree as HTML for a page of the build; all text is escaped. The counterpart of `tree-dom.ts`: attributes are named as in
 * HTML, so that none of what a library does for other trees is needed, which took a tenth of the time of a build.
 */
import type {ElementContent} from 'hast'
import {htmlAttribute, htmlText} from '../../text/html-text.ts'

/** Elements without an end. */
const empty = new Set(['br', 'hr', 'img', 'input', 'wbr'])

export function treeToHtml(children: readonly ElementContent[]): string {
  let html = ''
  for (const child of children) {
    if (child.type === 'text') html += htmlText(child.value)
    if (child.type !== 'element') continue
    const {tagName, properties} = child
    html += `<${tagName}`
    for (const name in properties) {
      const value = properties[name]
      html += value === true ? ` ${name}` : ` ${name}="${htmlAttribute(String(value))}"`
    }
    html += empty.has(tagName) ? '>' : `>${treeToHtml(child.children)}</${tagName}>`
  }
  return html
}
