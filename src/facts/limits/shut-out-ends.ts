/** Finds an end that what is said beside it keeps out altogether: “not from the Internet” of a row whose source is the Internet. */
import type {EndpointRef} from '../../model/schema.ts'
import {foldSearch} from '../../text/normalize.ts'
import {endpointOf} from '../endpoints/endpoint-of.ts'
import {restrictionWordsOf} from './restrictions.ts'
import type {Limit} from './stated-limits.ts'

/** The limit that leaves nothing of an end; null where each end has something left. */
export const limitOfAll = (
  ends: {source: EndpointRef | null; destination: EndpointRef | null},
  limits: readonly Limit[],
  locale: string,
): Limit | null =>
  limits.find(({side, kind, name, words}) => {
    const end = side === 'destination' ? ends.destination : ends.source
    if (kind !== 'except' || end === null || end.id === 'any') return false
    if (end.qualifiers.length > 0 || end.alternatives.length > 0) return false
    const named = endpointOf(name, locale)
    const isSame = named?.id === end.id && named.qualifiers.length + named.alternatives.length === 0
    return isSame || (isInternet(end, locale) && namesOutside(words, locale))
  }) ?? null

/** Whether an end is the Internet, also by a name of a language that is no name of the catalogue. */
const isInternet = ({id}: EndpointRef, locale: string): boolean =>
  id === 'internet' || endpointOf(id, locale)?.id === 'internet' || isOnlyOutside(id, locale)

const isOnlyOutside = (id: string, locale: string): boolean => {
  const folded = foldSearch(id.replaceAll('-', ' '))
  const {outer, people} = restrictionWordsOf(locale)
  return outer.isIn(folded) && !people.isIn(folded) && !/\p{L}/u.test(outer.without(folded))
}

/** Whether those who are kept out are all of outside, and not people from there: “must not be reachable from the Internet”. */
const namesOutside = (words: string, locale: string): boolean => {
  const {outer, people} = restrictionWordsOf(locale)
  return outer.isIn(words) && !people.isIn(words)
}
