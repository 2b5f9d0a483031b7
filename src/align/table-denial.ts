/** What forbids many rows at once: the heading of a table, the header of its ports, a row that groups those below it. */
import {denialBefore, denialIn} from '../facts/denied-text.ts'
import {isIdentifier, unclearSense} from '../facts/heading-sense.ts'
import {readingOf} from '../model/edition.ts'
import type {ColumnKind} from '../model/schema.ts'
import type {MergedRow, MergedTable} from './merge.ts'
import {isPublished} from './merge.ts'
import type {ContextText} from './table-context.ts'

/** What forbids all rows of a table. */
export interface TableDenial {
  message: string
  /** Whether it says so of these ports and no others: then the table is one of ports to close. */
  isPurpose: boolean
}

/** A heading or caption that forbids, or what the paragraph before the table asks for; null where nothing does. */
export function deniedTable(texts: readonly ContextText[]): TableDenial | null {
  for (const {role, text, locale} of texts) {
    if (!titles.has(role) && role !== 'lead') continue
    if (isIdentifier(text)) continue
    const denial = role === 'lead' ? denialBefore(text, locale) : denialIn(text, locale)
    if (denial !== null)
      return {
        message: `the ${role} of the table says “${denial.slice(0, 80)}”`,
        isPurpose: role !== 'lead',
      }
  }
  return null
}

/** Why it isn't understood what a heading or caption says of the ports; null where it is. */
export function unclearTable(texts: readonly ContextText[]): string | null {
  for (const {role, text, locale} of texts) {
    const unclear = titles.has(role) ? unclearSense(text, locale) : null
    if (unclear !== null)
      return `the ${role} of the table says “${unclear.slice(0, 80)}”, and not whether they are to be opened`
  }
  return null
}

const titles: ReadonlySet<ContextText['role']> = new Set(['heading', 'caption'])

const openingKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount', 'protocol', 'traffic'] as const),
  ...(['service', 'source', 'destination', 'host'] as const),
])

/** A header of what a row opens that forbids: `Blocked port`. What a note is about is no matter. */
export function deniedByHeader(
  columns: readonly ColumnKind[],
  headers: readonly (readonly {text: string; locale: string}[])[],
): string | null {
  for (const [column, kind] of columns.entries()) {
    if (!openingKinds.has(kind)) continue
    for (const {text, locale} of headers[column] ?? []) {
      const denial = denialIn(text, locale)
      if (denial !== null) return `the header of column ${column + 1} says “${denial.slice(0, 80)}”`
    }
  }
  return null
}

/** Rows below a row of one text that forbids, up to the next row of one text. */
export function deniedSections(
  {rows, tables}: MergedTable,
  width: number,
  isCurrent: (edition: string) => boolean,
  localeOf: (edition: string) => string,
): Map<MergedRow, string> {
  const denied = new Map<MergedRow, string>()
  if (width < 2 || tables.size === 0) return denied
  let denial: string | null = null
  for (const row of rows) {
    if (!isPublished(row, isCurrent)) continue
    const title = sectionOf(row, localeOf)
    if (title !== null) denial = denialIn(title.text, title.locale)
    if (denial !== null) denied.set(row, `the rows stand under “${denial.slice(0, 80)}”`)
  }
  return denied
}

/** The text of a row whose cells all say the same, or of which one alone says something; null for other rows. */
function sectionOf(
  row: MergedRow,
  localeOf: (edition: string) => string,
): {text: string; locale: string} | null {
  for (const [edition, {cells}] of row.editions) {
    if (cells.length < 2) continue
    const texts = cells.map((cell) => readingOf(cell)).map(({source, target}) => source ?? target)
    const [first = ''] = texts
    const one =
      first !== '' && (texts.every((text) => text === first) || texts.slice(1).every((text) => text === ''))
    if (one) return {text: first, locale: cells[0]?.source === null ? localeOf(edition) : 'en'}
  }
  return null
}
