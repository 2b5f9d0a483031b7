/**
 * The one spelling in which rows are indexed and searched: case, width and accents folded, punctuation as spaces.
 *
 * `"SIP(TLS)"`, `"SIP/TLS"` and `"sip tls"` become `sip tls`; `"l’Accès"` becomes `l acces`. Where a language writes no
 * spaces between words, a space says nothing, so `"Edge 服務"` and `"Edge服務"` become the same; punctuation still parts.
 */
import {lookUp} from '../text/look-up.ts'
import {foldSearch} from '../text/normalize.ts'

export interface Folded {
  text: string
  /** For each UTF-16 unit of `text`: where the character that it comes from starts and ends in the original. */
  starts: number[]
  ends: number[]
}

/** A character with what is written over or behind it, so that a kana keeps its voice mark. */
const characterRE = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu
const wordCharacterRE = /[\p{L}\p{M}\p{N}]/u
const unspacedRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u
const spaceRE = /^\s+$/u

/** Letters that Unicode doesn't take apart. */
const ligatures: Record<string, string> = {æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i'}

export const isUnspaced = (character: string): boolean => unspacedRE.test(character)

export const isWordCharacter = (character: string): boolean => wordCharacterRE.test(character)

/** Folds a text and records where each character comes from. */
export const foldWithPlaces = (text: string): Folded => {
  const folded: Folded = {text: '', starts: [], ends: []}
  let gap: 'none' | 'space' | 'mark' = 'none'
  let last = ''
  for (const {0: character, index} of text.matchAll(characterRE)) {
    if (spaceRE.test(character)) {
      if (gap === 'none') gap = 'space'
      continue
    }
    for (const letter of foldSearch(character)) {
      if (!wordCharacterRE.test(letter)) {
        gap = 'mark'
        continue
      }
      const parted = gap === 'mark' || (gap === 'space' && !unspacedRE.test(letter) && !unspacedRE.test(last))
      if (parted && last !== '') append(folded, ' ', index, index)
      append(folded, lookUp(ligatures, letter) ?? letter, index, index + character.length)
      gap = 'none'
      last = letter
    }
  }
  return folded
}

/** Folds a text that is only compared. */
export const foldText = (text: string): string => foldWithPlaces(text).text

const append = (folded: Folded, letters: string, start: number, end: number) => {
  folded.text += letters
  for (let unit = 0; unit < letters.length; unit++) {
    folded.starts.push(start)
    folded.ends.push(end)
  }
}
