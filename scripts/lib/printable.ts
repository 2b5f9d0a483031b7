/** Text of documents made fit for a terminal: what would move its cursor, colour it or turn the writing round is spelt out. */

/** Control characters (C0, DEL, C1), marks that direct the writing, and halves of characters. */
const hiddenRE = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu

/** `"a\u001b[31m"` → `"a\\u001b[31m"`; one line stays one line. */
export const printable = (text: string): string =>
  text.replace(hiddenRE, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
