/** The prose of a built page, section by section: what Pagefind indexes. Tables of rules have an index of their own. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import {toText} from 'hast-util-to-text'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {SKIP, visit} from 'unist-util-visit'

export interface ProseRecord {
  /** Id of the section's heading; empty for what stands before the first one. */
  id: string
  /** Title of the page. */
  title: string
  /** The section's heading; empty at the top. */
  heading: string
  text: string
}

/** Pages that hold prose of their own: topics and the guide. Other pages repeat it, or hold rules. */
const prosePageRE = /^[^/]+\/(?:topics|guide)\/[^/]+\/$/

/** @param path of a page below the site's address: `en/topics/x/` */
export const hasProse = (path: string): boolean => prosePageRE.test(path)

const headings = new Set(['h2', 'h3'])
/** Text in which nothing is to be read: controls, pictures, evidence behind a button, tables. */
const left = new Set([
  'script',
  'style',
  'svg',
  'nav',
  'form',
  'button',
  'table',
  'template',
  'details',
  'noscript',
  'dialog',
])
const blocks = new Set(['p', 'li', 'dd', 'dt', 'figcaption', 'blockquote', 'pre'])

/** Sections of a page's `<main>` in reading order, without empty ones. */
export const proseRecords = (html: string): ProseRecord[] => {
  const main = findElement(unified().use(rehypeParse).parse(withoutLeft(html)), 'main')
  if (main === null) return []
  const h1 = findElement(main, 'h1')
  const title = h1 === null ? '' : readText(h1)
  const records: ProseRecord[] = []
  let record: ProseRecord = {id: '', title, heading: '', text: ''}
  const close = () => {
    if (record.text !== '') records.push(record)
  }
  visit(main, 'element', (node) => {
    if (isLeft(node)) return SKIP
    if (headings.has(node.tagName)) {
      close()
      record = {id: String(node.properties['id'] ?? ''), title, heading: readText(node), text: ''}
      return SKIP
    }
    if (!blocks.has(node.tagName)) return
    const text = readText(node)
    if (text !== '') record.text += record.text === '' ? text : `\n${text}`
    return SKIP
  })
  close()
  return records
}

/** What is shown only when asked for, such as evidence, and what pages mark as no text of their own. */
const isLeft = ({tagName, properties}: Element): boolean =>
  left.has(tagName) || 'popover' in properties || 'dataPagefindIgnore' in properties

const scriptRE = /<script\b[\s\S]*?<\/script>/g
/** A tag as the site writes it: values in double quotes. Text has no bare `<`. */
const tagRE = /<(\/?)([a-z][a-z0-9-]*)((?:\s(?:"[^"]*"|[^">])*)?)>/g

/**
 * A page without most of what isn't read, which is most of a page: tables and the evidence behind their cells. Parsing
 * them costs more than all else that search asks of a page.
 */
const withoutLeft = (page: string): string => {
  const html = page.replace(scriptRE, '')
  const kept: string[] = []
  let [at, depth, name] = [0, 0, '']
  for (const {index, 0: tag, 1: slash, 2: element = '', 3: attributes = ''} of html.matchAll(tagRE)) {
    if (depth > 0) {
      if (element === name) depth += slash === '' ? 1 : -1
      if (depth === 0) at = index + tag.length
    } else if (slash === '' && (element === 'table' || element === 'svg' || popoverRE.test(attributes))) {
      kept.push(html.slice(at, index))
      ;[depth, name] = [1, element]
    }
  }
  return depth > 0 ? html : `${kept.join('')}${html.slice(at)}`
}

const popoverRE = /\spopover(?:[\s=]|$)/

const findElement = (tree: Root | Element, name: string): Element | null => {
  let found: Element | null = null
  visit(tree, 'element', (node) => {
    if (node.tagName !== name) return
    found = node
    return false
  })
  return found
}

const spaceRE = /\s+/gu

/** What stands for `<wbr>`. */
const wordBreakRE = /\u200b/g

const readText = (node: Element): string =>
  toText(without(node)).replace(wordBreakRE, '').replace(spaceRE, ' ').trim()

const without = (node: Element): Element => ({...node, children: node.children.flatMap(kept)})

const kept = (child: ElementContent | RootContent): ElementContent[] => {
  if (child.type === 'element') return isLeft(child) ? [] : [without(child)]
  return child.type === 'text' ? [child] : []
}
