/**
 * A saved page of a documentation site as the readers of Markdown take it: its article, with headings, items and paragraphs
 * on lines of their own, and blanks for the rest of the page. As many characters, so that places and corrections stay right.
 */
import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parse} from 'parse5'
import type {FrontMatter} from '../identity/front-matter.ts'
import {type FrontMatterValue, frontMatterKey} from '../identity/front-matter-value.ts'

type Element = DefaultTreeAdapterTypes.Element
type Nodes = DefaultTreeAdapterTypes.Node

const nameRE = /\.html?$/i
const startRE = /^\uFEFF?\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html)[\s>]/i

/** Whether a document is a page of HTML, by its name or by how it starts. */
export const isHtmlDocument = (path: string, text: string): boolean =>
  nameRE.test(path) || startRE.test(text.slice(0, 2000))

export interface HtmlDocument {
  text: string
  /** What its head tells of it, as front matter would. */
  front: FrontMatter
}

/** What holds the article of a page, the surest first; a page without any is taken whole. */
const isArticle: ((element: Element) => boolean)[] = [
  ({tagName}) => tagName === 'article',
  (element) => element.tagName === 'main' || attributeOf(element, 'role') === 'main',
  (element) => /^(?:main|content|main-content)$/.test(attributeOf(element, 'id') ?? ''),
  ({tagName}) => tagName === 'body',
]

/** What stands in an article and is none of its text. */
const foreign = new Set(
  [
    'script',
    'style',
    'template',
    'noscript',
    'nav',
    'aside',
    'form',
    'button',
    'select',
    'svg',
    'iframe',
    'footer',
  ].concat(['head', 'dialog', 'object', 'video', 'audio']),
)
const blocks = new Set(
  [
    'p',
    'div',
    'section',
    'article',
    'main',
    'header',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'blockquote',
    'figure',
  ].concat(['figcaption', 'details', 'summary', 'hr', 'address', 'body']),
)
const headingRE = /^h([1-6])$/

/** However deep elements are nested, nothing here goes into them by calling itself. */
export function readHtmlDocument(text: string): HtmlDocument {
  const root = parse(text, {sourceCodeLocationInfo: true})
  const elements = elementsOf(root)
  const found = isArticle.flatMap((is) => elements.filter(is).slice(0, 1))
  const article = found[0]
  const ranges = rangesOf(elements)
  const page = new Page(text, ranges)
  if (article) page.keep(article)
  const values = headOf(elements, ranges)
  const hasTitle = article !== undefined && elementsOf(article).some(({tagName}) => tagName === 'h1')
  if (hasTitle) values.delete('title')
  const bodyStart = article === undefined ? 0 : ranges(article)[0]
  return {text: page.build(), front: {values, bodyStart}}
}

const attributeOf = ({attrs}: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value

function elementsOf(node: Nodes): Element[] {
  const found: Element[] = []
  const rest: Nodes[] = [node]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (defaultTreeAdapter.isElementNode(next)) found.push(next)
    if ('childNodes' in next) rest.push(...next.childNodes.toReversed())
  }
  return found
}

/** Where a node starts and ends; nothing, at the start, for elements that the text only implies. */
type Ranges = (node: Nodes) => Range
type Range = readonly [start: number, end: number]

/** An element that no tag closes ends with the last of what it holds. @param elements each before those inside of it */
function rangesOf(elements: readonly Element[]): Ranges {
  const ranges = new Map<Nodes, Range>()
  const rangeOf: Ranges = (node) => {
    const {startOffset = 0, endOffset = 0} = node.sourceCodeLocation ?? {}
    return ranges.get(node) ?? [startOffset, endOffset]
  }
  for (const element of elements.toReversed()) {
    const {sourceCodeLocation: place, childNodes} = element
    const last = childNodes.at(-1)
    if (place && !place.endTag && last?.sourceCodeLocation)
      ranges.set(element, [place.startOffset, rangeOf(last)[1]])
  }
  return rangeOf
}

/** The language, the title, and the names that publishers give in `meta`. */
function headOf(elements: readonly Element[], ranges: Ranges): Map<string, FrontMatterValue> {
  const values = new Map<string, FrontMatterValue>()
  for (const element of elements) {
    const {tagName} = element
    const [offset] = ranges(element)
    const set = (key: string, value: string | undefined): void => {
      if (value !== undefined && value.trim() !== '' && !values.has(key)) values.set(key, {value, offset})
    }
    const name = attributeOf(element, 'name')
    if (tagName === 'html') set('lang', attributeOf(element, 'lang'))
    if (tagName === 'meta' && name !== undefined)
      set(frontMatterKey(name.toLowerCase()), attributeOf(element, 'content'))
    const [first] = element.childNodes
    if (tagName === 'title' && first && defaultTreeAdapter.isTextNode(first)) set('title', first.value)
  }
  return values
}

class Page {
  readonly #text: string
  readonly #characters: string[]
  readonly #rangeOf: Ranges

  constructor(text: string, ranges: Ranges) {
    this.#text = text
    this.#rangeOf = ranges
    this.#characters = Array.from({length: text.length}, (_, index) =>
      isBreak(text.charCodeAt(index)) ? text.charAt(index) : ' ',
    )
  }

  /** Puts an element and all that is text in it back where it stands. */
  keep(article: Element): void {
    const rest: Element[] = [article]
    /** Paragraphs that begin with their item. */
    const flat = new Set<Element>()
    for (let element = rest.pop(); element; element = rest.pop()) {
      const [start, end] = this.#rangeOf(element)
      const {tagName, childNodes} = element
      if (foreign.has(tagName)) continue
      if (tagName === 'table') {
        this.#copy(start, end)
        continue
      }
      const [inner, after] = this.#innerOf(element, start, end)
      if (!flat.has(element)) this.#tag(element, start, inner, after, end)
      const [first] = childNodes
      if (tagName === 'li' && first && defaultTreeAdapter.isElementNode(first)) flat.add(first)
      for (const child of childNodes) {
        if (defaultTreeAdapter.isElementNode(child)) rest.push(child)
        else if (defaultTreeAdapter.isTextNode(child)) this.#copy(...this.#rangeOf(child))
      }
    }
  }

  build(): string {
    return this.#characters.join('')
  }

  #tag({tagName}: Element, start: number, inner: number, after: number, end: number): void {
    const level = headingRE.exec(tagName)?.[1]
    if (level !== undefined) {
      this.#write(start, inner, `\n${'#'.repeat(Math.min(Number(level), Math.max(1, inner - start - 2)))} `)
      this.#write(after, end, '\n')
    } else if (tagName === 'li') {
      this.#write(start, inner, '\n- ')
      this.#write(after, end, '\n')
    } else if (tagName === 'pre') {
      this.#write(start, inner, '\n```\n')
      this.#write(after, end, '\n```\n')
    } else if (blocks.has(tagName)) {
      this.#write(start, inner, '\n')
      this.#write(after, end, '\n')
    } else if (tagName !== 'code' && tagName !== 'span') {
      this.#copy(start, inner)
      this.#copy(after, end)
    }
  }

  /** Where the opening tag of an element ends and its closing one starts; its own end where it has none. */
  #innerOf({childNodes, sourceCodeLocation}: Element, start: number, end: number): Range {
    const [first, last] = [childNodes[0], childNodes.at(-1)]
    if (!first || !last || !sourceCodeLocation) return [end, end]
    return [this.#rangeOf(first)[0] || start, this.#rangeOf(last)[1] || end]
  }

  #copy(start: number, end: number): void {
    for (let at = start; at < end; at++) this.#characters[at] = this.#text.charAt(at)
  }

  #write(start: number, end: number, piece: string): void {
    if (piece.length > end - start) return
    for (let at = 0; at < piece.length; at++) this.#characters[start + at] = piece.charAt(at)
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13
