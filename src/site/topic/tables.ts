/** Tables of one page, ready to show: labels of columns, cells of rows, and the evidence panel of each row. */
import type {Row, Table, Text, Topic} from '../../model/schema.ts'
import type {TableSource} from '../dataset/table-source.ts'
import {cellMark, isPlain} from '../evidence/mark.ts'
import {type CellView, cellView} from '../evidence/shown-cell.ts'
import type {Page} from '../layout/page-context.ts'
import {isTranslated} from './translated.ts'

export interface TableCell {
  view: CellView
  /** Of the evidence panel that tells of it, unique on the page and short, since it stands there twice. */
  id: string
  /** What the column is called. */
  column: string
}

export interface TableView {
  topic: Topic
  table: Table
  /** Address of the page on which the rows live; empty when it is this one. */
  home: string
  source: TableSource
  heads: TableCell[]
  lines: {row: Row; cells: TableCell[]}[]
}

/** What stands behind the cells of a row. */
export interface RowEvidence {
  /** Of the panel. */
  id: string
  /** With the number of their column from 0; those with a mark first. */
  cells: {cell: TableCell; column: number}[]
}

export interface ShownTable {
  topic: Topic
  table: Table
  /** Shown rows. */
  rows: readonly Row[]
  home: string
}

const nothing: CellView = {
  text: '',
  lang: 'en',
  status: null,
  english: null,
  englishOrigin: null,
  original: null,
  findings: [],
  others: [],
  place: null,
}

export function tableViews(page: Page, shown: readonly ShownTable[], source: TableSource): TableView[] {
  let count = 0
  const nextId = (): string => {
    count += 1
    return `e${count.toString(36)}`
  }
  return shown.map(({topic, table, rows, home}) => {
    // Of a topic without any translation the page says so once; a mark in each cell would say nothing more.
    const isEnglish = !isTranslated(topic, page.locale)
    const viewOf = (text: Text): CellView => {
      const view = cellView(text, page.locale, source)
      return isEnglish && view.status === 'source' ? {...view, status: null} : view
    }
    const headId = nextId()
    const heads = table.columns.map((kind, at): TableCell => {
      const text = table.header?.cells[at]
      const view = text === undefined ? nothing : viewOf(text)
      // A column whose header the document leaves out is called by what it means.
      return {view, id: headId, column: view.text === '' ? page.t(`column.${kind}`) : view.text}
    })
    const lines = rows.map((row) => {
      const id = nextId()
      const cells = row.cells.map(
        (text, at): TableCell => ({
          view: viewOf(text),
          id,
          column: heads[at]?.column ?? '',
        }),
      )
      return {row, cells}
    })
    // A row without any text says nothing on a page; the ledger has it.
    const told = lines.filter(
      ({row, cells}) => row.rules.length > 0 || cells.some(({view}) => view.text !== ''),
    )
    return {topic, table, home, source, heads, lines: told}
  })
}

/** null where no cell of the row has any. */
export function rowEvidence(cells: readonly TableCell[]): RowEvidence | null {
  const [first, ...others] = cells
    .map((cell, column) => ({cell, column}))
    .filter(({cell: {view}}) => view.text !== '' && !isPlain(view))
  if (first === undefined) return null
  const [marked, usual] = [
    [first, ...others].filter(isMarked),
    [first, ...others].filter((each) => !isMarked(each)),
  ]
  return {id: first.cell.id, cells: [...marked, ...usual]}
}

const isMarked = ({cell}: {cell: TableCell}): boolean => cellMark(cell.view) !== null

/** All panels stand at the end of a page: its tables stay clean for copying. */
export const evidenceOfTables = (views: readonly TableView[]): RowEvidence[] =>
  views
    .flatMap(({heads, lines}) => [heads, ...lines.map(({cells}) => cells)])
    .map(rowEvidence)
    .filter((evidence) => evidence !== null)
