/** Tells which notes say something of a rule that its facts don't: who must read those, and who needs not. */
import {limitsReason} from '../../facts/denied-text.ts'
import {deniesAccess} from '../../facts/limits/guarded-zones.ts'
import {limitsIn, sentencesOf, unclearLimitIn} from '../../facts/limits/stated-limits.ts'
import type {Facts} from '../../model/schema.ts'
import {conditionsIn} from '../../text/conditions.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'

/**
 * Whether a note restricts, excepts, forbids or makes something depend on a condition in a sentence that none of the facts was
 * read from. What a rule is for, by whom and since when says nothing that a firewall could do otherwise.
 */
export const saysMoreThanFacts = (
  note: string,
  locale: string,
  {known = {}}: Pick<Facts, 'known'>,
): boolean =>
  restrictingSentences(note, locale)
    .split(lineEnd)
    .some((sentence) => sentence !== '' && !isQuoted(sentence, known))

const lineEnd = '\n'

/** The same notes stand in many rows. */
const restrictingSentences = memoizeByLocale(
  (note, locale) =>
    sentencesOf(note, note.length)
      .filter((sentence) => isRestricting(sentence, locale))
      .map((sentence) => sentence.replaceAll(lineEnd, ' '))
      .join(lineEnd),
  500,
)

const isRestricting = (sentence: string, locale: string): boolean =>
  unclearLimitIn(sentence, locale) !== null ||
  limitsIn(sentence, locale).length > 0 ||
  deniesAccess(sentence, locale) ||
  limitsReason(sentence, locale) ||
  conditionsIn(tokensOf(sentence), locale).length > 0

/** Whether a fact was read from a sentence, or from a part of it. */
const isQuoted = (sentence: string, known: NonNullable<Facts['known']>): boolean => {
  const told = foldSearch(sentence)
  return Object.values(known).some(({how, ...rest}) => {
    const quote = how === 'stated' && 'quote' in rest ? foldSearch(rest.quote ?? '') : ''
    return quote !== '' && (told.includes(quote) || quote.includes(told))
  })
}
