/** One table of a topic: its rows with their rules and texts, its units, and what became of each row. */

import {isNone} from '../facts/columns/port-part.ts'
import type {FactsReading, RuleReading} from '../facts/facts.ts'
import {restrictionOfHeader} from '../facts/limits/restricting-columns.ts'
import {type Refusal, refusals, refuse} from '../facts/refusals.ts'
import {frameOf, type TableFrame, withLimits} from '../facts/table-frame.ts'
import type {Edition} from '../model/edition.ts'
import type {Diagnostic, Facts, LedgerEntry, Row, Rule, Table, Unit} from '../model/schema.ts'
import {isStated} from '../model/stated.ts'
import {limitedByMachines} from './around/machine-limits.ts'
import {contextOf, headersOf} from './around/table-context.ts'
import {deniedByHeader, deniedTable, openingKinds, unclearTable} from './around/table-denial.ts'
import {tableLimits} from './around/table-limits.ts'
import {deniedByNotes, limitedByNotes} from './around/table-notes.ts'
import {purposeOf} from './around/table-purpose.ts'
import {cellAt, columnAt, type English, spanEnglish} from './english/cell-english.ts'
import type {ContextMatches} from './english/context-match.ts'
import {type Donors, inferEnglish} from './english/infer-english.ts'
import type {Memory} from './english/memory.ts'
import {headingOf, interfaceOf, meaningOf} from './heading.ts'
import type {RowOutcome} from './ledger.ts'
import {isPublished, type MergedRow, type MergedTable} from './merge.ts'
import {denies, readRule, statesAction} from './rules.ts'
import {frameIn, sectionsOf} from './table-sections.ts'
import {buildUnits, textOf} from './units.ts'
import {unreadColumns} from './unread-columns.ts'

/** What the rows of a topic are read with. */
export interface TopicContext {
  slug: string
  editions: Map<string, Edition>
  supersededBy: Map<string, string>
  isCurrent: (edition: string) => boolean
  ruleId: (facts: Facts) => string
  donors: Donors
  contexts: ContextMatches
  memory: Memory
}

export interface BuiltTable {
  /** null when only superseded editions have the table: its units are kept, its rules are not published. */
  table: Table | null
  units: Unit[]
  outcomes: RowOutcome[]
  diagnostics: Diagnostic[]
}

/** Builds the `number`-th table. */
export const buildTable = (merged: MergedTable, number: number, context: TopicContext): BuiltTable => {
  const {editions, isCurrent} = context
  const {portTable, evidence, columns} = meaningOf(merged)
  const heading = headingOf(merged, editions)
  const localeOf = (id: string): string => editions.get(id)?.info.locale ?? ''
  const fromSpans = (row: MergedRow, column: number): English | null =>
    spanEnglish(merged, row, column, isCurrent)
  const hasEnglish = [merged.header, ...merged.rows].some((row) =>
    columns.some((_, column) => fromSpans(row, column)),
  )
  const infer = hasEnglish ? null : inferEnglish(merged, context.donors, context.memory, localeOf)
  const fromContext = contextEnglish(merged, context.contexts, localeOf)

  const told = contextOf(merged, editions)
  const {purpose, quote} = purposeOf(told, merged.tables, localeOf)
  const denied = deniedTable(told)
  const unclear = purpose === 'open' ? unclearTable(told) : null
  const titles = columns.map((_, column) => headersOf(merged, column, isCurrent, localeOf))
  const opening = titles
    .filter((_, column) => openingKinds.has(columns[column] ?? 'other'))
    .flat()
    .filter(({text, locale}) => restrictionOfHeader(text, locale) === null)
  const notes = deniedByNotes(told, columns, merged.header)
  const around = tableLimits(told, opening, merged, localeOf, columns)
  const frame: TableFrame = {
    ...frameOf(told.filter(({role}) => role === 'heading' || role === 'caption')),
    ...around,
    ofPorts: (ports, transports) => {
      const own = around.ofPorts(ports, transports)
      return {...own, unclear: own.unclear ?? notes.touched(ports)}
    },
  }
  const limitsFor = limitedByNotes(told, columns, merged.header)
  const machinesFor = limitedByMachines(told, columns, localeOf)
  const headers = titles.map((texts) => texts.map(({text}) => text).join(' '))
  const deniedColumn = deniedByHeader(columns, titles)
  const closedBeside = deniedColumn?.isBesideOpen ? deniedColumn : null
  const allClosed = deniedColumn?.isBesideOpen ? null : (deniedColumn?.message ?? null)
  const sections = sectionsOf(merged, columns.length, isCurrent, localeOf)

  const build = (row: MergedRow, at: number): BuiltRow => {
    const english = columns.map(
      (_, column) => fromSpans(row, column) ?? fromContext(row, column) ?? infer?.(row, column) ?? null,
    )
    const stated = english.map((each) => (each !== null && isStated(each.origin) ? each : null))
    const reading = at === 0 ? null : readRow(row, stated)
    const units = columns.map((_, column) =>
      buildUnits({
        table: merged,
        row,
        column,
        english: english[column] ?? null,
        address: {topic: context.slug, table: number, row: at, portTable},
        editions,
        memory: context.memory,
      }),
    )
    const cells = units.map((own, column) =>
      textOf(english[column] ?? null, own, editions, context.supersededBy),
    )
    return {merged: row, row: {row: at, rules: reading?.rules ?? [], cells}, units: units.flat(), reading}
  }

  const readRow = (row: MergedRow, english: (English | null)[]): RowReading => {
    if (!portTable) return {rules: [], reason: 'not-a-port-table', diagnostics: []}
    if (!isPublished(row, isCurrent)) return {rules: [], reason: 'superseded-edition', diagnostics: []}
    const isHeader = sections.get(row)?.isTitle || [...row.editions.values()].every(({inHead}) => inHead)
    if (isHeader) return {rules: [], reason: 'header', diagnostics: []}
    const against = unclearRow(merged, row, isCurrent)
    const reading = against === null ? readAll(row, english) : refuse('unreadable', against, null)
    if (!reading.ok)
      return {rules: [], reason: reading.reason, diagnostics: diagnosticsOf(row, reading, isCurrent)}
    const named = notes.named(reading.rules.flatMap(({facts}) => facts.ports))
    if (named !== null && !denies(reading)) {
      const diagnostics = diagnosticsOf(row, refuse('denied', named, null), isCurrent)
      return {rules: [], reason: 'denied', diagnostics}
    }
    const rules = reading.rules.map(({facts, anomalies}) => ({id: context.ruleId(facts), facts, anomalies}))
    return {rules, reason: null, diagnostics: []}
  }

  const readAll = (row: MergedRow, english: (English | null)[]): FactsReading => {
    const marked = notes.marked(row) ?? (denied === null || denied.isPurpose ? null : denied.message)
    const closed = denied?.message ?? allClosed ?? sections.get(row)?.denial ?? null
    const reading = readRule(merged, row, english, heading?.source ?? null, {
      localeOf,
      columns,
      headers,
      frame: withLimits(
        withLimits(frameIn(frame, sections.get(row)), limitsFor(row, sections.get(row)?.marks)),
        machinesFor(row),
      ),
    })
    if (closedBeside !== null && reading.ok && !isBlank(merged, row, closedBeside.column, localeOf))
      return refuse('unreadable', closedBeside.message, closedBeside.column + 1)
    if (marked !== null) return denies(reading) ? reading : refuse('denied', marked, null)
    if (closed !== null) return denying(reading, closed)
    // What each row says itself of opening and closing, no heading has to say.
    return unclear === null || statesAction(reading) ? reading : refuse('unknown-purpose', unclear, null)
  }

  const header = merged.header.editions.size > 0 ? build(merged.header, 0) : null
  const rows = merged.rows.map((row, index) => build(row, index + 1))
  const published = [...merged.tables.keys()].some(isCurrent)
  return {
    table: published
      ? {
          table: number,
          heading: heading && {
            source: heading.source,
            sourceOrigin: heading.source === null ? null : 'span',
            texts: heading.texts,
          },
          portTable,
          purpose: purpose === 'open' && (denied?.isPurpose || allClosed !== null) ? 'deny' : purpose,
          evidence:
            quote === null ? evidence : [...evidence, `its purpose is ${purpose}: “${quote.slice(0, 80)}”`],
          interface: interfaceOf(heading),
          columns,
          header: header?.row ?? null,
          rows: rows.filter((own) => isPublished(own.merged, isCurrent)).map(({row}) => row),
        }
      : null,
    units: [...(header?.units ?? []), ...rows.flatMap(({units}) => units)],
    outcomes: rows.flatMap((own) => outcomesOf(own, merged, number, context)),
    diagnostics: [
      ...(portTable ? unreadColumns(merged, columns, isCurrent, localeOf) : []),
      ...rows.flatMap(({reading}) => reading?.diagnostics ?? []),
    ],
  }
}

/** Why nothing of a row can be read, by any edition; null where nothing is against it. */
const unclearRow = (
  {tables}: MergedTable,
  {editions}: MergedRow,
  isCurrent: (edition: string) => boolean,
): string | null => {
  const current = [...editions].filter(([edition]) => isCurrent(edition))
  const unclear = current.flatMap(([edition]) => tables.get(edition)?.unclear ?? [])[0]
  if (unclear !== undefined) return unclear
  return current.some(([, {underOther}]) => underOther)
    ? 'a header within the table gives its columns other names from there on'
    : null
}

/** The rules of a row of a table of ports to close; a row that says the opposite, or can't be read, gives none. */
const denying = (reading: FactsReading, message: string): FactsReading => {
  const opens = (rule: RuleReading): boolean =>
    rule.facts.action === 'allow' && rule.facts.known?.action?.how === 'stated'
  if (!reading.ok || reading.rules.some(opens)) return refuse('denied', message, null)
  const rules = reading.rules.map(({facts, anomalies}): RuleReading => {
    const known = {...facts.known, action: {how: 'stated' as const, quote: message}}
    return {facts: {...facts, action: 'deny', known}, anomalies}
  })
  return {ok: true, rules}
}

/** Whether a cell of a row says nothing in any edition, or that there is none. */
const isBlank = (
  table: MergedTable,
  row: MergedRow,
  column: number,
  localeOf: (edition: string) => string,
): boolean =>
  [...row.editions].every(([edition, own]) => {
    const text = cellAt(table, edition, own, column)?.target ?? ''
    return text.trim() === '' || isNone(text, localeOf(edition))
  })

/** English of the very same row of another document, by the first edition whose row has such a match. */
const contextEnglish =
  (table: MergedTable, contexts: ContextMatches, localeOf: (edition: string) => string) =>
  (row: MergedRow, column: number): English | null => {
    for (const [edition, own] of row.editions) {
      const found = contexts.of(
        localeOf(edition),
        own,
        columnAt(table, edition, column),
        row === table.header,
      )
      if (found !== null) return found
    }
    return null
  }

interface RowReading {
  rules: Rule[]
  reason: LedgerEntry['reason'] | null
  diagnostics: Diagnostic[]
}

interface BuiltRow {
  merged: MergedRow
  row: Row
  units: Unit[]
  /** null for the header. */
  reading: RowReading | null
}

const outcomesOf = (
  {merged: {editions}, reading}: BuiltRow,
  {tables}: MergedTable,
  number: number,
  {supersededBy, isCurrent}: TopicContext,
): RowOutcome[] =>
  [...editions].map(([edition, row]) => ({
    edition,
    table: tables.get(edition)?.table ?? number,
    row,
    reason: supersededBy.has(edition)
      ? 'superseded-edition'
      : isCurrent(edition)
        ? (reading?.reason ?? null)
        : 'no-locale',
  }))

/** What is said to the author of a row that gives no rule although it could be meant to, at the row in each document. */
const diagnosticsOf = (
  row: MergedRow,
  {reason, message, column}: Refusal,
  isCurrent: (edition: string) => boolean,
): Diagnostic[] => {
  const said = refusals[reason]
  if (said === null) return []
  return [...row.editions]
    .filter(([edition]) => isCurrent(edition))
    .map(([, {place, cells}]) => {
      const cell = column === null ? undefined : cells[column - 1]?.place
      return {place: cell?.line === place.line ? cell : place, message, ...said}
    })
}
