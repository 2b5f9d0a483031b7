/** A translation that is its English, letter by letter: it lost no word of it, and was not translated at all. */
import type {Asked} from '../engine/check.ts'
import {foldWords} from './placed-fold.ts'

const flat = (text: string): string => foldWords(text).replace(/\s+/g, ' ').trim()

/** The first character: where it differs already, nothing needs to be folded but it. */
const initialOf = (text: string): string => flat(text.trimStart().slice(0, 1))

/** Whether two texts are the same but for width, case and white space. */
export const sameWords = (one: string, other: string): boolean =>
  initialOf(one) === initialOf(other) && flat(one) === flat(other)

/** Whether a cell still stands in English. */
export const isCopied = ({english, target}: Pick<Asked, 'english' | 'target'>): boolean =>
  sameWords(english.text, target.wide)
