/** Reads port and protocol cells that stand in columns of their own: `5061` with `TCP (TLS)`, or `UDP 3478` alone. */
import {foldSpace} from '../text/normalize.ts'
import {
  type CellFacts,
  type CellReading,
  isTerm,
  onePart,
  type PathReading,
  readParts,
  refuse,
} from './path/path-reading.ts'
import {readRole} from './path/path-role.ts'
import {tokenize} from './path/path-tokens.ts'
import {takeNames} from './path/unknown-names.ts'
import {MAX_PORT, rangesEqual} from './ports/ranges.ts'
import {sortProtocols} from './protocol-words.ts'

/** Longer than any cell of protocols with its explanation after a dash. */
const MAX_LENGTH = 1000

/** What one cell of ports or protocols says; an empty cell says nothing. Never throws. */
export const parsePortCell = (cell: string, locale: string): PathReading =>
  onePart(parsePortParts(cell, locale))

/** The same of a cell that may hold several parts, `UDP 161, TCP 5666`: at least one. */
export function parsePortParts(cell: string, locale: string): CellReading {
  if (cell.length > MAX_LENGTH) return refuse('the text is too long for a port cell', 'words')
  const {text, tokens} = tokenize(cell, locale)
  if (text === '' && cell.trim() !== '') return {ok: true, parts: [{...noFacts, ports: [[0, MAX_PORT]]}]}
  return readParts(text, tokens, locale, 'column')
}

/** What an empty cell says. */
export const noFacts: CellFacts = {
  role: null,
  protocols: [],
  security: null,
  transports: [],
  ports: [],
  anomaly: null,
}

/**
 * What a protocol cell says, also with its role in front (`Access/SIP(TLS)`). "Any" stands for both transports; ports in
 * it are read too.
 */
export const parseProtocolCell = (cell: string, locale: string): PathReading =>
  onePart(parseProtocolParts(cell, locale))

/** The same of a cell that may hold several parts: at least one. */
export function parseProtocolParts(cell: string, locale: string): CellReading {
  if (cell.length > MAX_LENGTH) return refuse('the text is too long for a protocol cell', 'words')
  const {text, tokens} = tokenize(cell, locale)
  if (tokens.length === 0) return {ok: true, parts: [noFacts]}
  const lead = readRole(text, tokens, locale)
  const known = lead.role !== null && lead.anomaly === null
  const reading = readParts(text, known ? lead.rest : tokens, locale, 'column')
  if (!reading.ok) return refuse(`unknown protocol “${foldSpace(cell).slice(0, 60)}”`)
  return {
    ok: true,
    parts: reading.parts.map((part) => {
      const facts: CellFacts = {...part, role: known ? lead.role : null}
      const isAny = part.ports[0]?.[0] === 0 && part.ports[0][1] === MAX_PORT
      const names = part.transports.length > 0 || part.protocols.length > 0
      return isAny && !names ? {...facts, ports: [], transports: ['tcp', 'udp']} : facts
    }),
  }
}

/**
 * The same of a cell that names protocols that no registry knows: `Tessabus over UDP`, `Windows Time`. Without a transport
 * in it the row must have one elsewhere.
 */
export function parseNamedProtocols(cell: string, locale: string): PathReading {
  if (cell.length > MAX_LENGTH) return refuse('the text is too long for a protocol cell', 'words')
  const {text, tokens} = tokenize(cell, locale)
  const taken = takeNames(text, tokens, locale)
  if (taken === null) return refuse(`unknown protocol “${foldSpace(cell).slice(0, 60)}”`)
  const reading = onePart(readParts(text, taken.tokens, locale, 'column'))
  return reading.ok ? {...reading, protocols: sortProtocols([...reading.protocols, ...taken.names])} : reading
}

/** Whether a cell holds a known protocol, transport or security: `UDP/SRTP`, but not `Audio`. */
export function namesProtocol(cell: string, locale: string): boolean {
  return tokenize(cell.slice(0, MAX_LENGTH), locale).tokens.some(isTerm)
}

/**
 * Both columns of a row together; null or an empty text stands for a column that is absent or empty. Ports may stand
 * in one of them only, or twice alike.
 */
export function parsePortColumns(
  {port, protocol}: {port: string | null; protocol: string | null},
  locale: string,
): PathReading {
  const left = parsePortCell(port ?? '', locale)
  if (!left.ok) return left
  const right = parseProtocolCell(protocol ?? '', locale)
  if (!right.ok) return right
  return joinReadings(left, right)
}

/** Facts of two cells of one row. */
export function joinReadings(left: CellFacts, right: CellFacts): PathReading {
  if (left.ports.length > 0 && right.ports.length > 0 && !rangesEqual(left.ports, right.ports))
    return refuse('two columns name different ports')
  if (left.security && right.security && left.security !== right.security)
    return refuse('two columns name different security')
  if (
    left.transports.length > 0 &&
    right.transports.length > 0 &&
    left.transports.join() !== right.transports.join()
  )
    return refuse('two columns name different transports')
  return {
    ok: true,
    role: left.role ?? right.role,
    protocols: sortProtocols([...left.protocols, ...right.protocols]),
    security: left.security ?? right.security,
    transports: [...new Set([...left.transports, ...right.transports])].sort(),
    ports: left.ports.length > 0 ? left.ports : right.ports,
    anomaly: left.anomaly ?? right.anomaly,
  }
}
