/**
 * The text with no-break spaces where French sets a character apart from its word: no line starts with a colon, also where French
 * stands in a page of another language. For the eye only: data keeps the document's spaces.
 */
export const typeset = (text: string): string =>
  text.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/« /g, '«\u00a0')
