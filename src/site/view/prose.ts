/** Prose of documents as safe HTML: never trusted, so it goes through a strict schema. */

import type {Element, Root} from 'hast'
import rehypeSanitize, {type Options} from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {SKIP, visit} from 'unist-util-visit'

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

function rehypeLinks({resolve}: {resolve: ResolveLink | null}) {
  return (tree: Root) => {
    visit(tree, 'element', (element: Element, index, parent) => {
      if (element.tagName !== 'a') return
      const href = String(element.properties['href'] ?? '')
      const address = resolve === null ? null : absoluteRE.test(href) ? href : resolve(href)
      if (address !== null && href !== '') element.properties['href'] = address
      else if (parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1, ...element.children)
        return [SKIP, index] as const
      }
      return
    })
  }
}

function rehypeWords({set}: {set: (words: string) => string[]}) {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && node.tagName === 'code') return SKIP
      if (node.type !== 'text' || parent === undefined || index === undefined) return
      const pieces = set(node.value).flatMap((value, at) =>
        at === 0 ? [{type: 'text' as const, value}] : [breakPlace(), {type: 'text' as const, value}],
      )
      parent.children.splice(index, 1, ...pieces)
      return [SKIP, index + pieces.length] as const
    })
  }
}

const breakPlace = (): Element => ({type: 'element', tagName: 'wbr', properties: {}, children: []})

/** Signs of inline Markdown, and the address of a link. */
const signsRE = /\*\*|__|`|!?\[([^[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|\\([!-/:-@[-`{-~])/g

/** The words of inline Markdown, for places that show plain text. */
export const plainProse = (markdown: string): string =>
  markdown.replace(signsRE, (_, words?: string, escaped?: string) => words ?? escaped ?? '')

/** One line of words without a sign that Markdown or HTML could read as more: most of a document's prose. */
const wordsRE = /^(?:[\p{L}("'“«「『（]|\d(?!\d*[.)](?: |$)))[^\\`*_[\]<>&\n\r\t\0]*$/u

const safeInline = unified().use(remarkParse).use(remarkRehype).use(rehypeSanitize, schema).freeze()

/**
 * @param markdown inline Markdown of one block, as the document has it
 * @param resolve null leaves out all links
 * @param set changes words for the eye, and says between which of their pieces a line may break; code stays as it is
 */
export function inlineHtml(
  markdown: string,
  resolve: ResolveLink | null,
  set: (words: string) => string[] = (words) => [words],
): string {
  if (wordsRE.test(markdown)) return set(markdown.trim()).join('<wbr>').trim()
  const html = safeInline().use(rehypeLinks, {resolve}).use(rehypeWords, {set}).use(rehypeStringify)
  return String(html.processSync(markdown)).trim()
}
