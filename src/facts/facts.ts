/** Turns one row of a port table into facts, whatever the shape of the table, in English or in a locale. */

import type {ColumnKind, EndpointRef, Facts, Known, KnownField, Requirement} from '../model/schema.ts'
import {plainText} from '../text/cell-structure.ts'
import {isWord} from '../text/locale-words.ts'
import {foldSpace} from '../text/normalize.ts'
import {isNone} from './columns/port-part.ts'
import {isSum} from './columns/port-span.ts'
import {parseEndpointName} from './endpoints/endpoint-translation.ts'
import {parseEndpoint, zoneOf} from './endpoints/endpoints.ts'
import {readRowPorts} from './facts-ports.ts'
import {impliedTransports} from './implied-transports.ts'
import {namesProtocol} from './port-cell.ts'
import {type Refusal, refuse} from './refusals.ts'
import {requirementIn} from './requirement-remark.ts'
import {requirementOf} from './requirement-words.ts'
import type {RowCell} from './row-cell.ts'
import {refuseRow} from './row-denial.ts'

export interface RowInput {
  columns: ColumnKind[]
  /** One a column. `source` is the English, null where there is none. */
  cells: {source: string | null; target: string}[]
  locale: string
  /** `source` reads the English, `target` the text of the locale, with what is known of that locale. */
  language: 'source' | 'target'
  /** What each column is called, in any language; '' where it has no header. */
  headers?: readonly string[]
  /** English heading of the table; it names the machine where no column does. */
  heading?: string
}

/** What a row says, a rule each: one, or several where it tells of several ports. */
export type FactsReading = {ok: true; rules: RuleReading[]} | Refusal

export interface RuleReading {
  facts: Facts
  anomalies: string[]
}

/** A longer cell is prose; its first part is enough to see whether it states a requirement. */
const MAX_CELL = 5000

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
      column: i + 1,
      header: headers?.[i] ?? '',
    }
  })
}

/**
 * Facts of a row. Never throws. A row without any port, a row of totals and an empty row are no rules; a cell with
 * ports or protocols that can't be read makes the row unreadable: nothing is guessed. Prose in a column of ports
 * ("defined on the SBC") leaves that list empty. A row that forbids, or is struck out, opens nothing.
 */
export function rowToFacts(input: RowInput): FactsReading {
  const {locale, language, heading} = input
  const english = language === 'source'
  const tag = english ? 'en' : locale
  const row = rowCells(input)
  const [first] = row.filter(({text}) => text !== '')
  const refusal = refuseRow(row, tag)
  if (refusal) return refusal
  if (!first) return refuse('empty-row', 'the row is empty', null)
  if (isTotal(first.text, tag) || isSum(row, tag))
    return refuse('totals-row', `“${first.text}” sums up other rows`, first.column)
  const read = readRowPorts(row, tag)
  if (!read.ok) return refuse('unreadable', read.message, read.column)
  if (read.parts.every(({facts, sourcePorts}) => facts.ports.length === 0 && sourcePorts.length === 0))
    return refuse('no-port', 'the row names no port', row.find(holdsPorts)?.column ?? null)
  const portless = read.parts.flatMap(({facts}) =>
    facts.transports.length > 0 ? [] : facts.protocols.filter((name) => portlessProtocols.has(name)),
  )[0]
  if (portless !== undefined)
    return refuse('unreadable', `${portless} has no ports, so that the figures mean something else`, null)
  const number = row.find(({kind, text}) => endKinds.has(kind) && numberRE.test(text))
  if (number)
    return refuse('unreadable', `“${number.text}” is a number where a machine should stand`, number.column)
  const endpoint = (kind: ColumnKind) => endpointIn(row, kind, tag, english)
  const [source, destination, host] = [endpoint('source'), endpoint('destination'), endpoint('host')]
  const noted = requirementOf(english ? textOf(row, 'notes') : null)
  const remarked = noted.quote === null ? requirementIn(row, tag) : null
  const common = {
    source,
    destination,
    host: host ?? (source || destination ? null : machineIn(heading)),
    requirement: remarked ?? noted.requirement,
    action: 'allow',
    direction: null,
  } as const
  return {
    ok: true,
    rules: read.parts.map(({facts, sourcePorts}): RuleReading => {
      const implied = facts.transports.length === 0 ? impliedTransports(facts, row) : null
      const told = {
        role: facts.role ?? (english ? serviceIn(row) : null),
        protocols: facts.protocols,
        security: facts.security,
        transports: implied?.transports ?? facts.transports,
        ports: facts.ports,
        sourcePorts,
        ...common,
      }
      return {
        facts: {
          ...told,
          known: {
            ...howKnown(told),
            ...(implied === null ? {} : {transports: {how: 'implied', by: implied.by}}),
            requirement: knownRequirement(noted.quote, remarked),
          },
        },
        anomalies: read.anomalies,
      }
    }),
  }
}

const stated: Known = {how: 'stated'}
const unstated: Known = {how: 'unstated'}

/** What is there is stated, what is empty unstated; an action that nobody mentions is to open. */
const howKnown = (facts: Omit<Facts, 'known'>): Partial<Record<KnownField, Known>> => ({
  ...Object.fromEntries(
    (['protocols', 'transports', 'ports', 'sourcePorts'] as const).map((field) => [
      field,
      facts[field].length > 0 ? stated : unstated,
    ]),
  ),
  ...Object.fromEntries(
    (['direction', 'source', 'destination', 'host'] as const).map((field) => [
      field,
      facts[field] === null ? unstated : stated,
    ]),
  ),
  action: facts.action === 'allow' ? {how: 'implied', by: 'a table of ports to open'} : stated,
})

const knownRequirement = (quote: string | null, remarked: Requirement | null): Known =>
  quote !== null ? {how: 'stated', quote} : remarked === null ? unstated : stated

const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination'])
/** Protocols of the Internet layer and beside it: figures beside them are types, or numbers of protocols. */
const portlessProtocols: ReadonlySet<string> = new Set(['ICMP', 'ICMPv6', 'GRE', 'ESP', 'AH', 'IGMP', 'OSPF'])
/** A port or a range of them, no address. */
const numberRE = /^[0-9]{1,5}(?:\s?[-–,/]\s?[0-9]{1,5})*$/u

const holdsPorts = ({kind}: RowCell): boolean => kind === 'path' || kind === 'port' || kind === 'portStart'

function isTotal(text: string, locale: string): boolean {
  return isWord(text.replace(/\s?[:：.]$/u, ''), 'totalWords', locale)
}

/** The texts of all columns of a kind; null when there are none. */
function textOf(row: readonly RowCell[], kind: ColumnKind): string | null {
  const texts = row.filter((cell) => cell.kind === kind && cell.text !== '').map(({text}) => text)
  return texts.length > 0 ? texts.join(' ') : null
}

/** The name in a column of services, or in one of traffic that holds names (`Audio`) instead of protocols. */
function serviceIn(row: readonly RowCell[]): string | null {
  const traffic = row.filter(({kind, text}) => kind === 'traffic' && !namesProtocol(text, 'en'))
  const text = textOf(row, 'service') ?? textOf(traffic, 'traffic')
  return text === null || isNone(text, 'en') ? null : text
}

function endpointIn(
  row: readonly RowCell[],
  kind: ColumnKind,
  locale: string,
  english: boolean,
): EndpointRef | null {
  const text = textOf(row, kind)
  if (text === null || isNone(text, locale)) return null
  return english ? parseEndpoint(text) : parseEndpointName(text, locale)
}

/** The machine that a heading names, if it is one that we know. */
function machineIn(heading: string | undefined): EndpointRef | null {
  const machine = parseEndpoint(heading ?? '')
  return zoneOf(machine.id) === 'unknown' ? null : machine
}
