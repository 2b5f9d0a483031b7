/** The remarks in brackets of a cell: `443 (closed)`, `SMTP（選用）`. */
import {foldWidth} from '../../text/normalize.ts'

const hintRE = /[([（［]/u
const remarkRE = /[([]([^()[\]]{1,80})[)\]]/gu

/** In their order, with plain widths; none where brackets stand within brackets. */
export const remarksIn = (text: string): string[] =>
  hintRE.test(text) ? [...foldWidth(text).matchAll(remarkRE)].map(([, remark = '']) => remark.trim()) : []

/** The text outside of its remarks. */
export const withoutRemarks = (text: string): string => foldWidth(text).replace(remarkRE, ' ')
