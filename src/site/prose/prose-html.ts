/** Prose of documents as safe HTML: never trusted, so it goes through a strict schema. */

import type {ElementContent, RootContent} from 'hast'
import rehypeSanitize, {type Options} from 'rehype-sanitize'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {memoize} from '../../text/memoize.ts'
import {h} from '../shared/tree.ts'
import {treeToHtml} from '../shared/tree-html.ts'

/** Inline elements only; images are dropped, since the documents' pictures are not part of the dataset. */
const schema: Options = {
  tagNames: ['a', 'br', 'code', 'del', 'em', 'strong', 'sub', 'sup'],
  attributes: {a: ['href']},
  protocols: {href: ['http', 'https', 'mailto']},
  strip: ['script', 'style'],
}

/** Where a link of a document leads on the site; null drops the link and keeps its words. */
export type ResolveLink = (href: string) => string | null

const absoluteRE = /^(?:https?:\/\/|mailto:)/i

/** Characters of inline Markdown, and the address of a link. */
const markupRE = /\*\*|__|`|!?\[([^[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|\\([!-/:-@[-`{-~])/g

/** The words of inline Markdown, for places that show plain text. */
export const plainProse = (markdown: string): string =>
  markdown.replace(markupRE, (_, words?: string, escaped?: string) => words ?? escaped ?? '')

/** One line of words without a character that Markdown or HTML could read as more: most of a document's prose. */
const wordsRE = /^(?:[\p{L}("'“«「『（]|\d(?!\d*[.)](?: |$)))[^\\`*_[\]<>&\n\r\t\0]*$/u

const safeInline = unified().use(remarkParse).use(remarkRehype).use(rehypeSanitize, schema).freeze()

/** A few megabytes of trees. */
const MOST_TREES = 4000

/** Trees by their Markdown: a page asks twice for each, its Markdown twin too, and the English stands beside every language. */
const safeTree = memoize(
  (markdown): readonly RootContent[] => safeInline.runSync(safeInline.parse(markdown)).children,
  MOST_TREES,
)

interface Shown {
  resolve: ResolveLink | null
  set: (words: string) => readonly string[]
}

/** With the site's own addresses, and with the places where lines may break. */
const shownTree = (nodes: readonly RootContent[], shown: Shown): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text')
      return shown.set(node.value).flatMap((value, at): ElementContent[] => {
        const text = {type: 'text' as const, value}
        return at === 0 ? [text] : [h('wbr'), text]
      })
    if (node.type !== 'element') return []
    if (node.tagName === 'code') return [node]
    const children = shownTree(node.children, shown)
    if (node.tagName !== 'a') return [{...node, children}]
    const address = addressOf(String(node.properties['href'] ?? ''), shown.resolve)
    return address === null ? children : [h('a', {href: address}, children)]
  })

function addressOf(href: string, resolve: ResolveLink | null): string | null {
  if (resolve === null || href === '') return null
  return absoluteRE.test(href) ? href : resolve(href)
}

/**
 * @param markdown inline Markdown of one block, as the document has it
 * @param resolve null leaves out all links
 * @param set changes words for the eye, and says between which of their pieces a line may break; code stays as it is
 */
export function inlineHtml(
  markdown: string,
  resolve: ResolveLink | null,
  set: (words: string) => readonly string[] = (words) => [words],
): string {
  if (wordsRE.test(markdown)) return set(markdown.trim()).join('<wbr>').trim()
  return treeToHtml(shownTree(safeTree(markdown), {resolve, set})).trim()
}
