/** Narrows the ends of a rule to what its row or its table limits them to. */
import type {EndpointRef, Known} from '../../model/schema.ts'
import {foldSearch} from '../../text/normalize.ts'
import {endpointOf} from '../endpoints/endpoint-of.ts'
import {slugOf} from '../endpoints/endpoint-words.ts'
import {restrictionWordsOf} from './restrictions.ts'
import type {Limit} from './stated-limits.ts'

export interface LimitedEnds {
  source: EndpointRef | null
  destination: EndpointRef | null
  known: {source?: Known; destination?: Known}
}

/**
 * “Only from X” makes X the source where the row states none, or any; beside a machine it narrows that one, as all that is said of
 * “except X” does: such an end is no longer any, and gets no address that was given for the machine without it. A limit that tells
 * of no way is one of those who connect.
 */
export function limitedEnds(ends: LimitedEnds, limits: readonly Limit[], locale: string): LimitedEnds {
  let {source, destination} = ends
  const known = {...ends.known}
  for (const {side, kind, name, words, quote, isOfOuter = false} of limits) {
    const own = side === 'destination' ? destination : source
    if (isOfOuter && !isOpen(own) && !isOuter(own, locale)) continue
    const named = endpointOf(name, locale)
    if (named === null || (kind === 'only' && (named.id === 'any' || isNamed(own, named)))) continue
    // Words such as “internal” tell no machine by themselves.
    const narrowed: EndpointRef =
      kind === 'only' && side !== null && isOpen(own) ? named : narrow(own, slugOf(words.split(' ')))
    if (side === 'destination') destination = narrowed
    else source = narrowed
    // “Not to the Internet” of a machine says that nobody there comes to it.
    if (side === 'destination' && kind === 'except' && !isOpen(own) && isOpen(source)) {
      source = narrow(source, slugOf(words.split(' ')))
      known.source = {how: 'stated', quote}
    }
    known[side === 'destination' ? 'destination' : 'source'] = {how: 'stated', quote}
  }
  return {source, destination, known}
}

const isOuter = (end: EndpointRef | null, locale: string): boolean =>
  end !== null &&
  [end.id, ...end.qualifiers, ...end.alternatives].some((name) =>
    restrictionWordsOf(locale).outer.isIn(foldSearch(name.replaceAll('-', ' '))),
  )

const any: EndpointRef = {id: 'any', qualifiers: [], alternatives: []}

const narrow = (end: EndpointRef | null, by: string): EndpointRef => {
  const {id, qualifiers, alternatives} = end ?? any
  return {id, qualifiers: [...new Set([...qualifiers, by])].sort(), alternatives}
}

/** Whether nothing is said of an end, or that it may be any. */
export const isOpen = (end: EndpointRef | null): boolean =>
  end === null || (end.id === 'any' && end.qualifiers.length === 0 && end.alternatives.length === 0)

/** Whether an end is all that a limit leaves: the same machine, alone, and as narrow. */
const isNamed = (end: EndpointRef | null, {id, qualifiers}: EndpointRef): boolean =>
  end !== null &&
  end.id === id &&
  end.alternatives.length === 0 &&
  qualifiers.every((qualifier) => end.qualifiers.includes(qualifier))
