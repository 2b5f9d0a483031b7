/** One topic of the dataset: its tables with their rules and texts, its units, and what became of each row. */
import type {Edition} from './edition.ts'
import {type Donors, type English, inferEnglish, spanEnglish} from './english.ts'
import type {RowOutcome} from './ledger.ts'
import type {Memory} from './memory.ts'
import type {MergedRow, MergedTable} from './merge.ts'
import {buildProse, buildTitle} from './prose.ts'
import {createRuleIds} from './rule-id.ts'
import {readRule} from './rules.ts'
import type {Diagnostic, LedgerEntry, Row, Rule, Table, Topic, Unit} from './schema.ts'
import type {TopicGroup} from './topics.ts'
import {buildUnits, type CellAddress, chooseText, textOf} from './units.ts'

export interface TopicSources {
  slug: string
  donors: Donors
  memory: Memory
}

export interface BuiltTopic {
  topic: Topic
  units: Unit[]
  outcomes: RowOutcome[]
  diagnostics: Diagnostic[]
}

/** Builds a topic from its merged tables. */
export const buildTopic = (
  group: TopicGroup,
  merged: MergedTable[],
  {slug, donors, memory}: TopicSources,
): BuiltTopic => {
  const editions = new Map(group.editions.map((edition) => [edition.info.id, edition]))
  const localeOf = (id: string): string => editions.get(id)?.info.locale ?? ''
  const ids = createRuleIds(group.key)
  const units: Unit[] = []
  const outcomes: RowOutcome[] = []
  const diagnostics: Diagnostic[] = []

  const tables = merged.map((table, index): Table => {
    const number = index + 1
    const {portTable, evidence, columns} = meaningOf(table)
    const heading = headingOf(table, editions)
    const hasEnglish = [table.header, ...table.rows].some((row) =>
      columns.some((_, c) => spanEnglish(table, row, c)),
    )
    const infer = hasEnglish ? null : inferEnglish(table, donors, memory, localeOf)
    const addressOf = (row: number): CellAddress => ({topic: slug, table: number, row, portTable})

    const toRow = (row: MergedRow, number: number, read: boolean): Row => {
      const english = columns.map((_, c) => spanEnglish(table, row, c) ?? infer?.(row, c) ?? null)
      const {rule, reason} = read ? outcomeOf(row, english) : {rule: null, reason: null}
      if (read) recordOutcomes(row, reason)
      const cells = columns.map((_, column) => {
        const own = buildUnits({
          table,
          row,
          column,
          english: english[column] ?? null,
          address: addressOf(number),
          editions,
          memory,
        })
        units.push(...own)
        return textOf(english[column] ?? null, own, editions, group.supersededBy)
      })
      return {row: number, rule, cells}
    }

    const outcomeOf = (
      row: MergedRow,
      english: (English | null)[],
    ): {rule: Rule | null; reason: LedgerEntry['reason'] | null} => {
      if (!portTable) return {rule: null, reason: 'not-a-port-table'}
      const reading = readRule(table, row, english, heading?.source ?? null, {
        localeOf,
        columnsOf: () => columns,
      })
      if (reading.ok)
        return {
          rule: {id: ids(reading.facts), facts: reading.facts, anomalies: reading.anomalies},
          reason: null,
        }
      if (reading.reason === 'unreadable') diagnostics.push(unreadable(row, reading.message, reading.column))
      return {rule: null, reason: reading.reason}
    }

    const recordOutcomes = (row: MergedRow, reason: LedgerEntry['reason'] | null): void => {
      for (const [edition, own] of row.editions) {
        const ownTable = table.tables.get(edition)?.table ?? number
        const replaced = group.supersededBy.has(edition)
        outcomes.push({edition, table: ownTable, row: own, reason: replaced ? 'superseded-edition' : reason})
      }
    }

    const header = table.header.editions.size > 0 ? toRow(table.header, 0, false) : null
    return {
      table: number,
      heading: heading && {
        source: heading.source,
        sourceOrigin: heading.source === null ? null : 'span',
        texts: heading.texts,
      },
      portTable,
      evidence,
      interface: interfaceOf(heading?.source ?? null),
      columns,
      header,
      rows: table.rows.map((row, r) => toRow(row, r + 1, true)),
    }
  })

  return {
    topic: {
      id: slug,
      key: group.key,
      title: buildTitle(group, slug),
      editions: group.editions.map(({info}) => info.id).toSorted(),
      prose: buildProse(group, merged),
      tables,
    },
    units,
    outcomes,
    diagnostics,
  }
}

/** What the table is, by the first edition that recognised it as a port table; the one with English is asked first. */
const meaningOf = ({backbone, tables}: MergedTable): Pick<Table, 'portTable' | 'evidence' | 'columns'> => {
  const hasEnglish = backbone.header?.cells.some(({source}) => source !== null) ?? false
  const found = hasEnglish ? backbone : ([...tables.values()].find(({portTable}) => portTable) ?? backbone)
  const columns = found.columns.length === backbone.columns.length ? found.columns : backbone.columns
  return {portTable: found.portTable, evidence: found.evidence, columns}
}

interface Heading {
  source: string | null
  texts: Table['rows'][number]['cells'][number]['texts']
}

const headingOf = ({tables}: MergedTable, editions: Map<string, Edition>): Heading | null => {
  const headings = [...tables].flatMap(([id, {heading}]) => {
    const info = editions.get(id)?.info
    return heading && info ? [{...heading, info}] : []
  })
  if (headings.length === 0) return null
  return {
    source: headings.find(({source}) => source !== null)?.source ?? null,
    texts: chooseText(
      headings.map(({info, target}) => ({
        locale: info.locale,
        text: target,
        human: info.translationType === 'human',
      })),
    ),
  }
}

const interfaceRE = /\b(external|internal)\b(?:[ -]+(?:facing|network|edge|firewall|side))*[ -]+interface/i

/** The interface that an English heading names, and null when it names none or both. */
const interfaceOf = (heading: string | null): Table['interface'] => {
  const [, word] = interfaceRE.exec(heading ?? '') ?? []
  if (word === undefined) return null
  return word.toLowerCase() === 'external' ? 'external' : 'internal'
}

const unreadable = (row: MergedRow, message: string, column: number | null): Diagnostic => {
  const [own] = row.editions.values()
  const place = (column === null ? undefined : own?.cells[column]?.place) ??
    own?.place ?? {path: '', line: 1, column: 1}
  return {
    place,
    severity: 'error',
    id: 'unreadable-cell',
    message,
    hint: 'the row is in the ledger; mend the cell in the source document',
  }
}
