/** Text of a cell or heading as it is compared and stored: white space folded, English sentences joined. */
import {foldSpace} from '../text/normalize.ts'

/** Each run of white space as one space, none at the ends; NUL characters are left out. */
export function foldWhiteSpace(text: string): string {
  if (isFolded(text)) return text
  return foldSpace(text.includes('\0') ? text.replaceAll('\0', '') : text)
}

/** Whether folding and NFC would change nothing, as in most cells: where unsure, no. */
function isFolded(text: string): boolean {
  let space = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      if (space) return false
      space = true
      continue
    }
    space = false
    const ascii = code > 32 && code < 127
    // Latin letters, general punctuation, CJK characters and kana, ideographs: NFC leaves them alone without a mark after them.
    const stable =
      (code >= 0xc0 && code <= 0x17f) ||
      (code >= 0x2010 && code <= 0x2027) ||
      (code >= 0x3001 && code <= 0x3098) ||
      (code >= 0x309b && code <= 0x9fff) ||
      (code >= 0xff01 && code <= 0xff9d)
    if (!ascii && !stable) return false
  }
  return !space || text === ''
}

/** Joins English segments with a space, as English sentences are, but not before a closing character. */
export function joinEnglish(parts: readonly string[]): string {
  let joined = ''
  for (const part of parts) {
    const text = foldWhiteSpace(part)
    if (text === '') continue
    joined += joined === '' || /^[,.;:!?)\]]/.test(text) ? text : ` ${text}`
  }
  return joined
}
