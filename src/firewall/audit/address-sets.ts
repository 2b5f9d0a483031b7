/** Addresses as devices write them, as intervals: networks with a prefix length or a mask, ranges, wildcards of all. */

import ipaddr from 'ipaddr.js'
import type {Family} from '../export-types.ts'
import {type Interval, type Intervals, joined, without} from './interval.ts'
import {allAddresses} from './region.ts'

export type AddressSets = Readonly<Record<Family, Intervals>>

export const noAddresses: AddressSets = {v4: [], v6: []}

const plainRE = /^[0-9a-f.:]+$/i
const lengthRE = /^\d{1,3}$/

interface Address {
  family: Family
  value: bigint
}

/** Null for what is no address. */
function readPlain(text: string): Address | null {
  if (!plainRE.test(text)) return null
  const isV4 = ipaddr.IPv4.isValidFourPartDecimal(text)
  if (!isV4 && !ipaddr.IPv6.isValid(text)) return null
  const bytes = ipaddr.parse(text).toByteArray()
  return {family: isV4 ? 'v4' : 'v6', value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)}
}

/**
 * `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, `10.0.0.0 255.0.0.0`, `10.0.0.1-10.0.0.9`, `2001:db8::/32`, `10.0.0.1`; bits behind the
 * prefix length count for nothing. Null for names, masks with holes and anything else.
 */
export function readAddresses(written: string): AddressSets | null {
  const text = written.trim()
  const [low = '', high, more] = text.split('-')
  if (high !== undefined) {
    const [from, to] = [readPlain(low.trim()), readPlain(high.trim())]
    if (more !== undefined || from === null || to?.family !== from.family || from.value > to.value)
      return null
    return setOf(from.family, from.value, to.value + 1n)
  }
  const [base = '', length, extra] = text.split(/\/|\s+/)
  const address = readPlain(base)
  if (address === null || extra !== undefined) return null
  const bits = address.family === 'v4' ? 32 : 128
  const prefix = length === undefined ? bits : prefixLength(length, address.family)
  if (prefix === null || prefix > bits) return null
  const size = 1n << BigInt(bits - prefix)
  const start = (address.value / size) * size
  return setOf(address.family, start, start + size)
}

/** `24` and `255.255.255.0` → 24. */
function prefixLength(text: string, family: Family): number | null {
  if (lengthRE.test(text)) return Number(text)
  if (family !== 'v4' || !ipaddr.IPv4.isValidFourPartDecimal(text)) return null
  return ipaddr.IPv4.parse(text).prefixLengthFromSubnetMask()
}

const setOf = (family: Family, from: bigint, to: bigint): AddressSets => {
  const interval: Interval = family === 'v4' ? [Number(from), Number(to)] : [from, to]
  return {...noAddresses, [family]: [interval]}
}

export const everyAddress: AddressSets = allAddresses

/** All of them together. */
export const union = (sets: readonly AddressSets[]): AddressSets => ({
  v4: joined(sets.flatMap(({v4}) => v4)),
  v6: joined(sets.flatMap(({v6}) => v6)),
})

/** All others of each family. */
export const complement = ({v4, v6}: AddressSets): AddressSets => ({
  v4: without(allAddresses.v4, v4),
  v6: without(allAddresses.v6, v6),
})

const textOf = (family: Family, value: bigint): string => {
  const bytes = Array.from({length: family === 'v4' ? 4 : 16}, (_, at) =>
    Number((value >> BigInt(8 * ((family === 'v4' ? 3 : 15) - at))) & 255n),
  )
  return ipaddr.fromByteArray(bytes).toString()
}

/** `10.0.0.0/8`, a single address, or `10.0.0.1-10.0.0.9` where no network is the same. */
export function addressText(family: Family, [from, to]: Interval): string {
  const [low, high] = [BigInt(from), BigInt(to)]
  const size = high - low
  const bits = family === 'v4' ? 32 : 128
  if (size === 1n) return textOf(family, low)
  const isNetwork = (size & (size - 1n)) === 0n && low % size === 0n
  return isNetwork
    ? `${textOf(family, low)}/${bits - (size.toString(2).length - 1)}`
    : `${textOf(family, low)}-${textOf(family, high - 1n)}`
}
