/** A "not" and an "only" that a translation says by other words than those for them: "inaccessible", "refused", "reserved for staff". */
import {localeData} from '../../../languages/languages.ts'
import {operatorsOf} from '../../../languages/lists/operators.ts'
import {ownRestrictingWordsOf} from '../../../languages/lists/restricting.ts'
import {PhraseFinder, tokensOf} from '../../../text/phrase-finder.ts'
import type {SentencePair} from '../sentence-pairs.ts'
import {hasWord} from '../words.ts'

interface Finders {
  negated: readonly RegExp[]
  refusing: PhraseFinder
  restricting: PhraseFinder
}

const finders = new Map<string, Finders>()

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const made: Finders = {
    negated: (operatorsOf(locale)?.negated ?? []).map(wordRE),
    refusing: new PhraseFinder(localeData(locale).denial.words),
    restricting: new PhraseFinder(ownRestrictingWordsOf(locale)?.only ?? []),
  }
  finders.set(locale, made)
  return made
}

/** A star stands for letters. */
const wordRE = (word: string): RegExp =>
  new RegExp(String.raw`(?<!\p{L})${word.replaceAll('*', String.raw`\p{L}*`)}(?!\p{L})`, 'u')

/** English that refuses something itself, so that the "not" before it is another one: "Do not block". */
const REFUSES_RE =
  /\b(?:clos|shut|block|bar(?:s|red)?\b|bann?|forb|prohib|reject|refus|den[iy]|drop|filter|disab|restrict|prevent)/i

const OUTSIDE_RE = /\b(?:outside|out of|beyond|external)\b/i

/** Whether the translation has an adjective with a "not" in it, or a word that refuses, or is "outside" of what the English is not in. */
export const saysNotOtherwise = ({english, target}: SentencePair, locale: string): boolean => {
  if (REFUSES_RE.test(english)) return false
  const {negated, refusing} = findersOf(locale)
  return (
    negated.some((word) => word.test(target)) ||
    refusing.isIn(tokensOf(target)) ||
    (!OUTSIDE_RE.test(english) && saysOutside(target, locale))
  )
}

/** Whether a folded text has a word for "outside". */
export const saysOutside = (folded: string, locale: string): boolean =>
  hasWord(folded, operatorsOf(locale)?.outside ?? [])

/** Whether a translation restricts by any word of its language. */
export const saysOnlyOtherwise = (folded: string, locale: string): boolean =>
  findersOf(locale).restricting.isIn(tokensOf(folded))
