/** Search results as a table on a terminal, and as plain lines with tabs elsewhere. */
import Table from 'cli-table3'
import pc from 'picocolors'
import type {Search} from '../../src/app/search/search-dataset.ts'
import {type RowPart, rowPart} from '../../src/facts/row/row-parts.ts'
import {printable} from '../../src/text/printable.ts'
import {wrapText} from './wrap-text.ts'

type Found = Search['rules'][number]

/** @param columns width of the terminal; null for plain lines */
export const hitsToText = (rules: readonly Found[], columns: number | null): string => {
  const rows = rules.map((rule) =>
    [matchText(rule), ...columnsOf(rule), `${rule.topic}#${rule.id}`].map(printable),
  )
  if (columns === null) return rows.map((row) => row.join('\t')).join('\n')
  const widths = shares(columns)
  const table = new Table({
    head: ['match', 'rule', 'from', 'to', 'notes', 'place'],
    colWidths: widths,
    style: {head: [], border: []},
  })
  // The table's own wrapping cuts off characters that are two columns wide.
  table.push(...rows.map((row) => row.map((text, at) => wrapText(text, (widths[at] ?? 0) - PADDING))))
  return table.toString()
}

const matchText = ({match}: Found): string => {
  if (match === null) return ''
  return match.sourcePort ? 'source port' : match.kind
}

const columnsOf = ({cells}: Found): string[] => {
  const text = (part: RowPart) =>
    cells
      .filter(({kind, text: said}) => rowPart(kind) === part && said !== '')
      .map(({text: said}) => said)
      .join(' · ')
  return [text('opens'), text('source'), text('destination'), text('rest')]
}

/** Columns of a cell that its text doesn't get. */
const PADDING = 2

/** Least width of each column, and its share of what is left. */
const least = [10, 16, 12, 12, 14, 16]
const share = [0, 0.2, 0.2, 0.2, 0.25, 0.15]

const shares = (columns: number): number[] => {
  const left = Math.max(0, columns - least.length - 1 - least.reduce((sum, width) => sum + width, 0))
  return least.map((width, at) => width + Math.floor(left * (share[at] ?? 0)))
}

/** How many rules, in words. */
export const countText = (total: number): string => pc.dim(`${total} ${total === 1 ? 'rule' : 'rules'}`)
