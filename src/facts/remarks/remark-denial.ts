/** Finds remarks in brackets that take back what stands beside them: `443 (closed)`, `443 (except from guests)`. */
import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {withoutConditions} from '../../text/conditions.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {isDenied} from '../denied-text.ts'
import {directionOfCell} from '../direction/direction-words.ts'
import {answerIn} from '../transport-ticks.ts'
import {remarksIn} from './bracket-remarks.ts'

/** Columns whose grammars leave remarks out. */
const carriers: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'protocol', 'traffic'] as const),
])

interface Finders {
  limits: PhraseFinder
  optional: PhraseFinder
  plain: PhraseFinder
}

const finders = new Map<string, Finders>()

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const {limitWords, optionalWords, plainRemarks} = localeData(locale)
  const made = {
    limits: new PhraseFinder(limitWords),
    optional: new PhraseFinder(optionalWords),
    plain: new PhraseFinder(plainRemarks),
  }
  finders.set(locale, made)
  return made
}

/** The first remark that forbids or limits what the cell opens, or those that tell it apart by direction; null when none does. */
export function remarkAgainst(
  kind: ColumnKind,
  text: string,
  locale: string,
): {reason: 'denied' | 'unreadable'; text: string} | null {
  const isCarrier = carriers.has(kind)
  if (!isCarrier && kind !== 'service') return null
  const remarks = remarksIn(text)
  if (remarks.length === 0) return null
  const {limits, optional, plain} = findersOf(locale)
  for (const remark of remarks) {
    if (isDenied(remark, locale) || (isCarrier && answerIn(remark, locale) === 'no'))
      return {reason: 'denied', text: remark}
    const tokens = tokensOf(remark)
    const limited = isCarrier && optional.endAt(tokens, 0) < 0
    if (limited && limits.isIn(plain.without(withoutConditions(tokens, locale))))
      return {reason: 'unreadable', text: remark}
  }
  // One rule has one direction: `443 (inbound), 444 (outbound)` tells of two.
  const ways = isCarrier ? remarks.filter((remark) => directionOfCell(remark, locale) !== null) : []
  return new Set(ways.map((remark) => directionOfCell(remark, locale))).size > 1
    ? {reason: 'unreadable', text: ways.join(', ')}
    : null
}
