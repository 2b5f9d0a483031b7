/** What the cells of a row limit it to: its notes, what else it says of itself, and remarks in brackets beside its ports and protocols. */
import type {ColumnKind} from '../../model/schema.ts'
import {remarksIn} from '../remarks/bracket-remarks.ts'
import type {RowCell} from '../row/row-cell.ts'
import {offByDefaultIn} from '../told-blocking.ts'
import {unclearNoteIn} from './guarded-zones.ts'
import {ownPortsIn} from './own-ports.ts'
import {isOfSomePorts, somePortsIn} from './some-ports.ts'
import {someTransportsIn} from './some-transports.ts'
import {type Limit, limitsIn} from './stated-limits.ts'

const ofPorts = ['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount'] as const
const besidePorts: ReadonlySet<ColumnKind> = new Set(ofPorts)
const remarked: ReadonlySet<ColumnKind> = new Set([...ofPorts, 'protocol', 'traffic'])
/** Columns of words about the row, each of which may limit it. */
const telling: ReadonlySet<ColumnKind> = new Set(['notes', 'requirement', 'service'])

export const rowLimits = (row: readonly RowCell[], locale: string): Limit[] =>
  row.flatMap(({kind, text, isKnown}) => {
    if (!isKnown || text === '') return []
    if (telling.has(kind)) return limitsIn(text, locale)
    return remarked.has(kind) ? remarksIn(text).flatMap((remark) => limitsIn(remark, locale)) : []
  })

/** What the notes of a row, or remarks beside its ports, restrict in words that nobody understands: a condition, as it stands; null where all is understood. */
export const unclearLimitOf = (row: readonly RowCell[], locale: string): string | null => {
  for (const {kind, text, isKnown} of row) {
    if (!isKnown) continue
    const unclear =
      kind === 'notes'
        ? (unclearNoteIn(text, locale) ??
          somePortsIn(text, locale) ??
          someTransportsIn(text, row, locale) ??
          offByDefaultIn(text, locale))
        : null
    if (unclear !== null) return unclear
    const remark = (remarked.has(kind) ? remarksIn(text) : []).find(
      (each) =>
        // `only port 5061 here` beside ports limits nobody.
        unclearNoteIn(ownPortsIn(each, locale).rest, locale) !== null ||
        (besidePorts.has(kind) && isOfSomePorts(each, locale)),
    )
    if (remark !== undefined) return remark
  }
  return null
}
