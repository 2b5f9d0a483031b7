/** Reads and writes a path cell, `Role/Protocol/TCP or UDP/Port`, in any locale: `A/V/STUN,MSTURN/UDP/3478`. */
import {localeData} from '../locales/index.ts'
import {foldToken} from '../text/normalize.ts'
import {formatRanges} from '../text/ports.ts'
import {type CellFacts, type PathReading, readTokens, refuse} from './path-reading.ts'
import {type Token, tokenize} from './path-tokens.ts'
import {transportsOf} from './protocol-words.ts'

export type {CellFacts, PathReading} from './path-reading.ts'

/** A path is short; what is longer is prose. */
const MAX_LENGTH = 300

/** An unknown first part of a role: words, but no sign of a sentence. */
const ROLE_RE = /^[\p{L}\p{M}][\p{L}\p{M}0-9 .&'’・-]{0,40}$/u

/** An unknown first part that is written like the name of a protocol. */
const ACRONYM_RE = /^[A-Z][A-Z0-9]{1,9}$/u

/**
 * Facts of a path in a locale's writing. Never throws and never guesses: a part that is not known, a broken range or a
 * lost transport is refused with a reason. A cell without transport is read, with an anomaly, only where its security
 * or protocol runs over one transport anyway (`XMPP/MTLS/23456`).
 */
export function parsePath(cell: string, locale: string): PathReading {
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

interface Lead {
  role: string | null
  /** A first part that is written like a protocol but not known as one. */
  protocol: string | null
  anomaly: string | null
  rest: Token[]
}

/** Takes the role off the front: a known one, with its own slash if it has one, else an unknown first part. */
function readRole(text: string, tokens: readonly Token[], locale: string): Lead {
  const slashes = tokens.flatMap((token, i) => (token.kind === 'slash' ? [i] : []))
  const roles = roleNames(locale)
  for (const at of [slashes[1], slashes[0]]) {
    const part = at === undefined ? '' : text.slice(0, tokens[at]?.start)
    const role = roles.get(roleKey(part))
    if (at !== undefined && role !== undefined)
      return {role, protocol: null, anomaly: null, rest: tokens.slice(at + 1)}
  }
  const [at] = slashes
  const none: Lead = {role: null, protocol: null, anomaly: null, rest: [...tokens]}
  if (at === undefined || tokens.slice(0, at).some(({kind}) => kind !== 'word' && kind !== 'list'))
    return none
  const part = text.slice(0, tokens[at]?.start).trim()
  if (!ROLE_RE.test(part)) return none
  const rest = tokens.slice(at + 1)
  if (ACRONYM_RE.test(part)) return {...none, protocol: part, anomaly: `unknown protocol “${part}”`, rest}
  return {...none, role: part, anomaly: `unknown role “${part}”`, rest}
}

/** Without spaces: `音声 / V` is `音声/V`. */
const roleKey = (part: string): string => foldToken(part).replaceAll(' ', '')

function roleNames(locale: string): Map<string, string> {
  const entries = Object.entries(localeData(locale).roles)
  return new Map(entries.flatMap(([role, words]) => [role, ...words].map((word) => [roleKey(word), role])))
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
    role === null ? '' : (roles[role]?.[0] ?? role),
    inBrackets ? secured : names,
    inBrackets ? '' : (security ?? ''),
    facts.transports.map((transport) => transport.toUpperCase()).join('/'),
    formatRanges(facts.ports, locale),
  ]
  return parts.filter((part) => part !== '').join('/')
}
