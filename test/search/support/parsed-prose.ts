/** The prose of a page as a parser of HTML reads it: slower than `prose-records.ts`, which is held to it. */
import type {Element, ElementContent, Root} from 'hast'
import {toText} from 'hast-util-to-text'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {SKIP, visit} from 'unist-util-visit'

const isLeft = ({tagName, properties}: Element): boolean =>
  ['button', 'table', 'svg', 'nav'].includes(tagName) || 'popover' in properties

const kept = (node: Element): Element => ({
  ...node,
  children: node.children.flatMap((child): ElementContent[] =>
    child.type !== 'element' ? [child] : isLeft(child) ? [] : [kept(child)],
  ),
})

const textOf = (node: Element): string =>
  toText(kept(node))
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Texts of sections; `<main>` alone is in the page. */
export function parsedProse(html: string): string[] {
  const tree: Root = unified().use(rehypeParse).parse(html)
  const sections: string[][] = [[]]
  visit(tree, 'element', (node) => {
    if (isLeft(node)) return SKIP
    if (node.tagName === 'h2') sections.push([])
    else if (!['p', 'li'].includes(node.tagName)) return
    else sections.at(-1)?.push(textOf(node))
    return SKIP
  })
  return sections.map((texts) => texts.filter((text) => text !== '').join('\n')).filter((text) => text !== '')
}
