/**
 * What a translated text denies. A word such as 以外 or 無効 stands for an "other" or an "invalid" of the English first,
 * and for a "not" only where the English has none of its kind.
 */
import type {Lexicon} from '../../../languages/lexicon-schema.ts'
import {hasWord, occurrences, withoutWords} from '../words.ts'
import type {EnglishDenial} from './english-denial.ts'

/** The words by which a text denies: how many of each kind, counted once where one holds another. */
export interface Denial {
  nots: number
  exceptions: number
  contraries: number
}

/** Counts them in a folded text; the longer words go first, so that 不同 is no 不. */
export const denialIn = (folded: string, {concepts, harmless}: Lexicon): Denial => {
  const denying = withoutWords(folded, concepts.affirmation)
  const unexcepted = withoutWords(denying, concepts.exception)
  const plain = withoutWords(unexcepted, concepts.contrary)
  return {
    nots: occurrences(withoutWords(plain, harmless), concepts.negation),
    exceptions: occurrences(denying, concepts.exception),
    contraries: occurrences(withoutWords(unexcepted, harmless), concepts.contrary),
  }
}

/** How many "not"s of the English a translation lacks. */
export const lostNots = (english: EnglishDenial, folded: string, lexicon: Lexicon): number => {
  if (english.nots === 0) return 0
  const {required, exclusive} = lexicon.concepts
  if (english.double && hasWord(folded, [...required, ...exclusive])) return 0
  const {nots, exceptions, contraries} = denialIn(folded, lexicon)
  const {needless: needlessWords, optional} = lexicon.concepts
  // "Not required" is "superfluous", and "optional" where nothing else is required.
  const isNeedless =
    hasWord(folded, needlessWords) || (hasWord(folded, optional) && !hasWord(folded, required))
  const needless = english.needless && isNeedless ? 1 : 0
  const said =
    needless + nots + (english.excepts ? 0 : exceptions) + Math.max(0, contraries - english.contraries)
  return Math.max(0, english.nots - said)
}

/** The strong "not" that a translation has where nothing in the English calls for one; null for none. */
export const addedNot = (english: EnglishDenial, folded: string, lexicon: Lexicon): string | null => {
  if (english.nots > 0 || english.loose) return null
  const {negationAdded, affirmation} = lexicon.concepts
  const text = withoutWords(folded, [...affirmation, ...lexicon.harmless])
  return negationAdded.find((word) => hasWord(text, [word])) ?? null
}
