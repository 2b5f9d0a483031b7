/** Escapes text for HTML: the one place where it is done. XML has its own in `formats/xml.ts`, since it can't hold every character. */

/** Text between tags, whatever encloses it; most holds nothing to escape. */
export const htmlText = (text: string): string =>
  textRE.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
const textRE = /[&<>]/

/** Text between double quotes of an attribute. */
export const htmlAttribute = (text: string): string =>
  valueRE.test(text) ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text
const valueRE = /[&"]/
