/** The words of a translation that may carry a meaning: without those that only look like one (使用者 is no 使用). */
import type {Asked} from '../engine/check.ts'
import type {Target} from './target-cell.ts'
import {withoutWords} from './words.ts'

const textByTarget = new WeakMap<Target, string>()

/** Folded text of the translation with the harmless words of its locale blanked; computed once a text. */
export const meaningOf = ({target, context: {lexicon}}: Asked): string => {
  const known = textByTarget.get(target)
  if (known !== undefined) return known
  const text = withoutWords(target.folded, lexicon.harmless)
  textByTarget.set(target, text)
  return text
}
