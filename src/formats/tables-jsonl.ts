/** `tables.jsonl`: every table that was read, whether it is a table of ports, and why: one a line. */
import type {ColumnKind, KnowledgeBase, Row} from '../model/schema.ts'
import {statedSource} from '../model/stated.ts'

/**
 * Yields one JSON line (with its line feed) a table: `{topic, table, portTable, columns, unread, rules, evidence, places}`.
 * `unread` are the headers of the columns of a port table that were not understood.
 * `columns` are what the columns mean, `evidence` says in English why it is or isn't a port table, `places` are
 * `path:line` of its first row in each document that holds it.
 */
export function* tablesToJsonl(kb: KnowledgeBase): Generator<string> {
  const firstPlaces = placesOf(kb)
  for (const topic of kb.topics) {
    for (const {table, portTable, columns, header, rows, evidence} of topic.tables) {
      const line = {
        topic: topic.id,
        table,
        portTable,
        columns,
        unread: portTable ? unreadHeaders(columns, header) : [],
        rules: rows.flatMap(({rules}) => rules).length,
        evidence,
        places: firstPlaces.get(`${topic.id}#t${table}`) ?? [],
      }
      yield `${JSON.stringify(line)}\n`
    }
  }
}

/** What the columns that nothing reads are called: in English, else in the first language that has a word; their number without one. */
const unreadHeaders = (columns: readonly ColumnKind[], header: Row | null): string[] =>
  columns.flatMap((kind, column) => {
    if (kind !== 'other') return []
    const cell = header?.cells[column]
    const [first] = Object.values(cell?.texts ?? {})
    return [(cell && statedSource(cell)) ?? first?.text ?? String(column + 1)]
  })

/** `<topic>#t<table>` → `path:line` of the first cell in each edition, in order of the editions. */
const placesOf = ({units}: KnowledgeBase): Map<string, string[]> => {
  const places = new Map<string, Map<string, string>>()
  for (const {cell, edition, place} of units) {
    const table = cell.slice(0, cell.lastIndexOf('r'))
    const known = places.get(table) ?? new Map<string, string>()
    if (!known.has(edition)) known.set(edition, `${place.path}:${place.line}`)
    places.set(table, known)
  }
  return new Map([...places].map(([table, byEdition]) => [table, [...byEdition.values()]]))
}
