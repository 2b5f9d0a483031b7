/** What forbids all rows of a table: its heading, the header of its ports. */
import {denialBefore, denialIn, pointsAtPorts} from '../../facts/denied-text.ts'
import {isIdentifier, unclearSense} from '../../facts/heading-sense.ts'
import {requirementOf} from '../../facts/requirement/requirement-words.ts'
import type {ColumnKind} from '../../model/schema.ts'
import type {ContextText} from './table-context.ts'
import {outerDenial} from './table-limits.ts'

/** What forbids all rows of a table. */
export interface TableDenial {
  message: string
  /** Whether it says so of these ports and no others: then the table is one of ports to close. */
  isPurpose: boolean
}

/** A heading or caption that forbids, or what the paragraph before the table asks for; null where nothing does. */
export function deniedTable(texts: readonly ContextText[]): TableDenial | null {
  for (const {role, text, locale} of texts) {
    if (!titles.has(role) && !beside.has(role)) continue
    if (isIdentifier(text)) continue
    const denial = titles.has(role) ? denialIn(text, locale) : denialBefore(text, locale)
    if (role !== 'lead' && !titles.has(role) && (denial === null || !isOfAllRows(denial, locale))) continue
    // What is kept from those outside alone is limited, and not closed.
    if (
      denial !== null &&
      !titles.has(role) &&
      outerDenial(denial, locale) !== null &&
      pointsAtPorts(denial, locale)
    )
      continue
    if (denial !== null)
      return {
        message: `the ${role} of the table says “${denial.slice(0, 80)}”`,
        isPurpose: titles.has(role),
      }
  }
  return null
}

/** Why it isn't understood what a heading or caption says of the ports; null where it is. */
export function unclearTable(texts: readonly ContextText[]): string | null {
  for (const {role, text, locale} of texts) {
    // That ports are of old products, or optional, is understood.
    const isKnown = !titles.has(role) || requirementOf(text, locale).quote !== null
    const unclear = isKnown ? null : unclearSense(text, locale)
    if (unclear !== null)
      return `the ${role} of the table says “${unclear.slice(0, 80)}”, and not whether they are to be opened`
  }
  return null
}

/** Whether a sentence speaks of all ports of a table: it points at them, and names none. */
const isOfAllRows = (sentence: string, locale: string): boolean =>
  pointsAtPorts(sentence, locale) && !/[0-9]{2,5}/u.test(sentence)

const beside: ReadonlySet<ContextText['role']> = new Set(['lead', 'before', 'note', 'below'])

const titles: ReadonlySet<ContextText['role']> = new Set(['heading', 'caption'])

/** Columns of what a row opens, from where and to where. */
export const openingKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount', 'protocol', 'traffic'] as const),
  ...(['service', 'source', 'destination', 'host'] as const),
])

/** Columns that name the ports a row is about. */
const portKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'portStart', 'portEnd', 'portCount'] as const),
])

export interface DeniedColumn {
  /** From 0. */
  column: number
  message: string
  /** Whether another column names ports that its header doesn't forbid: `Open ports` beside `Closed ports`. */
  isBesideOpen: boolean
}

/** A header of what a row opens that forbids: `Blocked port`. What a note is about is no matter. */
export function deniedByHeader(
  columns: readonly ColumnKind[],
  headers: readonly (readonly {text: string; locale: string}[])[],
): DeniedColumn | null {
  const denials = columns.map((kind, column) =>
    openingKinds.has(kind)
      ? ((headers[column] ?? [])
          .map(({text, locale}) => denialIn(text, locale))
          .find((told) => told !== null) ?? null)
      : null,
  )
  const column = denials.findIndex((denial) => denial !== null)
  if (column < 0) return null
  const open = columns.findIndex((kind, at) => portKinds.has(kind) && denials[at] === null)
  const isBesideOpen = portKinds.has(columns[column] ?? 'other') && open >= 0
  const said = `the header of column ${column + 1} says “${(denials[column] ?? '').slice(0, 80)}”`
  return {
    column,
    message: isBesideOpen ? `${said}, and column ${open + 1} names other ports` : said,
    isBesideOpen,
  }
}
