/** What the elements ask the site for beside the data of topics: texts of a language, and what of a topic stands elsewhere in the dataset. */
import {cellsOf} from '../../model/counts/counts.ts'
import type {Endpoint, Finding, LedgerEntry, Topic} from '../../model/schema.ts'
import type {Dataset} from '../dataset/dataset.ts'
import {tableSource} from '../dataset/table-source.ts'
import {shownText} from '../evidence/shown-cell.ts'
import {placedRules} from '../ports/port-entries.ts'

/** `elements/topics/<id>.json`, the same in every language. */
export interface ElementTopic {
  /** Of the site, English first. */
  locales: string[]
  /** Those that its rules name. */
  endpoints: Endpoint[]
  /** What was found in its tables. */
  findings: Finding[]
  /** Why rows give no rule, by their table and row: `1/12`. */
  refused: Record<string, LedgerEntry['reason']>
  /** Columns that nothing reads, by their table and their number from 0: `1/4`. */
  unread: string[]
}

/** `elements/<locale>.json`. */
export interface ElementLanguage {
  locale: string
  /** Language of the texts where it is not that of the documents. */
  textLang?: string
  texts: Record<string, string>
  /** What narrows a machine, by its id. */
  qualifiers: Record<string, string>
  /** What checks are called, by their ids. */
  checks: Record<string, string>
}

/** Beginnings of the keys that the views of the elements ask for, beside those of comparisons. */
export const elementTexts = [
  ...['action.', 'column.', 'direction.', 'evidence.', 'ledger.', 'mark.', 'port.any', 'port.none'],
  ...['punctuation.', 'requirement.', 'row.', 'rules.', 'status.', 'table.', 'topic.'],
]

export function elementTopic(topic: Topic, dataset: Dataset): ElementTopic {
  const source = tableSource(dataset)
  const named = new Set(
    placedRules(topic).flatMap(({rule: {facts}}) =>
      [facts.source, facts.destination, facts.host].flatMap((end) =>
        end === null ? [] : [end.id, ...end.alternatives],
      ),
    ),
  )
  return {
    locales: dataset.locales,
    endpoints: dataset.kb.endpoints.filter(({id}) => named.has(id)),
    findings: cellsOf(topic)
      .flatMap(({texts}) => Object.values(texts).flatMap(({findings}) => findings))
      .flatMap((id) => dataset.findings.get(id) ?? []),
    refused: Object.fromEntries(
      topic.tables.flatMap((table) =>
        table.rows.flatMap((row) => {
          const reason = source.refusalOf(row, table, topic)
          return reason === null ? [] : [[`${table.table}/${row.row}`, reason] as const]
        }),
      ),
    ),
    unread: topic.tables.flatMap((table) =>
      table.columns.flatMap((_, column) => {
        const header = table.header?.cells[column]
        const view = header === undefined ? {text: '', lang: 'en'} : shownText(header, 'en', source)
        return source.isUnread({topic, table, column}, view) ? [`${table.table}/${column}`] : []
      }),
    ),
  }
}
