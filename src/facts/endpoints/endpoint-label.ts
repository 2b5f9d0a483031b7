/** Says an endpoint in a language: its name and, in brackets, what narrows it. */

import {nearestTag} from '../../languages/nearest-tag.ts'
import type {Endpoint, EndpointRef} from '../../model/schema.ts'
import {tellingQualifiers} from '../../model/topic-rules.ts'
import {lookUp} from '../../text/look-up.ts'
import {namesOfQualifiers as qualifiers} from './qualifier-names.ts'

export type EndpointNames = ReadonlyMap<string, Pick<Endpoint, 'names'>>

/** The endpoints of a dataset by id. */
export const endpointNames = (endpoints: readonly Endpoint[]): EndpointNames =>
  new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]))

/** In the language, else in English, else the id. */
export function nameOfEndpoint(id: string, names: EndpointNames, locale: string): string {
  return inLocale(names.get(id)?.names, locale) ?? id
}

/** A name of the language and script where there is none of the region. */
function inLocale(
  names: Readonly<Partial<Record<string, string>>> | undefined,
  locale: string,
): string | undefined {
  const exact = lookUp(names, locale)
  if (exact !== undefined || names === undefined) return exact
  return lookUp(names, nearestTag(locale, Object.keys(names)) ?? 'en') ?? names['en']
}

/**
 * `Access Edge service (public IP)`, `Any (Director, Front End pool)`; several machines are listed; an endpoint that
 * the table doesn't state is a dash.
 */
export function endpointLabel(endpoint: EndpointRef | null, names: EndpointNames, locale: string): string {
  if (endpoint === null) return '–'
  const others = endpoint.alternatives.map((id) => nameOfEndpoint(id, names, locale)).join(', ')
  if (endpoint.id === 'several' && others !== '') return others
  // Of any, the others are what it may be narrowed to; of a machine, more machines beside it.
  if (endpoint.id !== 'any' && others !== '')
    return `${nameOfEndpoint(endpoint.id, names, locale)}, ${others}`
  const narrowed = tellingQualifiers(endpoint).map((id) => qualifierLabel(id, locale))
  const inBrackets = [...narrowed, ...(others === '' ? [] : [others])].join(', ')
  const name = nameOfEndpoint(endpoint.id, names, locale)
  return inBrackets === '' ? name : `${name} (${inBrackets})`
}

/** Whether a qualifier is one that is known by name, such as `public-ip`; others are words of a document. */
export const isNamedQualifier = (id: string): boolean => Object.hasOwn(qualifiers, id)

const addressKinds: ReadonlySet<string> = new Set(['public-ip', 'private-ip', 'nat-ip', 'vip'])

/** The kinds of addresses that narrow an endpoint, in words: `public IP`, `VIP`. */
export const addressLabels = ({qualifiers: own}: EndpointRef, locale: string): string[] =>
  own.filter((id) => addressKinds.has(id)).map((id) => qualifierLabel(id, locale))

/** A qualifier that is not known by name is the English that the source had, as words. */
const qualifierLabel = (id: string, locale: string): string =>
  inLocale(lookUp(qualifiers, id), locale) ?? id.replaceAll('-', ' ')
