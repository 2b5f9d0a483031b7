/** Tables of one page, ready to show: labels of columns, cells of rows, and the evidence panel of each cell. */
import type {Row, Table, Topic} from '../../model/schema.ts'
import {dataset} from '../dataset/dataset.ts'
import {isPlain} from '../evidence/mark.ts'
import {type CellView, cellView} from '../evidence/shown-cell.ts'
import type {Page} from '../layout/page-context.ts'

export interface TableCell {
  view: CellView
  /** Of the evidence panel, unique on the page and short, since it stands there twice. */
  id: string
  /** What the column is called. */
  column: string
}

export interface TableView {
  topic: Topic
  table: Table
  /** Address of the page on which the rows live; empty when it is this one. */
  home: string
  heads: TableCell[]
  lines: {row: Row; cells: TableCell[]}[]
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

export function tableViews(page: Page, shown: readonly ShownTable[]): TableView[] {
  let count = 0
  const cell = (view: CellView, column: string): TableCell => {
    count += 1
    return {view, column, id: `e${count.toString(36)}`}
  }
  return shown.map(({topic, table, rows, home}) => {
    const heads = table.columns.map((kind, at) => {
      const text = table.header?.cells[at]
      const view = text === undefined ? nothing : cellView(text, page.locale, dataset)
      // A column whose header the document leaves out is called by what it means.
      return cell(view, view.text === '' ? page.t(`column.${kind}`) : view.text)
    })
    const lines = rows.map((row) => ({
      row,
      cells: row.cells.map((text, at) => cell(cellView(text, page.locale, dataset), heads[at]?.column ?? '')),
    }))
    // A row without any text says nothing on a page; the ledger has it.
    const told = lines.filter(
      ({row, cells}) => row.rules.length > 0 || cells.some(({view}) => view.text !== ''),
    )
    return {topic, table, home, heads, lines: told}
  })
}

/**
 * The cells that have evidence, column by column. All panels stand at the end of a page: its tables stay clean for
 * copying, and equal texts stand close together, which is what compression lives on.
 */
export function panelCells(views: readonly TableView[]): TableCell[] {
  const width = Math.max(0, ...views.map(({heads}) => heads.length))
  return Array.from({length: width}, (_, at) =>
    views.flatMap(({heads, lines}) => [heads[at], ...lines.map(({cells}) => cells[at])]),
  )
    .flat()
    .filter((cell) => cell !== undefined)
    .filter(({view}) => view.text !== '' && !isPlain(view))
}
