/**
 * `rules.csv`: one firewall rule a line, facts first, then its texts in English and in each locale. It starts with the name of
 * its first column, without a byte order mark: it is read by programs, and a topic’s own file by spreadsheets.
 */

import type {ColumnKind, Facts, KnowledgeBase, PortRange, Row, Table} from '../model/schema.ts'
import {statedSource} from '../model/stated.ts'
import {endpointKey, rulePurpose} from '../model/topic-rules.ts'
import {csvLine} from '../text/csv.ts'
import {lookUp} from '../text/look-up.ts'

const FACT_COLUMNS = [
  ...(['id', 'topic', 'table', 'row', 'interface', 'direction', 'action', 'requirement'] as const),
  ...(['protocols', 'security', 'transports', 'ports', 'source_ports', 'endpoints', 'purpose'] as const),
  'role',
] as const

const TEXTS = ['source', 'destination', 'notes'] as const

/** The whole file: a header line, then a line a rule in the order of the dataset. Lists are joined by `;`. */
export const rulesToCsv = (kb: Pick<KnowledgeBase, 'topics' | 'locales'>): string => {
  const languages = ['en', ...kb.locales]
  const header = [
    ...FACT_COLUMNS,
    ...languages.flatMap((language) => TEXTS.map((text) => `${text}.${language}`)),
  ]
  const lines = kb.topics.flatMap((topic) =>
    topic.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.rules.map(({id, facts}) => [
          ...[id, topic.id, table.table, row.row],
          ...factValues(facts, table),
          rulePurpose(table.purpose, facts),
          facts.role ?? '',
          ...languages.flatMap((language) => TEXTS.map((text) => textOf(table, row, text, language))),
        ]),
      ),
    ),
  )
  return [header, ...lines].map(csvLine).join('')
}

const factValues = (facts: Facts, table: Table): string[] => [
  table.interface ?? '',
  facts.direction ?? '',
  facts.action,
  facts.requirement,
  [...facts.protocols, ...(facts.allProtocols ? ['any'] : [])].join(';'),
  facts.security ?? '',
  facts.transports.join(';'),
  [rangesToText(facts.ports), ...(facts.portNames ?? [])].filter((text) => text !== '').join(';'),
  rangesToText(facts.sourcePorts),
  [facts.source, facts.destination ?? facts.host]
    .map((end) => (end === null ? '' : endpointKey(end)))
    .join(';'),
]

/** `443;50000-59999` */
const rangesToText = (ranges: PortRange[]): string =>
  ranges.map(([low, high]) => (low === high ? String(low) : `${low}-${high}`)).join(';')

/** English only where it is stated. Where a table names one machine only, that machine is where the port is opened: its destination. */
const textOf = (table: Table, row: Row, text: (typeof TEXTS)[number], language: string): string => {
  const kinds: ColumnKind[] = text === 'destination' ? ['destination', 'host'] : [text]
  const column = kinds.map((kind) => table.columns.indexOf(kind)).find((index) => index >= 0)
  const cell = column === undefined ? undefined : row.cells[column]
  if (cell === undefined) return ''
  return (language === 'en' ? statedSource(cell) : lookUp(cell.texts, language)?.text) ?? ''
}
