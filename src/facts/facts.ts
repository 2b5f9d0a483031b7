/** Turns one row of a port table into facts, whatever the shape of the table, in English or in a locale. */

import type {ColumnKind, EndpointRef, Facts} from '../model/schema.ts'
import {linesOf, plainText} from '../text/cell-structure.ts'
import {isWord} from '../text/locale-words.ts'
import {MISSING_TEXT} from '../text/missing-text.ts'
import {foldSpace} from '../text/normalize.ts'
import {allPorts, isOfAllTraffic} from './all-traffic.ts'
import {withAnsweredEnds} from './columns/answered-ends.ts'
import {withPairedPorts} from './columns/paired-ports.ts'
import {isNone, type RowPart, type RowPorts} from './columns/port-part.ts'
import {isSum} from './columns/port-span.ts'
import {withSpannedEnds} from './columns/spanned-ends.ts'
import {denialIn} from './denied-text.ts'
import {directionOfCell} from './direction/direction-words.ts'
import {parseEndpoint, zoneOf} from './endpoints/endpoints.ts'
import {readRowPorts} from './facts-ports.ts'
import {impliedTransports} from './implied-transports.ts'
import {ipNumberOf, readIpProtocols, whyNoPorts} from './ip-protocols.ts'
import {limitsOfDenial} from './limits/denial-limits.ts'
import {othersDenied} from './limits/denied-others.ts'
import {refuseDeniedWay} from './limits/denied-ways.ts'
import {isOpen} from './limits/limited-ends.ts'
import {refuseRest} from './limits/rest-row.ts'
import {columnLimits, withoutExclusions} from './limits/restricting-columns.ts'
import {rowLimits, unclearLimitOf} from './limits/row-limits.ts'
import {type Limit, limitsIn, unclearLimitIn} from './limits/stated-limits.ts'
import {namesProtocol, noFacts} from './port-cell.ts'
import {type Refusal, refuse} from './refusals.ts'
import {onCondition, readRequirement} from './requirement/row-requirement.ts'
import {howKnown} from './row/how-known.ts'
import {withPortRemarks} from './row/port-remarks.ts'
import {type RowCell, textOf} from './row/row-cell.ts'
import {refuseRow, toldActions} from './row/row-denial.ts'
import {besideDirections, type EndsReading, readEnds} from './row/row-ends.ts'
import {type SplitCells, splitByHeaders} from './row/row-split.ts'
import type {TableFrame} from './table-frame.ts'

export interface RowInput {
  columns: ColumnKind[]
  /** One a column. `source` is the English, null where there is none; `isSpanned` where the cell before spans this column. */
  cells: {source: string | null; target: string; isSpanned?: boolean}[]
  locale: string
  /** `source` reads the English, `target` the text of the locale, with what is known of that locale. */
  language: 'source' | 'target'
  /** What each column is called, in any language; '' where it has no header. */
  headers?: readonly string[]
  /** English heading of the table; it names the machine where no column does. */
  heading?: string
  /** What the table says of all its rows. */
  frame?: TableFrame
}

/** What a row says, a rule each: one, or several where it tells of several ports. */
export type FactsReading = {ok: true; rules: RuleReading[]} | Refusal

export interface RuleReading {
  facts: Facts
  anomalies: string[]
}

/** A longer cell is prose; its first part is enough to see whether it states a requirement. */
const MAX_CELL = 5000

/** Columns that no fact needs, and that neither forbid nor limit anything. */
const asideKinds: ReadonlySet<ColumnKind> = new Set(['authentication'])

/** The cells of a row in one of its languages. */
export function rowCells({columns, cells, language, headers}: RowInput): RowCell[] {
  return columns.map((kind, i): RowCell => {
    const cell = language === 'source' ? cells[i]?.source : cells[i]?.target
    const read = foldSpace((cell ?? '').slice(0, MAX_CELL))
    return {
      kind,
      text: plainText(read),
      read,
      isKnown: typeof cell === 'string',
      isEmpty: cells[i]?.target === '',
      column: i + 1,
      header: headers?.[i] ?? '',
      ...(cells[i]?.isSpanned ? {isSpanned: true} : {}),
    }
  })
}

/** Whether words that forbid or restrict stand behind what is read of a cell. */
const isCutShort = ({cells, language}: RowInput, column: number, locale: string): boolean => {
  const rest = ((language === 'source' ? cells[column]?.source : cells[column]?.target) ?? '').slice(MAX_CELL)
  return (
    rest !== '' &&
    (limitsIn(rest, locale).length > 0 ||
      unclearLimitIn(rest, locale) !== null ||
      denialIn(rest, locale) !== null)
  )
}

/**
 * Facts of a row. Never throws. A row without any port, a row of totals and an empty row are no rules; a cell with
 * ports or protocols that can't be read makes the row unreadable: nothing is guessed. Prose in a column of ports
 * ("defined on the SBC") leaves that list empty. A row whose column of actions denies gives rules that deny; one that
 * forbids in other words, or is struck out, gives none.
 */
export function rowToFacts(input: RowInput): FactsReading {
  const {locale, language} = input
  const english = language === 'source'
  const tag = english ? 'en' : locale
  const told = rowCells(input)
  const denied = refuseDeniedWay(told, tag)
  if (denied) return denied
  const spanned = withSpannedEnds(told, tag)
  if (!spanned.ok) return refuse('unreadable', spanned.message, spanned.column)
  const paired = withPairedPorts(spanned.row, tag)
  if (!paired.ok) return refuse('unreadable', paired.message, paired.column)
  const row = withAnsweredEnds(withoutExclusions(withPortRemarks(paired.row, tag), tag), tag)
  const [first] = row.filter(({text}) => text !== '')
  const torn = row.find(
    ({kind, read, header}) =>
      !asideKinds.has(kind) &&
      (read.includes(MISSING_TEXT) || (kind !== 'other' && header.includes(MISSING_TEXT))),
  )
  if (torn) return refuse('unreadable', 'the text of a part of the cell is not known', torn.column)
  const long = row.find(({column}) => isCutShort(input, column - 1, tag))
  if (long) return refuse('unreadable', `the cell is longer than ${MAX_CELL} characters`, long.column)
  const refusal = refuseRow(row, tag) ?? refuseRest(row, tag, toldActions(row, tag)[0]?.action === 'deny')
  if (refusal) return refusal
  if (!first) return refuse('empty-row', 'the row is empty', null)
  if (isTotal(first.text, tag) || isSum(row, tag))
    return refuse('totals-row', `“${first.text}” sums up other rows`, first.column)
  const rules: RuleReading[] = []
  for (const split of splitByHeaders(row, tag)) {
    const read = readRules(split, input)
    if (!read.ok) return read
    rules.push(...read.rules)
  }
  return {ok: true, rules}
}

/** The rules of a row, or of those of its columns that are of one direction or requirement. */
function readRules(
  {cells: row, direction: byHeader, required: requiredByHeader}: SplitCells,
  {locale, language, heading, frame}: RowInput,
): FactsReading {
  const english = language === 'source'
  const tag = english ? 'en' : locale
  const told = toldActions(row, tag)
  const deniesAll = told[0]?.action === 'deny' && isOfAllTraffic(row, tag)
  const portlessRow = deniesAll ? null : readIpProtocols(row, tag)
  if (portlessRow !== null && !portlessRow.ok)
    return refuse('unreadable', portlessRow.message, portlessRow.column)
  const read = deniesAll ? allPorts : portlessRow === null ? readRowPorts(row, tag) : partOf(portlessRow)
  if (!read.ok) return refuse('unreadable', read.message, read.column)
  if (portlessRow === null && read.parts.every(isBare))
    return refuse('no-port', 'the row names no port', row.find(holdsPorts)?.column ?? null)
  const portless = read.parts.flatMap(({facts}) =>
    facts.transports.length > 0 ? [] : facts.protocols.filter((name) => ipNumberOf(name) !== null),
  )[0]
  if (portless !== undefined && portlessRow === null)
    return refuse('unreadable', whyNoPorts(portless, 'the figures'), null)
  const number = row.find(({kind, text}) => endKinds.has(kind) && numberRE.test(text))
  if (number)
    return refuse('unreadable', `“${number.text}” is a number where a machine should stand`, number.column)
  const ways = besideDirections(row, tag)
  if (!ways.ok) return refuse('unreadable', ways.message, ways.column)
  const beside = [...told, ...ways.beside]
  const directions = new Set(told.flatMap(({direction}) => direction ?? []))
  for (const {kind, text, header} of row)
    if (kind === 'direction' && directions.size > 0) {
      const own = directionOfCell(text, tag, header)
      if (own !== null) directions.add(own)
    }
  if (directions.size > 1)
    return refuse('unreadable', `the row says two directions: ${[...directions].join(', ')}`, null)
  const [toldDirection = null] = directions
  const required = readRequirement(
    row,
    tag,
    requiredByHeader ?? frame?.requirement ?? null,
    beside.flatMap(({requirement}) => requirement ?? [])[0] ?? null,
    read.parts.flatMap(({facts}) => facts.ports),
  )
  const columns = columnLimits(row, tag)
  const action = told[0]?.action ?? 'allow'
  const others = action === 'deny' ? [] : othersDenied(row, tag)
  const besideAction = beside.flatMap(({limit}) => limit ?? [])
  const around = {
    limits: [
      ...rowLimits(row, tag).filter(({quote}) => others.every((other) => other.quote !== quote)),
      ...columns.limits,
      ...(frame?.limits ?? []),
    ],
    unclear: unclearLimitOf(row, tag) ?? columns.unclear ?? frame?.unclear ?? null,
  }
  const rules: RuleReading[] = []
  for (const {facts, sourcePorts, line} of read.parts) {
    const cells = line === null ? row : row.map((cell) => lineOf(cell, line))
    const ofPorts = frame?.ofPorts?.(facts.ports, facts.transports)
    const all = {
      limits: [...around.limits, ...(ofPorts?.limits ?? [])],
      unclear: around.unclear ?? ofPorts?.unclear ?? null,
    }
    const {limits, unclear} = action === 'deny' ? limitsOfDenial(all, row, tag) : all
    const endsWith = (more: readonly Limit[]): EndsReading =>
      readEnds(cells, tag, {
        frame,
        byHeader: byHeader ?? toldDirection,
        limits: [...besideAction, ...limits, ...more],
      })
    const named = endsWith([])
    // Beside a source what is denied to others takes nothing away; of any source it does.
    const isNarrowed = others.length > 0 && named.ok && isOpen(named.source)
    const ends = isNarrowed ? endsWith(others) : named
    if (!ends.ok) return refuse(ends.isDenied ? 'denied' : 'unreadable', ends.message, ends.column)
    const {source, destination, host, direction} = ends
    const {requirement, known: knownRequirement} = onCondition(required, others[0]?.quote ?? unclear)
    const implied = facts.transports.length === 0 ? impliedTransports(facts, row) : null
    const own = {
      role: facts.role ?? (english ? serviceIn(row) : null),
      protocols: facts.protocols,
      security: facts.security,
      transports: implied?.transports ?? facts.transports,
      ports: facts.ports,
      ...(facts.portNames === undefined ? {} : {portNames: facts.portNames}),
      ...(portlessRow === null || portlessRow.icmpTypes.length === 0
        ? {}
        : {icmpTypes: portlessRow.icmpTypes}),
      ...(deniesAll ? {allProtocols: true as const} : {}),
      sourcePorts,
      source,
      destination,
      host: host ?? (source || destination ? null : machineIn(heading)),
      requirement,
      action,
      direction,
    }
    const known = {
      ...howKnown(own, row),
      ...ends.known,
      ...(implied?.by == null ? {} : {transports: {how: 'implied' as const, by: implied.by}}),
      requirement: knownRequirement,
    }
    rules.push({facts: {...own, known}, anomalies: read.anomalies})
  }
  return {ok: true, rules}
}

/** A part without ports. */
const partOf = ({names}: {names: string[]}): RowPorts => ({
  ok: true,
  parts: [{facts: {...noFacts, protocols: names}, sourcePorts: [], column: null, line: null}],
  anomalies: [],
})

/** Whether a part names no port at all. */
const isBare = ({facts, sourcePorts}: RowPart): boolean =>
  facts.ports.length === 0 && sourcePorts.length === 0 && facts.portNames === undefined

/** The one line of a cell whose lines belong to those of the ports. */
function lineOf(cell: RowCell, line: number): RowCell {
  const lines = linesOf(cell.read)
  const read = lines[line - 1]
  return lines.length < 2 || read === undefined ? cell : {...cell, read, text: plainText(read)}
}

const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'peer'])
/** A port or a range of them, no address. */
const numberRE = /^[0-9]{1,5}(?:\s?[-–,/]\s?[0-9]{1,5})*$/u

const holdsPorts = ({kind}: RowCell): boolean => kind === 'path' || kind === 'port' || kind === 'portStart'

function isTotal(text: string, locale: string): boolean {
  return isWord(text.replace(/\s?[:：.]$/u, ''), 'totalWords', locale)
}

/** The name in a column of services, or in one of traffic that holds names (`Audio`) instead of protocols. */
function serviceIn(row: readonly RowCell[]): string | null {
  const traffic = row.filter(({kind, text}) => kind === 'traffic' && !namesProtocol(text, 'en'))
  const text = textOf(row, 'service') ?? textOf(traffic, 'traffic')
  return text === null || isNone(text, 'en') ? null : text
}

/** The machine that a heading names, if it is one that we know. */
function machineIn(heading: string | undefined): EndpointRef | null {
  const machine = parseEndpoint(heading ?? '')
  const zone = zoneOf(machine.id)
  // From where ports are reached is not where they are.
  return zone === 'unknown' || zone === 'internet' ? null : machine
}
