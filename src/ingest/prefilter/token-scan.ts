/** Looks for any of many words in a text with markup, in one pass and without a copy of it (Aho and Corasick, 1975). */
import type {CodeRange} from '../folded-codes.ts'

const LESS = 60
const GREATER = 62
const PIPE = 124

/** What a character is to the scan; from `LETTER` on, a letter of the words. */
const OTHER = 0
const UNSURE = 1
const SIGN = 2
const TAG = 3
const LETTER = 4

/** Longest tag that counts as markup. */
const MAX_TAG = 200
const tagStartRE = /[a-z/!?]/i

/**
 * @param words found in any case, also inside other words
 * @param signs characters that are markup wherever they stand; tags are markup too
 * @param unsure characters that may become letters; whoever meets one has to look more closely
 * @returns false only when a text holds no word once its markup is taken out, and nothing unsure
 */
export function createTokenScan(
  words: readonly string[],
  signs: string,
  unsure: readonly CodeRange[],
): (text: string) => boolean {
  const kinds = new Uint8Array(65_536)
  for (const [low, high] of unsure) kinds.fill(UNSURE, low, high + 1)
  const lower = words.map((word) => word.toLowerCase().split(''))
  const letters = [...new Set(lower.flat())]
  for (const [index, letter] of letters.entries()) {
    const upper = letter.toUpperCase()
    for (const form of upper.length === 1 ? [letter, upper] : [letter])
      kinds[form.charCodeAt(0)] = LETTER + index
  }
  for (const sign of signs) kinds[sign.charCodeAt(0)] = SIGN
  kinds[LESS] = TAG
  const {next, found} = createAutomaton(
    lower.map((word) => word.map((letter) => letters.indexOf(letter))),
    letters.length,
  )
  return (text) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const kind = kinds[text.charCodeAt(at)] ?? OTHER
      if (kind >= LETTER) {
        state = next[state * letters.length + kind - LETTER] ?? 0
        if (found[state] === 1) return true
      } else if (kind === OTHER) state = 0
      else if (kind === UNSURE) return true
      else if (kind === TAG) {
        const end = endOfTag(text, at)
        if (end === -1) state = 0
        else at = end
      }
    }
    return false
  }
}

/** Where the tag that opens at an offset has its `>`; -1 when it is no tag: one starts with a letter, `/`, `!` or `?`, and holds no pipe. */
function endOfTag(text: string, open: number): number {
  if (!tagStartRE.test(text[open + 1] ?? '')) return -1
  const limit = Math.min(text.length, open + MAX_TAG + 2)
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === GREATER) return at
    if (code === LESS || code === PIPE) return -1
  }
  return -1
}

interface Automaton {
  /** The state after a letter, at `state * letters + letter`. */
  next: Uint16Array
  /** 1 for a state in which a word has ended. */
  found: Uint8Array
}

/** @param words as indices of letters */
function createAutomaton(words: readonly (readonly number[])[], letters: number): Automaton {
  const most = words.reduce((sum, {length}) => sum + length, 1)
  const next = new Uint16Array(most * letters)
  const found = new Uint8Array(most)
  let states = 1
  for (const word of words) {
    let state = 0
    for (const letter of word) {
      const at = state * letters + letter
      if (next[at] === 0) next[at] = states++
      state = next[at] ?? 0
    }
    found[state] = 1
  }
  // Breadth first: where a word goes no further, the longest end of it that begins another one does.
  const fallback = new Uint16Array(states)
  const queue = [0]
  for (const state of queue) {
    const fall = fallback[state] ?? 0
    if (found[fall] === 1) found[state] = 1
    for (let letter = 0; letter < letters; letter++) {
      const at = state * letters + letter
      const shorter = state === 0 ? 0 : (next[fall * letters + letter] ?? 0)
      const child = next[at] ?? 0
      if (child === 0) next[at] = shorter
      else {
        fallback[child] = shorter
        queue.push(child)
      }
    }
  }
  return {next, found}
}
