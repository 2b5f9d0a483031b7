/** What a query is before it is read: one Unicode form, plain digits, one kind of space, no invisible characters. */

import {toAsciiDigits} from '../../facts/ports/numerals.ts'
import {foldWidth} from '../../text/normalize.ts'

/** Longest query that is read, in UTF-16 units; nobody types more, and a pasted page is not a question. */
export const LONGEST_QUERY = 256

const spaceRE = /\s/gu
const invisibleRE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu

/** NFKC (full-width to plain), decimal digits of any script to 0–9, any white space to a space, invisible characters dropped. */
export const queryText = (text: string): string =>
  toAsciiDigits(foldWidth(text)).replace(spaceRE, ' ').replace(invisibleRE, '')

/** Of a text that `queryText` gave. */
export const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9'
