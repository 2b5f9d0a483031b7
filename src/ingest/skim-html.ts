/** Where the rows of an HTML table start, where it is plain enough to tell without an HTML parser. */

const tagRE =
  /<(\/?)(table|caption|colgroup|col|thead|tbody|tfoot|tr|t[dh])(?=[\s/>])|<!--|<[?!]|<\/?(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext|select|template|svg|math|object|frameset|body|html|head)(?=[\s/>])/gi

interface Row {
  at: number
  head: boolean
  cells: number
  headers: number
}

/**
 * @param html one table, from its opening to its closing tag
 * @returns offsets of the rows below the header; null when the table nests, lacks tags, or its header takes reading to know
 */
export function skimHtmlRows(html: string): number[] | null {
  const rows: Row[] = []
  const open: string[] = []
  for (const {index, 1: slash, 2: found} of html.matchAll(tagRE)) {
    if (found === undefined) return null
    const name = found.toLowerCase()
    if (name === 'col') continue
    if (slash === '/') {
      if (open.pop() !== name) return null
      continue
    }
    const parent = open.at(-1)
    if (!parentsOf[name]?.includes(parent ?? '')) return null
    open.push(name)
    const row = rows.at(-1)
    if (name === 'tr') rows.push({at: index, head: parent === 'thead', cells: 0, headers: 0})
    else if (row && (name === 'td' || name === 'th')) {
      row.cells++
      if (name === 'th') row.headers++
    }
  }
  if (open.length > 0) return null
  const heads = rows.filter(({head}) => head)
  const [first] = rows
  if (heads.length > 1) return null
  const header =
    heads[0] ?? (rows.length > 1 && first && first.cells > 0 && first.cells === first.headers ? first : null)
  if (header === null && rows.length > 1) return null
  return rows.filter((row) => row !== header).map(({at}) => at)
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
