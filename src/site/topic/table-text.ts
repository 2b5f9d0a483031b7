/** A table as it is copied: what it shows, as Markdown, CSV or TSV. */
import {csvLine} from '../../text/csv.ts'
import {escapeMarkdown} from './rule-text.ts'

export const tableFormats = ['markdown', 'csv', 'tsv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** @param rows the head first, each with as many cells */
export function tableToClipboard(rows: readonly (readonly string[])[], format: TableFormat): string {
  switch (format) {
    case 'markdown': {
      const line = (cells: readonly string[]) =>
        `| ${cells.map((cell) => escapeMarkdown(cell.replace(/\s+/g, ' '))).join(' | ')} |`
      const [head = [], ...others] = rows
      return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...others.map(line)].join('\n')
    }
    case 'csv':
      return rows.map(csvLine).join('')
    case 'tsv':
      // What parts cells and rows can't stand in one.
      return rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n')
  }
}
