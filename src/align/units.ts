/** Units of a cell, one an edition, and the text of the cell in all languages that follows from them. */
import type {Edition} from '../model/edition.ts'
import {isEnglish, isTranslation, statusOfEdition} from '../model/edition-language.ts'
import type {LocalizedText, Status, Text, Unit} from '../model/schema.ts'
import {cellAt, columnAt, type English, siblingEnglish} from './english/cell-english.ts'
import type {Memory} from './english/memory.ts'
import type {MergedRow, MergedTable} from './merge.ts'

export interface CellAddress {
  topic: string
  table: number
  row: number
  portTable: boolean
}

interface UnitSources {
  table: MergedTable
  row: MergedRow
  /** From 0. */
  column: number
  /** English that the topic has for the cell. */
  english: English | null
  address: CellAddress
  editions: Map<string, Edition>
  memory: Memory
}

/** One unit for each edition that has the cell, in the editions' order of trust. */
export const buildUnits = ({table, row, column, english, address, editions, memory}: UnitSources): Unit[] =>
  [...row.editions].flatMap(([id, own]) => {
    const info = editions.get(id)?.info
    const cell = cellAt(table, id, own, column)
    const ownTable = table.tables.get(id)
    if (info === undefined || cell === undefined || ownTable === undefined) return []
    const sibling = siblingEnglish(table, row, column, cell.target, english)
    const source: English | null = isEnglish(info.locale)
      ? {text: cell.target, origin: 'document', from: id}
      : sourceOf(cell.source, cell.target, provenBy(table, id, column, sibling), info.locale, memory)
    const ownColumn = columnAt(table, id, column) + 1
    return [
      {
        id: `${id}#t${ownTable.table}r${own.row}c${ownColumn}`,
        edition: id,
        topic: address.topic,
        cell: `${address.topic}#t${address.table}r${address.row}c${column + 1}`,
        locale: info.locale,
        table: ownTable.table,
        row: own.row,
        column: ownColumn,
        portTable: address.portTable,
        source: source?.text ?? null,
        sourceOrigin: source?.origin ?? null,
        sourceFrom: source?.from ?? null,
        ...(source?.place ? {sourcePlace: source.place} : {}),
        target: cell.target,
        segments: cell.segments,
        published: cell.target,
        status: statusOfEdition(info),
        findings: [],
        place: cell.place,
      },
    ]
  })

/** English of a column that nothing proves to be the edition's own is a guess. */
const provenBy = (
  table: MergedTable,
  edition: string,
  column: number,
  english: English | null,
): English | null =>
  english !== null && table.doubtful.get(edition)?.has(column) ? {...english, origin: 'shape'} : english

const sourceOf = (
  own: string | null,
  target: string,
  english: English | null,
  locale: string,
  memory: Memory,
): English | null => {
  if (own !== null && own !== '') return {text: own, origin: 'span', from: null}
  if (target === '') return null
  if (english !== null) return english
  const known = memory.lookup(locale, target)
  return known ? {text: known.source, origin: 'memory', from: known.edition} : null
}

/** The cell in all languages: per locale the human edition, else the machine one that is current. */
export const textOf = (
  english: English | null,
  units: Unit[],
  editions: Map<string, Edition>,
  supersededBy: Map<string, string>,
): Text => {
  const texts = new Map<string, LocalizedText>()
  for (const [locale, rivals] of Map.groupBy(units, (unit) => unit.locale)) {
    if (!isTranslation(locale)) continue
    const current = rivals.filter(({edition}) => !supersededBy.has(edition))
    const [first] = current.length > 0 ? current : rivals
    const chosen =
      current.find(({edition}) => editions.get(edition)?.info.translationType === 'human') ?? first
    if (chosen)
      texts.set(locale, {
        text: chosen.target,
        status: chosen.status,
        unit: chosen.id,
        original: null,
        findings: [],
      })
  }
  const origin =
    english && units.some(({sourceOrigin}) => sourceOrigin === 'span') ? 'span' : (english?.origin ?? null)
  return {source: english?.text ?? null, sourceOrigin: origin, texts: sortKeys(texts)}
}

/** The same choice for a heading or title, which has no units. */
export const chooseText = (
  rivals: {locale: string; text: string; status: Status}[],
): Record<string, LocalizedText> => {
  const texts = new Map<string, LocalizedText>()
  for (const [locale, own] of Map.groupBy(rivals, (rival) => rival.locale)) {
    if (!isTranslation(locale)) continue
    const chosen = own.find(({status}) => status === 'human') ?? own[0]
    if (chosen) {
      texts.set(locale, {
        text: chosen.text,
        status: chosen.status,
        unit: null,
        original: null,
        findings: [],
      })
    }
  }
  return sortKeys(texts)
}

const sortKeys = <T>(record: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...record].toSorted(([a], [b]) => (a < b ? -1 : 1)))
