/** Escapes text for XML 1.0, whatever characters it holds. */
import {lookUp} from '../text/look-up.ts'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const ATTRIBUTE_RE = /[&<>"\t\n\r]/g
/** A carriage return would be read back as a line feed. */
const TEXT_RE = /[&<>\r]/g
/** What XML 1.0 can't hold in any form: controls, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSPEAKABLE_RE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu

/** Most texts hold nothing of all this. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL_RE = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

const escaped = (character: string): string => lookUp(ESCAPES, character) ?? character

/**
 * Text between tags. Characters that XML can't hold become what `standIn` gives for their code point (markup
 * allowed), by default U+FFFD.
 */
export const xmlText = (text: string, standIn: (code: number) => string = () => '\uFFFD'): string =>
  SPECIAL_RE.test(text)
    ? text
        .replace(TEXT_RE, escaped)
        .replace(UNSPEAKABLE_RE, (character) => standIn(character.codePointAt(0) ?? 0))
    : text

/** Text between double quotes of an attribute. */
export const xmlAttribute = (text: string): string =>
  SPECIAL_RE.test(text) ? text.replace(ATTRIBUTE_RE, escaped).replace(UNSPEAKABLE_RE, '\uFFFD') : text

/** ` name="value"` for each attribute that has a value, in the order given. */
export const xmlAttributes = (attributes: Record<string, string | null>): string =>
  Object.entries(attributes)
    .filter((each): each is [string, string] => each[1] !== null)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join('')
