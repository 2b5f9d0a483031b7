/** Where the rows of a pipe table start, where it is plain enough to tell without a Markdown parser. */
import type {PipeLine, PipeRegion} from '../markdown/pipe-regions.ts'
import {isPlainDelimiter} from '../markdown/pipe-rows.ts'
import {withoutPlainTags} from './plain-markup.ts'

/** A line that opens with a pipe, a letter, strong text, code, a link or a span; anything else may end the table (GFM 0.29, 4.10). */
const rowRE = /(?:[|[(（「『“\p{L}]|\*\*(?=[^\s*])|`(?!``)|<\/?(?:span|strong|em|b|i)[\s>])/uy

/** A tag that is taken out before a line is cut at its pipes. */
const spanRE = /<\/?span/i

/** @returns offsets of the body's rows; null when a line of it may be no row, or may have other cells than its pipes tell */
export function skimPipeRows(text: string, {lines}: PipeRegion): number[] | null {
  const [header, delimiter, ...rows] = lines
  if (!header || !delimiter || !isPlainDelimiter(text.slice(delimiter.start, delimiter.end))) return null
  // What takes the place of this one is for a parser to say.
  if (text.slice(header.start, rows.at(-1)?.end ?? header.end).includes('\0')) return null
  const isRow = ({start, end}: PipeLine): boolean => {
    if (!isPlain(text.slice(start, end))) return false
    // A lone pipe is a row in one place and none in another.
    if (text.charCodeAt(start) === 124) return end - start > 1
    rowRE.lastIndex = start
    return rowRE.test(text)
  }
  return isRow(header) && rows.every(isRow) ? rows.map(({start}) => start) : null
}

/** No span in it is broken or holds a pipe; and there is more than tags: HTML of its own (CommonMark 0.31, 4.6) and lone pipes. */
function isPlain(line: string): boolean {
  if (!line.includes('<')) return true
  const rest = withoutPlainTags(line)
  return !spanRE.test(rest) && rest.trim().length > 1
}
