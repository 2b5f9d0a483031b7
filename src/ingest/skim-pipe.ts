/** Where the rows of a pipe table start, where it is plain enough to tell without a Markdown parser. */
import type {PipeLine, PipeRegion} from './pipe-regions.ts'
import {isPlainDelimiter} from './pipe-rows.ts'

/** A line that opens with a pipe, a letter, strong text, code, a link or a span; anything else may end the table (GFM 0.29, 4.10). */
const rowRE = /(?:[|[(（「『“\p{L}]|\*\*|`(?!``)|<\/?(?:span|strong|em|b|i)[\s>])/uy

/** Tags, and values in them, which may hold a tag’s end or a pipe. */
const tagRE = /<[^<>]*>/g
const quotedRE = /"[^"]*"|'[^']*'/g

/** @returns offsets of the body's rows; null when a line of it may be no row */
export function skimPipeRows(text: string, {lines}: PipeRegion): number[] | null {
  const [header, delimiter, ...rows] = lines
  if (!header || !delimiter || !isPlainDelimiter(text.slice(delimiter.start, delimiter.end))) return null
  const isRow = ({start, end}: PipeLine): boolean => {
    if (isMarkupAlone(text.slice(start, end))) return false
    // A lone pipe is a row in one place and none in another.
    if (text.charCodeAt(start) === 124) return end - start > 1
    rowRE.lastIndex = start
    return rowRE.test(text)
  }
  return isRow(header) && rows.every(isRow) ? rows.map(({start}) => start) : null
}

/** Whether tags are all there is: HTML of its own (CommonMark 0.31, 4.6), or spans that leave a lone pipe or nothing. */
const isMarkupAlone = (line: string): boolean =>
  line.includes('<') && ['', '|'].includes(line.replace(quotedRE, '').replace(tagRE, '').trim())
