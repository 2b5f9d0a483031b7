/** Editions for tests: a table from lines of cells, everything else from defaults. */
import type {Edition, EditionRow, EditionTable} from '../../src/model/edition.ts'
import type {ColumnKind, EditionInfo} from '../../src/model/schema.ts'

/** A cell is `target`, or `[target, english]`. */
export type CellText = string | [target: string, english: string]

interface Options {
  path?: string
  locale?: string
  form?: EditionInfo['form']
  translationType?: EditionInfo['translationType']
  revision?: string | null
  assetId?: string | null
  name?: string
  stem?: string
  title?: Edition['title']
  tables?: EditionTable[]
}

/** An edition; a machine one in zh-TW of topic `topic-1` unless told otherwise. */
export const editionOf = (options: Options = {}): Edition => {
  const path = options.path ?? 'zh-TW/document.md'
  const tables = (options.tables ?? []).map((table, index) => renumber(table, index + 1, path))
  return {
    info: {
      id: path,
      path,
      locale: options.locale ?? 'zh-TW',
      form: options.form ?? 'machine',
      translationType: options.translationType ?? 'machine',
      revision: options.revision ?? null,
    },
    assetId: options.assetId === undefined ? 'topic-1' : options.assetId,
    name: options.name ?? 'document',
    stem: options.stem ?? options.name ?? 'document',
    localeFrom: 'front-matter',
    title: options.title ?? {source: null, target: 'Title'},
    blocks: [],
    tables,
    unread: [],
    diagnostics: [],
  }
}

/** A port table; the first line is the header. */
export const tableOf = (columns: ColumnKind[], lines: CellText[][], portTable = true): EditionTable => {
  const [header, ...rows] = lines.map((line, index) => rowOf(line, index))
  return {
    table: 1,
    heading: null,
    header: header ?? null,
    rows,
    portTable,
    evidence: ['made for a test'],
    columns,
    place: {path: '', line: 1, column: 1},
  }
}

const rowOf = (line: CellText[], row: number): EditionRow => ({
  row,
  place: {path: '', line: row + 10, column: 1},
  cells: line.map((cell, index) => {
    const [target, source] = typeof cell === 'string' ? [cell, null] : cell
    return {
      target,
      source,
      segments: [{ids: [], source, target}],
      place: {path: '', line: row + 10, column: index * 20 + 1},
      spans: [],
    }
  }),
})

const renumber = (table: EditionTable, number: number, path: string): EditionTable => {
  const at = (row: EditionRow): EditionRow => ({
    ...row,
    place: {...row.place, path},
    cells: row.cells.map((cell) => ({...cell, place: {...cell.place, path}})),
  })
  return {
    ...table,
    table: number,
    place: {...table.place, path},
    header: table.header && at(table.header),
    rows: table.rows.map(at),
  }
}
