/** Reads the rule of each row of a topic: from its English, else from what most of its editions say. */

import {type FactsReading, type RuleReading, rowCells, rowToFacts} from '../facts/facts.ts'
import {isOpen} from '../facts/limits/limited-ends.ts'
import {mergeRanges} from '../facts/ports/ranges.ts'
import {isFinal, type Refusal, refuse} from '../facts/refusals.ts'
import {refuseRow} from '../facts/row/row-denial.ts'
import type {TableFrame} from '../facts/table-frame.ts'
import {type EditionCell, type EditionRow, readingOf} from '../model/edition.ts'
import {compareBy} from '../model/order.ts'
import type {ColumnKind, Facts, Known, PortRange} from '../model/schema.ts'
import {cellAt, type English} from './english/cell-english.ts'
import type {MergedRow, MergedTable} from './merge.ts'

/** What is known of an edition when its row is read. */
export interface RuleReader {
  localeOf: (edition: string) => string
  columns: ColumnKind[]
  /** What each column is called. */
  headers: readonly string[]
  /** What the table says of all its rows. */
  frame: TableFrame
}

/** The reading of one row; `english` holds one entry a column. */
export const readRule = (
  table: MergedTable,
  row: MergedRow,
  english: (English | null)[],
  heading: string | null,
  {localeOf, columns, headers, frame}: RuleReader,
): FactsReading => {
  const context = {headers, frame, ...(heading === null ? {} : {heading})}
  const fromEnglish = rowToFacts({
    columns,
    cells: columns.map((_, column) => ({
      source: english[column]?.read ?? english[column]?.text ?? null,
      target: '',
      isSpanned: [...row.editions].some(([edition, own]) => isSpanned(table, edition, own, column)),
    })),
    locale: 'en',
    language: 'source',
    ...context,
  })
  const isKnown = (column: number): boolean =>
    english[column] !== null || isEmptyEverywhere(table, row, column)
  const complete = columns.every((_, column) => isKnown(column))
  const factsKnown = columns.every((kind, column) => !FACT_COLUMNS.has(kind) || isKnown(column))
  // A row that opens nothing opens nothing, whatever a translation of it says; and a translation may be all that says so.
  if (!fromEnglish.ok && isFinal(fromEnglish)) return fromEnglish
  const isClosing = denies(fromEnglish)
  const refusal = refusedBy(table, row, {columns, localeOf, headers, isClosing}, (column) =>
    ownOrigins.has(english[column]?.origin),
  )
  if (refusal) return refusal
  if (
    (fromEnglish.ok && factsKnown) ||
    (complete && !fromEnglish.ok && fromEnglish.reason !== 'unreadable')
  ) {
    return fromEnglish
  }
  const readings = [...row.editions].map(([edition, own]) =>
    rowToFacts({
      columns,
      cells: columns.map((_, column) => ({
        ...targetOnly(cellAt(table, edition, own, column)),
        isSpanned: isSpanned(table, edition, own, column),
      })),
      locale: localeOf(edition),
      language: 'target',
      ...context,
    }),
  )
  const read = readings.filter((reading) => reading.ok)
  const voted = vote(read)
  if (voted === 'tie') {
    const differing = new Set(read.map(portsText))
    return refuse('unreadable', `the languages of the row differ: ${[...differing].join('; ')}`, null)
  }
  if (voted)
    return complete && !fromEnglish.ok
      ? {...voted, rules: voted.rules.map((rule) => withAnomaly(rule, fromEnglish.message))}
      : voted
  return complete || fromEnglish.ok ? fromEnglish : (readings[0] ?? fromEnglish)
}

/** Whether all that a row says is denied. */
export const denies = (reading: FactsReading): boolean =>
  reading.ok && reading.rules.every(({facts}) => facts.action === 'deny')

/** Whether a row says itself, in a column of actions, what becomes of all that it names. */
export const statesAction = (reading: FactsReading): boolean =>
  reading.ok && reading.rules.every(({facts}) => facts.known?.action?.how === 'stated')

/** Of English that the topic's own editions state. */
const ownOrigins: ReadonlySet<string | undefined> = new Set(['sibling', 'document'])

/** What cells without English say against the row in any edition. */
const refusedBy = (
  table: MergedTable,
  row: MergedRow,
  {columns, localeOf, headers, isClosing}: Omit<RuleReader, 'frame'> & {isClosing: boolean},
  isKnown: (column: number) => boolean,
): Refusal | null => {
  for (const [edition, own] of row.editions) {
    const locale = localeOf(edition)
    const cells = rowCells({
      columns,
      cells: columns.map((_, column) =>
        isKnown(column) ? {source: null, target: ''} : targetOnly(cellAt(table, edition, own, column)),
      ),
      locale,
      language: 'target',
      headers,
    })
    // Whom a note is about is told beside the ends of its row; and what one language keeps, another may have lost.
    const isPart =
      row.editions.size > 1 || columns.some((kind, column) => kind === 'source' && isKnown(column))
    const refusal = refuseRow(
      cells.filter(({column}) => !isKnown(column - 1)),
      locale,
      {...(isClosing ? {isClosing} : {}), isPart},
    )
    if (refusal) return refusal
  }
  return null
}

/** Columns that facts are read from; the others only say why. */
const FACT_COLUMNS: ReadonlySet<ColumnKind> = new Set([
  'path',
  'source',
  'destination',
  'port',
  'sourcePort',
  'portStart',
  'portCount',
  'protocol',
  'traffic',
  'host',
  ...(['direction', 'action', 'requirement', 'peer', 'ends', 'address'] as const),
])

type Reading = Extract<FactsReading, {ok: true}>

/**
 * What the editions say together: ports, protocols and transports as most of them read them, and for each end of the
 * rule what most of those that could read it say.
 */
const vote = (readings: Reading[]): Reading | 'tie' | null => {
  const wire = ({rules}: Reading): string =>
    JSON.stringify(
      rules.map(({facts}) => [
        ...[facts.protocols, facts.security, facts.transports, facts.ports, facts.sourcePorts],
        ...[facts.action, facts.portNames ?? [], facts.icmpTypes ?? []],
      ]),
    )
  const groups = [...Map.groupBy(readings, wire).values()].toSorted(compareBy((group) => -group.length))
  const [[winner] = [], second = []] = groups
  if (winner === undefined) return null
  // Equal numbers of languages prove nothing: they may be rows of two editions that only stand side by side.
  if (second.length === groups[0]?.length && opens(winner) !== opens(second[0])) return 'tie'
  const agreeing = readings.filter((reading) => wire(reading) === wire(winner))
  return {
    ok: true,
    rules: winner.rules.map((rule, at) =>
      agreed(
        rule,
        agreeing.flatMap(({rules}) => rules[at] ?? []),
      ),
    ),
  }
}

/** A rule with what most languages say of it, where they can say it. */
const agreed = (rule: RuleReading, alike: readonly RuleReading[]): RuleReading => {
  const best = (key: VotedField): Facts => {
    const said = alike.filter(({facts}) => facts[key] !== null && facts[key] !== 'unknown')
    const most = (largest(said, ({facts}) => JSON.stringify(facts[key]))[0] ?? rule).facts
    return narrower(key, most, said)
  }
  const {facts} = rule
  const known = {...facts.known}
  for (const key of votedFields) {
    const how = key === 'role' ? undefined : best(key).known?.[key]
    if (key !== 'role' && how !== undefined) known[key] = how
  }
  const divergent = (['source', 'destination'] as const).flatMap((key) => {
    const quote = quoteOf(best(key).known?.[key])
    return quote !== null && alike.some(({facts}) => isOpen(facts[key]))
      ? [`not every language limits the ${key}: “${quote.slice(0, 80)}”`]
      : []
  })
  return {
    ...rule,
    anomalies: [...new Set([...rule.anomalies, ...divergent])],
    facts: {
      ...facts,
      role: best('role').role,
      source: best('source').source,
      destination: best('destination').destination,
      host: best('host').host,
      direction: best('direction').direction,
      requirement: best('requirement').requirement,
      known,
    },
  }
}

/** The facts of the first language that limits an end which most leave open: what one states holds, whoever lost it. */
function narrower(key: VotedField, most: Facts, said: readonly RuleReading[]): Facts {
  if (key !== 'source' && key !== 'destination') return most
  if (!isOpen(most[key])) return most
  const limited = said.find(({facts}) => !isOpen(facts[key]) && quoteOf(facts.known?.[key]) !== null)
  return limited?.facts ?? most
}

const quoteOf = (known: Known | undefined): string | null =>
  known?.how === 'stated' && known.quote !== undefined ? known.quote : null

/** What languages may leave unread without being against each other. */
const votedFields = ['role', 'source', 'destination', 'host', 'direction', 'requirement'] as const
type VotedField = (typeof votedFields)[number]

const withAnomaly = (rule: RuleReading, message: string): RuleReading => ({
  ...rule,
  anomalies: [...rule.anomalies, message],
})

/** Transports and ports alone. */
const opens = (reading: Reading | undefined): string =>
  reading === undefined
    ? ''
    : JSON.stringify(
        reading.rules.map(({facts}) => [facts.transports, mergeRanges(facts.ports), facts.sourcePorts]),
      )

/** `tcp 443, 5000-5019` */
const portsText = ({rules}: Reading): string =>
  rules
    .map(({facts: {transports, ports}}) => `${transports.join('/')} ${rangesToText(ports)}`.trim())
    .join('; ')

const rangesToText = (ports: readonly PortRange[]): string =>
  ports.map(([low, high]) => (low === high ? String(low) : `${low}-${high}`)).join(', ')

/** The largest group of members with the same key, the first of equals; empty for none. */
const largest = <T>(members: readonly T[], key: (member: T) => string): T[] =>
  [...Map.groupBy(members, key).values()].toSorted(compareBy((group) => -group.length))[0] ?? []

const targetOnly = (cell: EditionCell | undefined): {source: null; target: string} => ({
  source: null,
  target: cell === undefined ? '' : readingOf(cell).target,
})

/** Whether the cell of the column before spans this one, too: both stand at one place. */
const isSpanned = (table: MergedTable, edition: string, row: EditionRow, column: number): boolean => {
  const [cell, before] = [column, column - 1].map((at) => cellAt(table, edition, row, at)?.place)
  return cell !== undefined && cell.line === before?.line && cell.column === before.column
}

const isEmptyEverywhere = (table: MergedTable, row: MergedRow, column: number): boolean =>
  [...row.editions].every(([edition, own]) => (cellAt(table, edition, own, column)?.target ?? '') === '')
