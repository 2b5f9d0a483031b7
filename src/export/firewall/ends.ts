/** Turns an endpoint of a rule into what a firewall can match: any, addresses, or a named variable. */
import {endpointLabel, nameOfEndpoint} from '../../dataset/endpoint-label.ts'
import type {EndpointRef, Facts} from '../../dataset/schema.ts'
import {tellingQualifiers} from '../../dataset/topic-rules.ts'
import {type AddressReading, minimalAddresses, readAddress} from './address.ts'
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

/** Keys of all ends of a rule; the machine of a table that names only one is where traffic goes. */
export const endKeysOf = ({source, destination, host}: Facts): string[] =>
  [source, destination ?? host].flatMap(endsOf).map(keyOf)

export function readAddresses(addresses: ExportRequest['addresses'], target: Target): AddressBook {
  const problems: Problem[] = []
  const byKey = new Map<string, Addresses>()
  for (const [key, texts] of Object.entries(addresses)) {
    const found: Addresses = {any: false, v4: [], v6: []}
    for (const text of texts) {
      const reading = readAddress(text)
      if (!reading.ok) problems.push(badAddress(key, text, reading))
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

const badAddress = (
  key: string,
  text: string,
  {fault, values, hint}: Extract<AddressReading, {ok: false}>,
): Problem => ({
  id: 'bad-address',
  values: {...values, key, text, fault},
  message: `Unexpected address “${text}” for ${key}`,
  hint,
})

const hostName = (key: string, text: string, target: Target): Problem => ({
  id: 'host-name',
  values: {key, text, target: target.name},
  message: `Unexpected host name “${text}” for ${key}, expected an IP address`,
  hint: `${target.name} takes no names; give the addresses that the name stands for`,
})

export function resolveEnd(end: EndpointRef | null, request: ExportRequest, book: AddressBook): ResolvedEnd {
  const key = keyOf(end)
  const names = new Map(request.endpoints.map((endpoint) => [endpoint.id, endpoint]))
  const named = names.get(end?.id ?? '')
  const open = end !== null && (end.id === anyId || named?.zone === 'internet')
  const others = end?.alternatives ?? []
  const own = book.byKey.get(key) ?? book.byKey.get(end?.id ?? key)
  const narrowed = others.flatMap((id) => book.byKey.get(id) ?? [])
  const given = own === undefined ? narrowed : [own]
  return {
    key,
    label:
      end === null
        ? say(request.locale, 'unstated')
        : endpointLabel({...end, alternatives: []}, names, request.locale),
    narrow: others.map((id) => nameOfEndpoint(id, names, request.locale)),
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
