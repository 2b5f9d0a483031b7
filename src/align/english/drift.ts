/** What an English document and its translations no longer share: rows and tables of ports that only one of them has. */
import type {Edition, EditionRow, EditionTable} from '../../model/edition.ts'
import {isTranslation} from '../../model/edition-language.ts'
import type {Diagnostic, Place} from '../../model/schema.ts'
import type {MergedTable} from '../merge.ts'

export interface DriftSources {
  tables: readonly MergedTable[]
  editions: ReadonlyMap<string, Edition>
  isCurrent: (edition: string) => boolean
}

/** One diagnostic for each row or table of ports that a translation lacks, or has although the English has it no more. */
export const findDrift = ({tables, editions, isCurrent}: DriftSources): Diagnostic[] => {
  const current = [...editions.values()].filter(({info}) => isCurrent(info.id))
  const english = current.find(({info, tables: own}) => !isTranslation(info.locale) && own.length > 0)
  if (english === undefined) return []
  return current
    .filter(({info, tables: own}) => isTranslation(info.locale) && own.length > 0)
    .flatMap((translation) => tables.flatMap((table) => driftOf(table, english, translation)))
}

const driftOf = (
  {tables, rows, places}: MergedTable,
  {info: source}: Edition,
  {info: {id, path, locale}, tables: all}: Edition,
): Diagnostic[] => {
  const [english, own] = [tables.get(source.id), tables.get(id)]
  if (english === undefined && own?.portTable) return [extraTable(own, source.path)]
  if (english?.portTable && own === undefined)
    return [missingTable(english, locale, all.at(-1)?.place ?? {path, line: 1, column: 1})]
  if (english === undefined || own === undefined || !(english.portTable || own.portTable)) return []
  let above: Place = own.header?.place ?? own.place
  const left = own.columns.flatMap((_, column) => (places.get(id)?.includes(column) ? [] : [column]))
  const columns = left.flatMap((column) => extraColumn(own, column, source.path))
  const changed = rows.flatMap(({editions}): Diagnostic[] => {
    const [row, ownRow] = [editions.get(source.id), editions.get(id)]
    if (ownRow) above = ownRow.place
    if (row && !ownRow) return isBlank(row) ? [] : [missingRow(row, locale, above)]
    return ownRow && !row && !isBlank(ownRow) ? [extraRow(ownRow, source.path)] : []
  })
  return [...columns, ...changed]
}

const isBlank = ({cells}: EditionRow): boolean => cells.every(({target}) => target === '')

/** The cells of a row, for messages. */
const quoted = ({cells}: EditionRow): string => {
  const text = cells.map(({target}) => target).join(' | ')
  return `“${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`
}

const at = ({path, line}: Place): string => `${path}:${line}`

const missingRow = (row: EditionRow, locale: string, place: Place): Diagnostic => ({
  place,
  severity: 'warning',
  id: 'missing-row',
  message: `row missing in ${locale}: ${quoted(row)}, which the English has at ${at(row.place)}`,
  hint: 'add it to the translation, below the row at this place',
})

const extraRow = (row: EditionRow, english: string): Diagnostic => ({
  place: row.place,
  severity: 'warning',
  id: 'extra-row',
  message: `row not in English any more: ${quoted(row)}, which ${english} does not have`,
  hint: 'take it out of the translation, or bring the English up to date',
})

const extraColumn = ({header, rows, place}: EditionTable, column: number, english: string): Diagnostic[] => {
  const [title, first] = [header?.cells[column], rows.find(({cells}) => cells[column]?.target)?.cells[column]]
  if (first === undefined) return []
  return [
    {
      place: title?.place ?? first.place ?? place,
      severity: 'warning',
      id: 'extra-column',
      message: `no column of ${english} is the column “${title?.target ?? first.target}”: its cells are left out`,
      hint: 'bring the table up to date with the English one, or give both headers of the same meaning',
    },
  ]
}

const missingTable = (table: EditionTable, locale: string, place: Place): Diagnostic => ({
  place,
  severity: 'warning',
  id: 'missing-table',
  message: `table missing in ${locale}: the English has a table of ${table.rows.length} rows at ${at(table.place)} that no table of the translation is`,
  hint: 'translate the table, or bring it up to date: too few of its rows are the same',
})

const extraTable = (table: EditionTable, english: string): Diagnostic => ({
  place: table.place,
  severity: 'warning',
  id: 'extra-table',
  message: `table not in English any more: no table of ${english} has enough of its rows`,
  hint: 'take it out of the translation, or bring the English up to date',
})
