/** Reads and writes a path cell, `Role/Protocol/TCP or UDP/Port`, in any locale: `A/V/STUN,MSTURN/UDP/3478`. */

import {localeData} from '../../languages/languages.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {formatRanges} from '../ports/ports.ts'
import {transportsOf} from '../protocol-words.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import {
  type CellFacts,
  type CellReading,
  onePart,
  type PathReading,
  readParts,
  refuse,
} from './path-reading.ts'
import {readRole, writeRole} from './path-role.ts'
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
export const parsePath = (cell: string, locale: string): PathReading => memoized()(cell, locale)

const memoized = ofVocabularies(() =>
  memoizeByLocale((cell, locale) => onePart(parsePathParts(cell, locale)), MEMORY),
)

/** The same of a cell that may hold several parts: at least one. */
export function parsePathParts(cell: string, locale: string): CellReading {
  if (cell.length > MAX_LENGTH) return refuse('the text is too long for a path', 'words')
  const {text, tokens} = tokenize(cell, locale)
  const lead = readRole(text, tokens, locale)
  const reading = readParts(text, lead.rest, locale, 'path')
  if (!reading.ok) return reading
  const parts: CellFacts[] = []
  for (const part of reading.parts) {
    if (part.ports.length === 0) return refuse('the path has no port', 'words')
    const protocols = lead.protocol === null ? part.protocols : [...part.protocols, lead.protocol]
    const facts = {...part, protocols, role: lead.role, anomaly: part.anomaly ?? lead.anomaly}
    if (facts.transports.length > 0) parts.push(facts)
    else if (impliesTransport(facts)) parts.push({...facts, anomaly: facts.anomaly ?? 'no transport'})
    else return refuse('the path names no transport')
  }
  return {ok: true, parts}
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
  const {style, listSeparators} = localeData(locale)
  const {role, security, protocols} = facts
  const names = protocols.join(role === null ? '/' : (listSeparators[0] ?? ','))
  const inBrackets = role !== null && security !== null && names !== ''
  const secured = style.security.replace('{protocol}', names).replace('{security}', security ?? '')
  const parts = [
    role === null ? '' : writeRole(role, locale),
    inBrackets ? secured : names,
    inBrackets ? '' : (security ?? ''),
    facts.transports.map((transport) => transport.toUpperCase()).join('/'),
    formatRanges(facts.ports, locale),
  ]
  return parts.filter((part) => part !== '').join('/')
}
