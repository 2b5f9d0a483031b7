/** Turns an endpoint of a rule into what a firewall can match: any, addresses, or a named variable. */
import type {Endpoint, EndpointRef} from '../../dataset/schema.ts'
import {tellingQualifiers} from '../../dataset/topic-rules.ts'
import {minimalAddresses, readAddress} from './address.ts'
import {say} from './texts.ts'
import type {ExportRequest, Family, Problem, Target} from './types.ts'

/** What the request's addresses say once all of them are read. */
export interface AddressBook {
  byKey: Map<string, Addresses>
  problems: Problem[]
}

export type Addresses = {any: boolean} & Record<Family, string[]>

export interface ResolvedEnd {
  key: string
  label: string
  /** What "any" could be narrowed to, localized; empty otherwise. */
  narrow: string[]
  /** Not "any" by the document, and on the machines that the Edge role runs on. */
  edge: boolean
  /** The document lets every address be this end. */
  open: boolean
  /** null when the reader gave none. */
  addresses: Addresses | null
}

/** Stands for an end that the document doesn't state; it must be set like any other. */
const unstatedKey = 'unstated'
const anyId = 'any'

/** `access-edge+public-ip`: what `--set` and the form call the endpoint. */
export const keyOf = (end: EndpointRef | null): string =>
  end === null ? unstatedKey : [end.id, ...tellingQualifiers(end)].join('+')

/** "Front End Server, Director" are two ends; "Any (can be defined as …)" stays one. */
export const endsOf = (end: EndpointRef | null): (EndpointRef | null)[] =>
  end === null || end.id === anyId || end.alternatives.length === 0
    ? [end]
    : end.alternatives.map((id) => ({id, qualifiers: [], alternatives: []}))

export function readAddresses(addresses: ExportRequest['addresses'], target: Target): AddressBook {
  const problems: Problem[] = []
  const byKey = new Map<string, Addresses>()
  for (const [key, texts] of Object.entries(addresses)) {
    const found: Addresses = {any: false, v4: [], v6: []}
    for (const text of texts) {
      const reading = readAddress(text)
      if (!reading.ok) problems.push(badAddress(key, text, reading.hint))
      else if (reading.kind === 'any') found.any = true
      else if (reading.kind === 'address') found[reading.family].push(reading.text)
      else if (target.hostNames) found.v4.push(reading.text)
      else problems.push(hostName(key, text, target))
    }
    if (texts.length === 0) continue
    byKey.set(key, {any: found.any, v4: minimalAddresses(found.v4), v6: minimalAddresses(found.v6)})
  }
  return {byKey, problems}
}

const badAddress = (key: string, text: string, hint: string): Problem => ({
  id: 'bad-address',
  message: `Unexpected address “${text}” for ${key}`,
  hint,
})

const hostName = (key: string, text: string, target: Target): Problem => ({
  id: 'host-name',
  message: `Unexpected host name “${text}” for ${key}, expected an IP address`,
  hint: `${target.name} takes no names; give the addresses that the name stands for`,
})

export function resolveEnd(end: EndpointRef | null, request: ExportRequest, book: AddressBook): ResolvedEnd {
  const key = keyOf(end)
  const named = request.endpoints.find(({id}) => id === end?.id)
  const open = end !== null && (end.id === anyId || named?.zone === 'internet')
  const others = end?.alternatives ?? []
  const own = book.byKey.get(key) ?? book.byKey.get(end?.id ?? key)
  const narrowed = others.flatMap((id) => book.byKey.get(id) ?? [])
  const given = own === undefined ? narrowed : [own]
  return {
    key,
    label: labelOf(end, named, request.locale),
    narrow: others.map((id) => nameOf(request.endpoints, id, request.locale)),
    edge: !open && (named?.zone === 'edge-external' || named?.zone === 'edge-internal'),
    open,
    addresses: given.length === 0 ? null : union(given),
  }
}

const union = (given: readonly Addresses[]): Addresses => ({
  any: given.some(({any}) => any),
  v4: minimalAddresses(given.flatMap(({v4}) => v4)),
  v6: minimalAddresses(given.flatMap(({v6}) => v6)),
})

function labelOf(end: EndpointRef | null, named: Endpoint | undefined, locale: string): string {
  if (end === null) return say(locale, 'unstated')
  const name = named?.names[locale] ?? named?.names['en'] ?? end.id
  const qualifiers = tellingQualifiers(end)
  return qualifiers.length === 0 ? name : `${name} (${qualifiers.join(', ')})`
}

const nameOf = (endpoints: readonly Endpoint[], id: string, locale: string): string => {
  const found = endpoints.find((endpoint) => endpoint.id === id)
  return found?.names[locale] ?? found?.names['en'] ?? id
}
