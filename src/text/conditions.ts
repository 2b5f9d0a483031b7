/** Takes conditions out of a sentence: what is said of “if the port is blocked” is not said of the port. */
import {localeData} from '../languages/languages.ts'
import {PhraseFinder} from './phrase-finder.ts'

interface Words {
  before: PhraseFinder
  after: PhraseFinder
  notBefore: PhraseFinder
  lead: PhraseFinder
}

const known = new Map<string, Words>()

function wordsOf(locale: string): Words {
  const found = known.get(locale)
  if (found) return found
  const {before, after, notBefore, lead} = localeData(locale).conditions
  const words = {
    before: new PhraseFinder(before),
    after: new PhraseFinder(after),
    notBefore: new PhraseFinder(notBefore),
    lead: new PhraseFinder(lead),
  }
  known.set(locale, words)
  return words
}

const isComma = (token: string | undefined): boolean =>
  token === ',' || token === '،' || token === '、' || token === ':'

/** The words of a sentence without the clauses that a word for “if” opens or ends. */
export const withoutConditions = (tokens: readonly string[], locale: string): string[] =>
  partConditions(tokens, locale).rest

/** These clauses, each as its words. */
export const conditionsIn = (tokens: readonly string[], locale: string): string[][] =>
  partConditions(tokens, locale).clauses

function partConditions(tokens: readonly string[], locale: string): {rest: string[]; clauses: string[][]} {
  const {before, after, notBefore, lead} = wordsOf(locale)
  const isLed = lead.endAt(tokens, 0) >= 0 && tokens.some(isComma)
  const rest: string[] = []
  const clauses: string[][] = []
  let clause = 0
  for (let at = 0; at < tokens.length; at++) {
    if (before.endAt(tokens, at) >= 0 || (at === 0 && isLed)) {
      const from = at
      while (at < tokens.length && !isComma(tokens[at])) at++
      clauses.push(tokens.slice(from, at))
      clause = rest.length
      continue
    }
    const end = after.endAt(tokens, at)
    if (end >= 0 && notBefore.endAt(tokens, end) < 0) {
      clauses.push(rest.slice(clause))
      rest.length = clause
      at = end - 1
      continue
    }
    rest.push(tokens[at] ?? '')
    if (isComma(tokens[at])) clause = rest.length
  }
  return {rest, clauses}
}
