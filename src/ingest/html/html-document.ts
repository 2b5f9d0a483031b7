/**
 * A saved page of a documentation site as the readers of Markdown take it: its article, with headings, items and paragraphs
 * on lines of their own, and blanks for the rest of the page. As many characters, so that places and corrections stay right.
 */
import type {Element, Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {FrontMatter} from '../identity/front-matter.ts'
import {type FrontMatterValue, frontMatterKey} from '../identity/front-matter-value.ts'

const parser = unified().use(rehypeParse, {fragment: false}).freeze()

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
  ({tagName, properties}) => tagName === 'main' || properties['role'] === 'main',
  ({properties}) => /^(?:main|content|main-content)$/.test(String(properties['id'] ?? '')),
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

export function readHtmlDocument(text: string): HtmlDocument {
  const root = parser.parse(text)
  const elements = elementsOf(root)
  const found = isArticle.flatMap((is) => elements.filter(is).slice(0, 1))
  const article = found[0]
  const page = new Page(text)
  if (article) page.keep(article)
  const values = headOf(elements, text)
  const hasTitle = article !== undefined && elementsOf(article).some(({tagName}) => tagName === 'h1')
  if (hasTitle) values.delete('title')
  return {text: page.build(), front: {values, bodyStart: article?.position?.start.offset ?? 0}}
}

function elementsOf(node: Nodes): Element[] {
  const found: Element[] = []
  const rest: Nodes[] = [node]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.type === 'element') found.push(next)
    if ('children' in next) rest.push(...next.children.toReversed())
  }
  return found
}

/** The language, the title, and the names that publishers give in `meta`. */
function headOf(elements: readonly Element[], text: string): Map<string, FrontMatterValue> {
  const values = new Map<string, FrontMatterValue>()
  for (const element of elements) {
    const {tagName, properties, position} = element
    const offset = position?.start.offset ?? 0
    const set = (key: string, value: unknown): void => {
      if (typeof value === 'string' && value.trim() !== '' && !values.has(key))
        values.set(key, {value, offset})
    }
    if (tagName === 'html') set('lang', properties['lang'])
    if (tagName === 'meta' && typeof properties['name'] === 'string')
      set(frontMatterKey(properties['name'].toLowerCase()), properties['content'])
    if (tagName === 'title' && position) {
      const [first] = element.children
      set('title', first?.type === 'text' ? first.value : text.slice(0, 0))
    }
  }
  return values
}

class Page {
  readonly #text: string
  readonly #characters: string[]

  constructor(text: string) {
    this.#text = text
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
      const [start, end] = rangeOf(element)
      const {tagName, children} = element
      if (foreign.has(tagName)) continue
      if (tagName === 'table') {
        this.#copy(start, end)
        continue
      }
      const [inner, after] = innerOf(element, start, end)
      if (!flat.has(element)) this.#tag(element, start, inner, after, end)
      const [first] = children
      if (tagName === 'li' && first?.type === 'element') flat.add(first)
      for (const child of children) {
        if (child.type === 'element') rest.push(child)
        else if (child.type === 'text') this.#copy(...rangeOf(child))
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

  #copy(start: number, end: number): void {
    for (let at = start; at < end; at++) this.#characters[at] = this.#text.charAt(at)
  }

  #write(start: number, end: number, piece: string): void {
    if (piece.length > end - start) return
    for (let at = 0; at < piece.length; at++) this.#characters[start + at] = piece.charAt(at)
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13

const rangeOf = ({position}: Nodes): [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

/** Where the opening tag of an element ends and its closing one starts; its own end where it has none. */
function innerOf({children, position}: Element, start: number, end: number): [number, number] {
  const [first, last] = [children[0], children.at(-1)]
  if (!first || !last || position === undefined) return [end, end]
  return [rangeOf(first)[0] || start, rangeOf(last)[1] || end]
}
