/** Finds the ports that a sentence beside a table names, and asks whether they are those of a row. */
import {localeData} from '../../languages/languages.ts'
import type {PortRange} from '../../model/schema.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'

/** A port or a range of them that a sentence names. */
export interface NamedPorts {
  range: PortRange
  /** The transport that stands right beside it; null for none or several. */
  transport: string | null
  /** Where it begins in the folded sentence. */
  at: number
}

/** Addresses, with the length of their network: no figure of theirs is a port. */
const ADDRESS_RE =
  /[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:\/[0-9]{1,2})?|(?:[0-9a-f]{1,4})?(?:::?[0-9a-f]{1,4}){2,}(?:::)?(?:\/[0-9]{1,3})?/gu
const SPACED =
  '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{N}'
const TRANSPORT_RE = /(?<![a-z])(?:tcp|udp|sctp|dccp)(?![a-z])/gu
/** As far from a port its transport may stand: `UDP port 53`, `53 (UDP)`. */
const NEAR = 9

const namedRE = onceByLocale((locale) => {
  const words = localeData(locale)
    .rangeWords.map((word) => foldSearch(word).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .filter((word) => word !== '')
  const to = [...words, '-', '–', '—', '~', '…', '\\.\\.'].join('|')
  return new RegExp(
    `(?<![${SPACED}.,$€#]|[0-9]:)([0-9]{2,5})(?:\\s?(?:${to})\\s?([0-9]{2,5}))?(?![${SPACED}%]|[.,:][0-9])`,
    'gu',
  )
})

/** All ports that a sentence may name; a figure alone may be something else. */
export function portsNamedIn(sentence: string, locale: string): NamedPorts[] {
  const folded = foldSearch(sentence).replaceAll(ADDRESS_RE, (found) => ' '.repeat(found.length))
  return [...folded.matchAll(namedRE(locale))].map(({0: all, 1: low = '', 2: high = low, index}) => {
    const [from, to] = [Number(low), Number(high)]
    const around = `${folded.slice(Math.max(0, index - NEAR), index)} ${folded.slice(index + all.length, index + all.length + NEAR)}`
    const transports = new Set(around.match(TRANSPORT_RE))
    const [transport = null] = transports.size === 1 ? transports : []
    return {range: [Math.min(from, to), Math.max(from, to)], transport, at: index}
  })
}
