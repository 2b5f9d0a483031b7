/** Reads one address as a person writes it: IPv4, IPv6, a network of either, a host name, or `any`. */
import ipaddr from 'ipaddr.js'
import type {Family} from './export-types.ts'

export type AddressReading =
  | {ok: true; kind: 'any'}
  | {ok: true; kind: 'address'; family: Family; text: string}
  | {ok: true; kind: 'name'; text: string}
  | {ok: false; fault: AddressFault; values: Record<string, string>; hint: string}

/** Not an address at all; a prefix length out of bounds; `/0`; bits behind the prefix length. */
export type AddressFault = 'address' | 'prefix' | 'everything' | 'network'

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
const ipv4RE = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`)
const ipv6RE = /^[0-9a-f:]{2,39}$/i
const prefixRE = /^(?:0|[1-9][0-9]{0,2})$/
const labelRE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const letterRE = /^[a-z]/i

export const isAnyWord = (written: string): boolean => written.trim().toLowerCase() === 'any'

/**
 * `203.0.113.10`, `203.0.113.0/24`, `2001:DB8::1` → `2001:db8::1`, `edge.example.com`, `any`.
 * Refused: bits behind the prefix length, `/0` (write `any`), zones, ranges, anything else.
 */
export function readAddress(written: string): AddressReading {
  const text = written.trim()
  if (isAnyWord(text)) return {ok: true, kind: 'any'}
  const [host = '', prefix, ...rest] = text.split('/')
  const family = familyOf(host)
  if (family === null) return prefix === undefined ? readName(text) : refuse
  if (rest.length > 0) return refuse
  const address = ipaddr.parse(host)
  const bits = family === 'v4' ? 32 : 128
  const canonical = address.toString()
  if (prefix === undefined) return {ok: true, kind: 'address', family, text: canonical}
  if (!prefixRE.test(prefix) || Number(prefix) > bits) {
    const hint = `expected a prefix length from 1 to ${bits} after the slash`
    return {ok: false, fault: 'prefix', values: {bits: String(bits)}, hint}
  }
  const length = Number(prefix)
  if (length === 0) {
    const hint = 'a network that holds every address is written “any”'
    return {ok: false, fault: 'everything', values: {}, hint}
  }
  const network = networkOf(canonical, family, length)
  if (network !== canonical) {
    const meant = `${network}/${length}`
    const hint = `the network of that length is ${meant}`
    return {ok: false, fault: 'network', values: {network: meant}, hint}
  }
  return {ok: true, kind: 'address', family, text: length === bits ? canonical : `${canonical}/${length}`}
}

const refuse: AddressReading = {
  ok: false,
  fault: 'address',
  values: {},
  hint: 'expected an IPv4 or IPv6 address such as 203.0.113.10 or 2001:db8::10, a network such as 203.0.113.0/24, or “any”',
}

function familyOf(host: string): Family | null {
  if (ipv4RE.test(host)) return 'v4'
  return ipv6RE.test(host) && ipaddr.IPv6.isValid(host) ? 'v6' : null
}

const networkOf = (address: string, family: Family, length: number): string =>
  (family === 'v4' ? ipaddr.IPv4 : ipaddr.IPv6).networkAddressFromCIDR(`${address}/${length}`).toString()

/** A name must have a dot, so that it is no keyword of any target, and a letter at the start of its last part, so that it is no address or range. */
function readName(text: string): AddressReading {
  const labels = text.split('.')
  const isName =
    text.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => labelRE.test(label)) &&
    letterRE.test(labels.at(-1) ?? '')
  return isName ? {ok: true, kind: 'name', text: text.toLowerCase()} : refuse
}

/** Sorted, each once, and none that another of them holds: some targets refuse sets that overlap. */
export function minimalAddresses(addresses: readonly string[]): string[] {
  const all = [...new Set(addresses)]
  return all.filter((one) => !all.some((other) => other !== one && holds(other, one))).sort()
}

function holds(network: string, inner: string): boolean {
  const [base = '', length] = network.split('/')
  const [address = '', innerLength] = inner.split('/')
  if (length === undefined || !ipaddr.isValid(base) || !ipaddr.isValid(address)) return false
  const [outer, tested] = [ipaddr.parse(base), ipaddr.parse(address)]
  if (outer.kind() !== tested.kind()) return false
  const longest = tested.kind() === 'ipv4' ? 32 : 128
  return Number(innerLength ?? longest) >= Number(length) && tested.match(outer, Number(length))
}
