/** Turns an endpoint of a rule into what a firewall can match: any, addresses, or a named variable. */
import {
  type EndpointNames,
  endpointLabel,
  endpointNames,
  isNamedQualifier,
} from '../facts/endpoints/endpoint-label.ts'
import type {Endpoint, EndpointRef, Facts} from '../model/schema.ts'
import {tellingQualifiers} from '../model/topic-rules.ts'
import {type AddressReading, minimalAddresses, readAddress} from './address.ts'
import type {ExportRequest, ExportRule, Family, Problem, Target} from './export-types.ts'
import {say} from './firewall-texts.ts'
import {isBareAny, placeAny, zonesOf} from './zones.ts'

/** Which end of a rule it is. */
export type Side = 'source' | 'destination'

/** What the request's addresses say once all of them are read. */
export interface AddressBook {
  byKey: Map<string, Addresses>
  problems: Problem[]
}

export type Addresses = {any: boolean} & Record<Family, string[]>

export interface ResolvedEnd {
  key: string
  label: string
  /** That of an any is not told. */
  zone: Endpoint['zone']
  /** On the machines that the Edge role runs on. */
  edge: boolean
  /** Somewhere in the Internet, or anywhere; tells the direction, never an address. */
  outside: boolean
  /** The document states that every address may be this end. */
  open: boolean
  /** The document doesn't state this end. */
  unstated: boolean
  /** null when the reader gave none. */
  addresses: Addresses | null
}

const anyId = 'any'

/**
 * `access-edge+public-ip`: what `--set` and the form call the endpoint. An end that the document doesn't state is
 * `unstated:source` or `unstated:destination`, which no endpoint can be called; it must be set like any other.
 */
export const keyOf = (end: EndpointRef | null, side: Side): string =>
  end === null ? `unstated:${side}` : [end.id, ...tellingQualifiers(end)].join('+')

/**
 * "Front End Server, Director" are two ends, and so are the machines of "Any (can be defined as Front End Server,
 * Director)" and "Any of the following": of two ways to read that, the one that opens less. What is said of all of
 * them and isn't known by name, such as an exception, stays with each.
 */
export const endsOf = (end: EndpointRef | null): (EndpointRef | null)[] =>
  end === null || end.alternatives.length === 0
    ? [end]
    : membersOf(end).map((id) => ({
        id,
        qualifiers: tellingQualifiers(end).filter((name) => !isNamedQualifier(name)),
        alternatives: [],
      }))

/** What stands for a list as a whole is no machine of its own. */
const membersOf = ({id, alternatives}: EndpointRef): string[] =>
  id === anyId || id === 'several' ? alternatives : [id, ...alternatives]

/**
 * Both ends as the document states them; the machine of a table that names only one is where traffic goes. An any has a
 * key of its own for each of what it can mean.
 */
export const statedEnds = (
  rule: Pick<ExportRule, 'facts' | 'interface'>,
  request: Pick<ExportRequest, 'endpoints'>,
): [EndpointRef | null, Side][] => {
  const {source, destination, host}: Facts = rule.facts
  const ends: [EndpointRef | null, Side][] = [
    [source, 'source'],
    [destination ?? host, 'destination'],
  ]
  return ends.map(([end, side]) => [placeAny(rule, [end, side], request), side])
}

/** Keys of all ends of a rule. */
export const endKeysOf = (
  rule: Pick<ExportRule, 'facts' | 'interface'>,
  request: Pick<ExportRequest, 'endpoints'>,
): string[] => statedEnds(rule, request).flatMap(([end, side]) => endsOf(end).map((one) => keyOf(one, side)))

/** Of machines that "any" can be narrowed to, those that the reader has; else all, unless she set `any` itself. */
export function chosenEnds(end: EndpointRef | null, book: AddressBook): (EndpointRef | null)[] {
  const all = endsOf(end)
  if (end?.id !== anyId || end.alternatives.length === 0) return all
  const given = all.filter((one) => addressesOf(one, 'source', book) !== null)
  if (given.length > 0) return given
  return book.byKey.has(anyId) ? [{id: anyId, qualifiers: [], alternatives: []}] : all
}

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
    if (found.any && texts.length > 1) problems.push(anyAndMore(key, texts))
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

/** Which of the two is meant can't be told, and the wider one must not win by itself. */
const anyAndMore = (key: string, texts: readonly string[]): Problem => ({
  id: 'any-and-more',
  values: {key, text: texts.join(', ')},
  message: `Unexpected “any” beside other addresses for ${key}: ${texts.join(', ')}`,
  hint: 'give “any” alone, or the addresses without it',
})

const hostName = (key: string, text: string, target: Target): Problem => ({
  id: 'host-name',
  values: {key, text, target: target.name},
  message: `Unexpected host name “${text}” for ${key}, expected an IP address`,
  hint: `${target.name} takes no names; give the addresses that the name stands for`,
})

/** Every end of every rule asks for names of the same list. */
const namesByList = new WeakMap<readonly Endpoint[], EndpointNames>()

function namesOf(endpoints: readonly Endpoint[]): EndpointNames {
  const names = namesByList.get(endpoints) ?? endpointNames(endpoints)
  namesByList.set(endpoints, names)
  return names
}

export function resolveEnd(
  end: EndpointRef | null,
  side: Side,
  request: ExportRequest,
  book: AddressBook,
): ResolvedEnd {
  const names = namesOf(request.endpoints)
  const zone = zonesOf(request.endpoints).get(end?.id ?? '')
  return {
    key: keyOf(end, side),
    label:
      end === null
        ? say(request.texts, side === 'source' ? 'unstatedSource' : 'unstatedDestination')
        : anyLabel(
            end,
            request,
            endpointLabel({...end, id: isPlacedAny(end) ? anyId : end.id}, names, request.locale),
          ),
    zone: end === null || end.id === anyId || isPlacedAny(end) ? 'unknown' : (zone ?? 'unknown'),
    edge: end?.id !== anyId && (zone === 'edge-external' || zone === 'edge-internal'),
    outside: end?.id === anyId || (isPlacedAny(end) && end?.id !== insideId) || zone === 'internet',
    open: isOpenAny(end, request),
    unstated: end === null,
    addresses: addressesOf(end, side, book) ?? literalAddress(end),
  }
}

const insideId = 'any:internal'

/** An any with a key of its own. */
const isPlacedAny = (end: EndpointRef | null): boolean => end?.id.startsWith('any:') === true

const anyLabel = ({id}: EndpointRef, {texts}: ExportRequest, name: string): string =>
  id === insideId ? say(texts, 'anyInside', {name}) : name

/**
 * Whether the document states that every address may be this end. That an any of the inside is none of the Internet, only
 * the firewall that stands before the inside can tell without addresses.
 */
const isOpenAny = (end: EndpointRef | null, {device}: ExportRequest): boolean =>
  isBareAny(end) || (isPlacedAny(end) && (end?.id !== insideId || device?.kind === 'internal'))

/**
 * What the reader gave for exactly this end; else the addresses of the endpoint without its qualifiers, when all of
 * them are known by name. The word "any" is for the end that it was said of, and an end that is anything but an
 * endpoint must not get the addresses of that one.
 */
function addressesOf(end: EndpointRef | null, side: Side, book: AddressBook): Addresses | null {
  const own = book.byKey.get(keyOf(end, side))
  if (own !== undefined || end === null) return own ?? null
  const general = takesGeneral(end) ? book.byKey.get(end.id) : undefined
  return general === undefined || general.any ? null : general
}

/** An address that the document states and nothing narrows stands for itself, unless the reader gave another one. */
function literalAddress(end: EndpointRef | null): Addresses | null {
  const isWhole = end !== null && !isPlacedAny(end) && tellingQualifiers(end).length === 0
  const reading = isWhole && /[.:]/u.test(end.id) ? readAddress(end.id) : null
  if (reading === null || !reading.ok || reading.kind !== 'address') return null
  const {family, text} = reading
  return {any: false, v4: family === 'v4' ? [text] : [], v6: family === 'v6' ? [text] : []}
}

/** Whether the addresses of the endpoint without its qualifiers are addresses of this end, too. */
export const takesGeneral = (end: EndpointRef): boolean =>
  end.id !== anyId && !isPlacedAny(end) && tellingQualifiers(end).every(isNamedQualifier)
