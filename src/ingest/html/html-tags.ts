/** Which tags of a table mean what, and how a tag's name is read. */

/** Tags that start or end a row or cell: nesting is counted from there, for what a cell leaves open ends with it. */
export const structure = new Set([
  'table',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'caption',
  'colgroup',
  'col',
])
/** Elements that never hold others, or that the next one of their kind closes. */
export const flat = new Set([
  ...['area', 'base', 'br', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
  ...['p', 'li', 'dt', 'dd', 'option', 'optgroup'],
])
/** `colspan` and `rowspan`. */
export const spanRE = /span/i

/** Elements whose content holds no tags, up to their own closing tag. */
export const rawText = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
])

/** White space between tags. */
export const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** Name of the tag in lower case; '' when no letter stands there. */
export function tagName(text: string, start: number, limit: number): string {
  const letter = text.charCodeAt(start) | 32
  if (letter < 97 || letter > 122) return ''
  let end = start
  while (end < limit && end - start < 32) {
    const code = text.charCodeAt(end)
    if (code === 62 || code === 47 || code <= 32) break
    end++
  }
  return text.slice(start, end).toLowerCase()
}
