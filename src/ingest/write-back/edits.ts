/** Writes corrections back into a document: only the given ranges change, every other byte stays as it is. */
import {htmlText} from '../../text/html-text.ts'
import {readFrontMatter} from '../identity/front-matter.ts'
import {findPipeRegions} from '../markdown/pipe-regions.ts'
import {findRegions} from '../regions.ts'
import {createSource, type Source} from '../source.ts'

/** New plain text for a range of the decoded text (UTF-16 offsets, end exclusive). */
export interface Edit {
  span: [number, number]
  text: string
}

/** Where a range stands, which decides how its text is escaped. */
type Context = 'html' | 'pipe' | 'markdown'

/**
 * The text with all edits made, escaped as HTML, as a pipe table or as Markdown needs it. No edits: the same text.
 *
 * @throws RangeError when ranges overlap or reach outside the text: writing then would destroy something
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const contextOf = contexts(text)
  const ordered = edits.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  let result = ''
  let from = 0
  for (const {span, text: replacement} of ordered) {
    const [start, end] = span
    if (start < from || end < start || end > text.length) {
      throw new RangeError(
        `Expected edits side by side inside a text of ${text.length} characters, found [${start}, ${end}) after ${from}`,
      )
    }
    result += text.slice(from, start) + escapeFor(contextOf(start), replacement)
    from = end
  }
  return result + text.slice(from)
}

/** Tells the context of an offset from the tables of the document. */
function contexts(text: string): (offset: number) => Context {
  const source: Source = createSource(text, '')
  const {bodyStart} = readFrontMatter(source)
  const regions = findRegions(text, bodyStart, source.starts)
  const html = regions.filter(({kind}) => kind === 'html' || kind === 'rows')
  const pipe = findPipeRegions(text, bodyStart, text.length, 0, source.starts)
  const within = (offset: number) => (region: {start: number; end: number}) =>
    region.start <= offset && offset < region.end
  return (offset) => (html.some(within(offset)) ? 'html' : pipe.some(within(offset)) ? 'pipe' : 'markdown')
}

/** Escapes plain text as its place needs it; line ends become spaces, for a cell of a pipe table is one line. */
function escapeFor(context: Context, text: string): string {
  const oneLine = text.replace(/[\r\n]+/g, ' ')
  if (context === 'html') return htmlText(oneLine)
  const special = context === 'pipe' ? /[\\`*[|]/g : /[\\`*[]/g
  return oneLine
    .replace(special, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
}
