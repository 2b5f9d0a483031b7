/**
 * Knows sentences that speak of closing something and ask nobody to: “Blocking these affects the search”, “The feature can be turned
 * off”, “The service is disabled by default”.
 */

import {localeData} from '../languages/languages.ts'
import {blockingWordsOf} from '../languages/lists/blocking.ts'
import {conditionsIn, withoutConditions} from '../text/conditions.ts'
import {onceByLocale} from '../text/memoize.ts'
import {foldSearch} from '../text/normalize.ts'
import {PhraseFinder, tokensOf} from '../text/phrase-finder.ts'
import {sentenceEndRE} from '../text/sentences.ts'
import {restrictionWordsOf} from './limits/restrictions.ts'
import {unspacedRE, WordList} from './limits/word-list.ts'

/** Words before the name of the act, such as an article or what is closed. */
const BEFORE_ACT = 3
/** Where there are no spaces, letters that are no endings of a verb. */
const nameRE = /[\p{Script=Latin}\p{N}\p{Script=Han}\p{Script=Katakana}ー]{2}/u
/** Words that say what is closed then, and that it is. */
const SAYING = 3

interface BlockingWords {
  acts: WordList
  effects: WordList
  byDefault: WordList
  off: WordList
  closes: PhraseFinder
  ports: PhraseFinder
  orders: PhraseFinder
  because: PhraseFinder
}

const wordsOf = onceByLocale((locale): BlockingWords => {
  const all = blockingWordsOf(locale)
  const {denial, rules} = localeData(locale)
  return {
    acts: new WordList(all.flatMap(({acts}) => acts)),
    effects: new WordList(all.flatMap(({effects}) => effects)),
    byDefault: new WordList(all.flatMap(({byDefault}) => byDefault)),
    off: new WordList(all.flatMap(({off}) => off)),
    closes: new PhraseFinder([...denial.words, ...denial.phrases, ...denial.actions]),
    ports: new PhraseFinder([...denial.ownObjects, ...denial.pointers]),
    because: new PhraseFinder(all.flatMap(({because}) => because)),
    orders: new PhraseFinder([...rules.requirement.required, ...rules.requirement.optional]),
  }
})

/** Whether a sentence that holds words for closing closes nothing: it tells of an effect, or of the state of a service. */
export const closesNothing = (sentence: string, locale: string): boolean =>
  tellsEffect(sentence, locale) || isOffByDefault(sentence, locale)

/** Whether a sentence tells what closing something does: “Blocking these affects sign-in”, “If nothing is let through, dictation is off”. */
function tellsEffect(sentence: string, locale: string): boolean {
  const {acts, effects, closes, ports, orders} = wordsOf(locale)
  const folded = foldSearch(sentence)
  const tokens = tokensOf(sentence)
  if (orders.isIn(tokens)) return false
  const [act] = acts.spansIn(folded)
  if (act !== undefined && wordsIn(folded.slice(0, act.start)) <= BEFORE_ACT)
    return effects.isIn(folded.slice(act.end))
  const rest = withoutConditions(tokens, locale).filter((token) => /\p{L}/u.test(token))
  const isOfClosed = conditionsIn(tokens, locale).some(
    (clause) => closes.isIn(clause) || restrictionWordsOf(locale).no.isIn(clause.join(' ')),
  )
  return isOfClosed && rest.length >= SAYING && !ports.isIn(rest)
}

/** Whether a sentence says of something that has a name, and of no port, that it is off until somebody turns it on. */
function isOffByDefault(sentence: string, locale: string): boolean {
  const {byDefault, off, ports} = wordsOf(locale)
  const folded = foldSearch(sentence)
  if (!byDefault.isIn(folded) || !off.isIn(folded) || ports.isIn(tokensOf(sentence))) return false
  const subject = off.without(byDefault.without(folded))
  return unspacedRE.test(folded) ? nameRE.test(subject) : /[\p{L}\p{N}]{4}/u.test(subject)
}

/** The first sentence of a note by which what uses the ports of a row is off until somebody turns it on; null where none says so. */
export const offByDefaultIn = (note: string, locale: string): string | null =>
  note
    .split(sentenceEndRE)
    .map((sentence) => sentence.trim())
    .find((sentence) => isOffByDefault(sentence, locale)) ?? null

const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}\p{N}'’-]+/gu)?.length ?? 0

/** The words of a sentence before its clause of reason: “Alpha doesn't use Beta, because Beta may not let all traffic through”. */
export function withoutReason(tokens: readonly string[], locale: string): readonly string[] {
  const {because} = wordsOf(locale)
  const at = tokens.findIndex(
    (_, place) => place > 0 && because.endAt(tokens, place) >= 0 && isComma(tokens[place - 1]),
  )
  return at < 0 ? tokens : tokens.slice(0, at)
}

const isComma = (token: string | undefined): boolean => /^[,，、،]$/u.test(token ?? '')
