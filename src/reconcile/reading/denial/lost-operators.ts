/** Exceptions, limits and conditions of a sentence that its translation lacks, or has where the English has none. */
import type {Lexicon} from '../../../languages/lexicon-schema.ts'
import type {Operators} from '../../../languages/lists/operators.ts'
import type {SentencePair} from '../sentence-pairs.ts'
import {findWritten, hasWord, withoutWords} from '../words.ts'
import {denialIn} from './denial.ts'
import {readEnglishDenial} from './english-denial.ts'
import {readEnglishOperators} from './english-operators.ts'

/** A word that may say it stands in the folded text, outside of longer ones that do not. */
const says = (folded: string, words: readonly string[], {harmless}: Operators): boolean =>
  hasWord(
    withoutWords(
      folded,
      harmless.filter((word) => !words.includes(word)),
    ),
    words,
  )

/** More "not"s, or words such as "invalid", than the English has: "all but guests" is "all who are no guests". */
const deniesMore = ({english, target}: SentencePair, lexicon: Lexicon): boolean => {
  const [own, said] = [readEnglishDenial(english), denialIn(target, lexicon)]
  return said.nots > own.nots || said.contraries > own.contraries || said.exceptions > 0
}

/** Whether the English makes an exception of which the translation says nothing; by any word that may make one it is said. */
export const hasLostException = (pair: SentencePair, operators: Operators, lexicon: Lexicon): boolean => {
  if (readEnglishOperators(pair.english).exceptions === 0) return false
  const {except, maybeExcept, unless, only} = operators
  // "From nowhere but the office" is "only from the office".
  const words = [
    ...except,
    ...maybeExcept,
    ...unless,
    ...(readEnglishDenial(pair.english).nots > 0 ? only : []),
  ]
  return !says(pair.target, words, operators) && !deniesMore(pair, lexicon)
}

/** Whether an "unless" became an "if", or nothing. */
export const hasLostUnless = (pair: SentencePair, operators: Operators, lexicon: Lexicon): boolean =>
  !says(pair.target, [...operators.unless, ...operators.except, ...operators.only], operators) &&
  !deniesMore(pair, lexicon)

/** In a longer sentence, or one that was not told from the next, what is an addition is not known by its words. */
const LONGEST = 200

/** A word that makes an exception where nothing in the English calls for one; null for none. */
export const addedException = ({english, target}: SentencePair, operators: Operators): string | null =>
  isLong(english) || readEnglishOperators(english).mayExcept
    ? null
    : certain(target, operators.except, operators)

/** The same of "only". */
export const addedLimit = ({english, target}: SentencePair, operators: Operators): string | null =>
  isLong(english) || readEnglishOperators(english).mayLimit
    ? null
    : certain(target, operators.only, operators)

/** The same of "if". */
export const addedCondition = ({english, target}: SentencePair, operators: Operators): string | null =>
  isLong(english) || readEnglishOperators(english).mayCondition
    ? null
    : certain(target, operators.if, operators)

const isLong = ({length}: string): boolean => length > LONGEST

/** As it is written: parts of two Korean words, `으로 만들`, make no third one. */
const certain = (folded: string, words: readonly string[], {harmless}: Operators): string | null =>
  findWritten(folded, words) === null ? null : findWritten(withoutWords(folded, harmless), words)
