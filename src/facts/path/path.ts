/** Reads and writes a path cell, `Role/Protocol/TCP or UDP/Port`, in any locale: `A/V/STUN,MSTURN/UDP/3478`. */

import {localeData} from '../../languages/languages.ts'
import {lookUp} from '../../text/look-up.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {formatRanges} from '../ports/ports.ts'
import {transportsOf} from '../protocol-words.ts'
import {type CellFacts, type PathReading, readTokens, refuse} from './path-reading.ts'
import {readRole} from './path-role.ts'
import {tokenize} from './path-tokens.ts'

export type {CellFacts, PathReading} from './path-reading.ts'

/** A path is short; what is longer is prose. */
const MAX_LENGTH = 300

/** Paths of a locale that were read last: each is read for its rule, and once more before it is published. */
const MEMORY = 2000

/**
 * Facts of a path in a locale's writing. Never throws and never guesses: a part that is not known, a broken range or a
 * lost transport is refused with a reason. A cell without transport is read, with an anomaly, only where its security
 * or protocol runs over one transport anyway (`XMPP/MTLS/23456`).
 */
export const parsePath: (cell: string, locale: string) => PathReading = memoizeByLocale(readPath, MEMORY)

function readPath(cell: string, locale: string): PathReading {
  if (cell.length > MAX_LENGTH) return refuse('the text is too long for a path', 'words')
  const {text, tokens} = tokenize(cell, locale)
  const lead = readRole(text, tokens, locale)
  const reading = readTokens(text, lead.rest, locale, 'path')
  if (!reading.ok) return reading
  if (reading.ports.length === 0) return refuse('the path has no port', 'words')
  const protocols = lead.protocol === null ? reading.protocols : [...reading.protocols, lead.protocol]
  const facts: CellFacts = {...reading, protocols, role: lead.role, anomaly: reading.anomaly ?? lead.anomaly}
  if (facts.transports.length > 0) return {...facts, ok: true}
  if (!impliesTransport(facts)) return refuse('the path names no transport')
  return {...facts, ok: true, anomaly: facts.anomaly ?? 'no transport'}
}

function impliesTransport({protocols, security}: CellFacts): boolean {
  return (
    security !== null || (protocols.length > 0 && protocols.every((name) => transportsOf(name).length === 1))
  )
}

/**
 * Writes a path in a locale's style, so that `parsePath` reads the same facts: `A/V/RTP/TCP/50,000-59,999`,
 * `音声ビデオ/RTP/TCP/50,000 ～ 59,999`. Security goes into brackets after a role, between slashes without one.
 */
export function formatPath(facts: Omit<CellFacts, 'anomaly'>, locale: string): string {
  const {roles, style, listSeparators} = localeData(locale)
  const {role, security, protocols} = facts
  const names = protocols.join(role === null ? '/' : (listSeparators[0] ?? ','))
  const inBrackets = role !== null && security !== null && names !== ''
  const secured = style.security.replace('{protocol}', names).replace('{security}', security ?? '')
  const parts = [
    role === null ? '' : (lookUp(roles, role)?.[0] ?? role),
    inBrackets ? secured : names,
    inBrackets ? '' : (security ?? ''),
    facts.transports.map((transport) => transport.toUpperCase()).join('/'),
    formatRanges(facts.ports, locale),
  ]
  return parts.filter((part) => part !== '').join('/')
}
