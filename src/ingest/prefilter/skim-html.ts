/** Where the rows of an HTML table start, where it is plain enough to tell without an HTML parser. */
import {lookUp} from '../../text/look-up.ts'

/** Whole tags of tables, their values quoted; all else that may be one; and what no table of rows and cells holds. */
const tagRE =
  /<(\/?)(table|caption|colgroup|col|thead|tbody|tfoot|tr|t[dh])(?:\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)?\/?>|<[?!]|<\/?(?:table|caption|col|colgroup|thead|tbody|tfoot|tr|t[dh]|script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext|select|template|svg|math|object|frameset|body|html|head)(?=[\s/>])/gi

interface Row {
  /** Offsets of its tags. */
  at: number
  end: number
  head: boolean
  cells: number
  headers: number
}

/**
 * @param html one table, from its opening to its closing tag
 * @param isHeader whether a row (its source) reads like a header, where no tag says so; null when that takes a parser, too
 * @returns offsets of the rows below the header; null when the table nests, or lacks tags or parts of them
 */
export function skimHtmlRows(html: string, isHeader: (row: string) => boolean | null): number[] | null {
  const rows: Row[] = []
  const open: string[] = []
  for (const {index, 1: slash, 2: found} of html.matchAll(tagRE)) {
    if (found === undefined) return null
    const name = found.toLowerCase()
    if (name === 'col') continue
    const row = rows.at(-1)
    if (slash === '/') {
      if (open.pop() !== name) return null
      if (row && name === 'tr') row.end = index
      continue
    }
    const parent = open.at(-1)
    if (!lookUp(parentsOf, name)?.includes(parent ?? '')) return null
    open.push(name)
    if (name === 'tr') rows.push({at: index, end: index, head: parent === 'thead', cells: 0, headers: 0})
    else if (row && (name === 'td' || name === 'th')) {
      row.cells++
      if (name === 'th') row.headers++
    }
  }
  if (open.length > 0) return null
  const [first] = rows
  if (rows.slice(1).some(({head}) => head)) return null
  const named = first !== undefined && first.cells > 0 && first.cells === first.headers
  const header = first?.head || (rows.length > 1 && (named || isHeader(html.slice(first?.at, first?.end))))
  if (header === null) return null
  return rows.slice(header ? 1 : 0).map(({at}) => at)
}

/** What each element of a table stands in; whatever stands elsewhere is for the parser to place. */
const parentsOf: Record<string, string[]> = {
  table: [''],
  caption: ['table'],
  colgroup: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
}
