/** Folds of text that keep every character at its offset, so that what is found can be shown and replaced. */
import {lowerCase} from '../../text/normalize.ts'

const FULL_WIDTH_RE = /[\uFF01-\uFF5E]/g
const FOLDED_RE = /[\uFF01-\uFF5E\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t\r\n]/
const SPACE_RE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t\r\n]/g

/** Full-width characters, letters and digits to ASCII, every kind of space to a plain one; same length as the input. */
export const foldWidth = (text: string): string =>
  FOLDED_RE.test(text)
    ? text
        .replace(FULL_WIDTH_RE, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
        .replace(SPACE_RE, ' ')
    : text

/** `foldWidth`, with lower case and plain apostrophes; same length as the input. */
export const foldWords = (text: string): string => lowerCase(foldWidth(text).replace(/[’‘ʼ]/g, "'"))
