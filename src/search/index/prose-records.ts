/** The prose of a built page, section by section: what Pagefind indexes. Tables of rules have an index of their own. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'

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
/** What is shown only when asked for, such as evidence, and what pages mark as no text of their own. */
const leftRE = /\s(?:popover|hidden|data-pagefind-ignore)(?:[\s=]|$)/
const blocks = new Set(['p', 'li', 'dd', 'dt', 'figcaption', 'blockquote', 'pre'])
/** Elements that part words even when they stand inside of a block. */
const parting = new Set([...blocks, 'br', 'hr', 'ul', 'ol', 'dl', 'div', 'section', 'figure'])

/** A tag as the site writes it: names in small letters, values in double quotes. Text has no bare `<`. */
const tagRE = /<(\/?)([a-z][a-z0-9-]*)((?:\s(?:"[^"]*"|[^">])*)?)>/g
const idRE = /\sid="([^"]*)"/

/** An element that is being read. */
interface Reading {
  name: string
  /** How many elements of its name are open, with itself. */
  depth: number
  id: string
  html: string
}

/**
 * Sections of a page's `<main>` in reading order, without empty ones.
 *
 * @param html a page as the site writes it, each element with its end; parsing any page costs more than making this one
 */
export function proseRecords(html: string): ProseRecord[] {
  const main = mainOf(html)
  const records: Omit<ProseRecord, 'title'>[] = [{id: '', heading: '', text: ''}]
  let title: string | undefined
  const read = ({name, id, html}: Reading) => {
    const text = readText(html)
    const record = records.at(-1)
    if (name === 'h1') title ??= text
    else if (headings.has(name)) records.push({id: readText(id), heading: text, text: ''})
    else if (record !== undefined && text !== '') record.text += record.text === '' ? text : `\n${text}`
  }
  let reading: Reading | null = null
  let at = 0
  tagRE.lastIndex = 0
  for (let tag = tagRE.exec(main); tag !== null; tag = tagRE.exec(main)) {
    const [, slash = '', name = '', attributes = ''] = tag
    if (reading !== null) reading.html += main.slice(at, tag.index)
    at = tagRE.lastIndex
    if (slash === '' && (left.has(name) || leftRE.test(attributes))) {
      at = endOf(main, name, at)
      tagRE.lastIndex = at
    } else if (reading === null) {
      if (slash === '' && (name === 'h1' || headings.has(name) || blocks.has(name)))
        reading = {name, depth: 1, id: idRE.exec(attributes)?.[1] ?? '', html: ''}
    } else {
      if (parting.has(name)) reading.html += ' '
      if (name === reading.name) reading.depth += slash === '' ? 1 : -1
      if (reading.depth > 0) continue
      read(reading)
      reading = null
    }
  }
  return records.flatMap(({id, heading, text}) =>
    text === '' ? [] : [{id, title: title ?? '', heading, text}],
  )
}

function mainOf(html: string): string {
  const start = html.indexOf('<main')
  return start === -1 ? '' : html.slice(start, html.indexOf('</main>', start))
}

/** Where the element ends whose content starts at `from`; it can hold others of its name. Without an end it hides nothing. */
function endOf(html: string, name: string, from: number): number {
  const close = `</${name}>`
  let [at, depth] = [from, 1]
  while (depth > 0) {
    const end = html.indexOf(close, at)
    if (end === -1) return from
    depth += startsIn(html.slice(at, end), name) - 1
    at = end + close.length
  }
  return at
}

const startsIn = (html: string, name: string): number =>
  html.split(`<${name} `).length + html.split(`<${name}>`).length - 2

const spaceRE = /\s+/gu
const referenceRE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z\d]{1,40}));/gi

const readText = (html: string): string => withoutReferences(html).replace(spaceRE, ' ').trim()

/** Text as a browser shows it: each reference to a character is that character. */
export const withoutReferences = (html: string): string =>
  html.includes('&')
    ? html.replace(referenceRE, (written, hex?: string, decimal?: string, name = '') =>
        hex !== undefined
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : decimal !== undefined
            ? String.fromCodePoint(Number(decimal))
            : decodeNamedCharacterReference(name) || written,
      )
    : html
