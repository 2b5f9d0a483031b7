/** Understands the few words that stand beside an action or a direction in its cell: a condition, whom it is about, how urgent it is. */
import {localeData} from '../../languages/languages.ts'
import type {Requirement, StatedDirection} from '../../model/schema.ts'
import {conditionsIn, withoutConditions} from '../../text/conditions.ts'
import {foldSearch} from '../../text/normalize.ts'
import {PhraseFinder, placedTokensOf, tokensOf} from '../../text/phrase-finder.ts'
import {directionOfCell, withoutDirections} from '../direction/direction-words.ts'
import {limitPatternsOf} from '../limits/limit-words.ts'
import {isConditional, type Limit, limitBeside} from '../limits/stated-limits.ts'
import {requirementOf} from '../requirement/requirement-words.ts'

export interface Beside {
  /** What the words say of how urgent the rule is; null where they say nothing. */
  requirement: {requirement: Requirement; quote: string} | null
  /** Of whom it is said only, or of whom not. */
  limit: Limit | null
  direction: StatedDirection | null
}

interface Finders {
  fillers: PhraseFinder
  notes: PhraseFinder
}

const finders = new Map<string, Finders>()
const letterRE = /\p{L}/u

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const {conjunctions, noteWords} = localeData(locale)
  const words = conjunctions.filter((word) => letterRE.test(word))
  const made: Finders = {
    fillers: new PhraseFinder([...limitPatternsOf(locale).fillers, ...words]),
    notes: new PhraseFinder(noteWords.flatMap((word) => [word, `see ${word}`])),
  }
  finders.set(locale, made)
  return made
}

/** Without punctuation at both ends. */
export const withoutEdges = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const nothing: Beside = {requirement: null, limit: null, direction: null}

/** What the words beside an action mean; null where they are not understood. `quote` is the text that they are of. */
export function readBeside(words: string, locale: string, quote: string): Beside | null {
  const rest = withoutEdges(words.replaceAll(/[()（）[\]]/gu, ' ').replaceAll(/ {2,}/gu, ' '))
  if (!isTelling(rest, locale)) return nothing
  const conditional = {requirement: 'conditional' as const, quote}
  const direction = directionOfCell(rest, locale)
  if (direction !== null) {
    const more = withoutEdges(withoutDirections(rest, locale))
    // A direction says nothing of what else stands there: `inbound from guests`.
    const beside = more === rest || more === '' ? nothing : readBeside(more, locale, quote)
    return beside === null ? null : {...beside, direction}
  }
  const limit = limitBeside(rest, locale)
  if (limit !== null) return {...nothing, limit: {...limit, quote}}
  if (isConditional(rest, locale) || isConditional(withoutLead(rest, locale), locale))
    return {...nothing, requirement: conditional}
  const tokens = tokensOf(rest)
  if (conditionsIn(tokens, locale).length > 0)
    return isTelling(withoutConditions(tokens, locale).join(' '), locale)
      ? null
      : {...nothing, requirement: conditional}
  const said = requirementOf(rest, locale)
  return said.quote !== null && isRequirementOnly(rest, said.requirement, locale)
    ? {...nothing, requirement: {requirement: said.requirement, quote}}
    : null
}

/** Without a word in front that changes nothing: `only after approval`. */
function withoutLead(text: string, locale: string): string {
  const {fillers} = findersOf(locale)
  const placed = placedTokensOf(foldSearch(text))
  const end = fillers.endAt(
    placed.map(({token}) => token),
    0,
  )
  return end < 0 ? text : foldSearch(text).slice(placed[end]?.start ?? text.length)
}

/** Words of requirements with more beside them than these are about something else. */
const FEW = 4

/** A condition tells what it is about; other requirements are said in a word or a few. */
const isRequirementOnly = (text: string, requirement: Requirement, locale: string): boolean =>
  requirement === 'conditional' || tokensOf(text).filter((token) => isTelling(token, locale)).length <= FEW

/** Whether anything is left of a text without the words that change nothing and those that point to a note. */
export function isTelling(text: string, locale: string): boolean {
  const {fillers, notes} = findersOf(locale)
  const left = fillers.without(notes.without(tokensOf(text)))
  return (
    left.some((token) => letterRE.test(token)) ||
    (/[0-9]/u.test(left.join('')) && !notes.isIn(tokensOf(text)))
  )
}
