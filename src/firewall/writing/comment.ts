/** Makes text from a document or a reader safe inside a comment of any target. */

const invisibleRE = /[\p{C}\p{Zl}\p{Zp}]+/gu
const shellCharacterRE = /["'`$\\;&|<>!%^*?{}[\]~#]/g
/** What says the same and means nothing to a program; the others become spaces. */
const standIns: ReadonlyMap<string, string> = new Map([
  ['"', '”'],
  ["'", '’'],
  ['`', '’'],
  [';', ','],
  ['&', '+'],
  ['|', '/'],
  ['\\', '/'],
  ['<', '＜'],
  ['>', '＞'],
  ['%', '％'],
  ['*', '＊'],
  ['{', '('],
  ['}', ')'],
  ['[', '('],
  [']', ')'],
])
const spaceRE = /\s+/g
/** Before a name: what is left out would turn it into its contrary. */
const notRE = /(?<![\p{L}\p{N}])(?:[!≠¬]+|<>)\s?(?=[\p{L}\p{N}])/gu
const urlRE = /^https?:\/\/[A-Za-z0-9.:[\]-]+(?:\/[A-Za-z0-9._~/%-]*)?(?:#[A-Za-z0-9._-]*)?$/

/**
 * One line without control, format and bidirectional characters and without the characters that any shell or
 * configuration language gives a meaning: others that look alike or say the same take their place. Cut after `length` code points.
 */
export function commentText(text: string, length = 300): string {
  const clean = text
    .normalize('NFC')
    .replace(invisibleRE, ' ')
    .replace(notRE, 'not ')
    .replace(shellCharacterRE, (character) => standIns.get(character) ?? ' ')
    .replace(spaceRE, ' ')
    .trim()
  const points = [...clean]
  return points.length <= length ? clean : `${points.slice(0, length - 1).join('')}…`
}

/** The address as it is when it has only characters of an address, else nothing. */
export const commentUrl = (url: string): string => (urlRE.test(url) ? url : '')

/** All lines that stand above a rule: what it says, then where it stands on the site. */
export const commentLines = (texts: readonly string[], urls: readonly string[], length?: number): string[] =>
  [...texts.map((text) => commentText(text, length)), ...urls.map(commentUrl)].filter((line) => line !== '')
