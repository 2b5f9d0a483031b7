/** The keys under which a text is indexed: its beginnings at each place where a term may start, cut to one length. */

import {startsAt} from '../query/query-term.ts'
import {isUnspaced} from '../search-fold.ts'

/** UTF-16 units of a key, longer than nearly all words. Shorter terms are answered by the index alone, longer ones are verified in the texts. */
export const KEY_LENGTH = 16

/** In front of keys that start inside a word. */
export const INSIDE = '*'

/** Sorted by place; duplicates stay. */
export const wordKeys = (folded: string): string[] => {
  const keys: string[] = []
  for (let at = 0; at < folded.length; at++) {
    const character = String.fromCodePoint(folded.codePointAt(at) ?? 32)
    const key = folded.slice(at, at + KEY_LENGTH)
    if (startsAt(folded, at, false)) keys.push(key)
    else if (startsAt(folded, at, true) && !isUnspaced(character)) keys.push(INSIDE + key)
    if (character.length === 2) at++
  }
  return keys
}
