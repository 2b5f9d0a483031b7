/** Text of a cell or heading as it is compared and stored: white space folded, English sentences joined. */
import {foldSpace} from '../text/normalize.ts'

/** Each run of white space as one space, none at the ends; NUL counts as white space. */
export function foldWhiteSpace(text: string): string {
  return foldSpace(text.includes('\0') ? text.replaceAll('\0', ' ') : text)
}

/** Joins English segments with a space, as English sentences are, but not before a closing sign. */
export function joinEnglish(parts: readonly string[]): string {
  let joined = ''
  for (const part of parts) {
    const text = foldWhiteSpace(part)
    if (text === '') continue
    joined += joined === '' || /^[,.;:!?)\]]/.test(text) ? text : ` ${text}`
  }
  return joined
}
