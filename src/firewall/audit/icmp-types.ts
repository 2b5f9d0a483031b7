/** Conditions on the type of a message of ICMP: a region holds types where those of other protocols have ports. */
import {icmp, icmpV6} from '../ip-transport.ts'
import {type Intervals, without} from './interval.ts'
import {type Match, onlyIn, readAll, unsure} from './match.ts'

/** As nftables and iptables call them (RFC 792 and 4443). */
const names: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map([
  [
    icmp,
    new Map([
      ['echo-reply', 0],
      ['destination-unreachable', 3],
      ['source-quench', 4],
      ['redirect', 5],
      ['echo-request', 8],
      ['router-advertisement', 9],
      ['router-solicitation', 10],
      ['time-exceeded', 11],
      ['parameter-problem', 12],
      ['timestamp-request', 13],
      ['timestamp-reply', 14],
      ['address-mask-request', 17],
      ['address-mask-reply', 18],
    ]),
  ],
  [
    icmpV6,
    new Map([
      ['destination-unreachable', 1],
      ['packet-too-big', 2],
      ['time-exceeded', 3],
      ['parameter-problem', 4],
      ['echo-request', 128],
      ['echo-reply', 129],
      ['nd-router-solicit', 133],
      ['nd-router-advert', 134],
      ['nd-neighbor-solicit', 135],
      ['nd-neighbor-advert', 136],
    ]),
  ],
])

export const isIcmp = (number: number): boolean => names.has(number)

/** Messages of one of the types; one that isn't known, or has a code, leaves the condition open. */
export function onlyIcmpTypes(
  match: Match,
  number: number,
  texts: readonly string[],
  negated = false,
): Match {
  const own = onlyIn(match, 'protocols', [[number, number + 1]])
  const set = readAll(texts, (text) => readType(text, number))
  if (set === null) return unsure(own, `the type ${texts.slice(0, 3).join(', ')} of its messages is not told`)
  return onlyIn(own, 'ports', negated ? without(allIcmpTypes, set) : set)
}

const readType = (text: string, number: number): number | null =>
  /^\d{1,3}$/.test(text) && Number(text) < 256 ? Number(text) : (names.get(number)?.get(text) ?? null)

/** A type is one octet; a region holds it where those of other protocols have a port. */
export const allIcmpTypes: Intervals = [[0, 256]]

/** One type, as a region holds it. */
export const icmpTypeSet = (type: number): Intervals => [[type, type + 1]]
