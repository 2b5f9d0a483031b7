/** Notes below a table that forbid or limit: those that a row points to with a mark, and those that name its port. */

import {denialIn, pointsAtPorts} from '../../facts/denied-text.ts'
import {unclearNoteIn} from '../../facts/limits/guarded-zones.ts'
import {ownPortsIn} from '../../facts/limits/own-ports.ts'
import {limitsIn} from '../../facts/limits/stated-limits.ts'
import {intersectRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import {markOf, marksIn, onlyMarksIn, pointersIn, withoutMark} from '../../facts/remarks/note-marks.ts'
import type {PortLimits} from '../../facts/table-frame.ts'
import {readingOf} from '../../model/edition.ts'
import type {ColumnKind, PortRange} from '../../model/schema.ts'
import {once} from '../../text/memoize.ts'
import type {MergedRow} from '../merge.ts'
import {portsNamedIn} from './named-ports.ts'
import type {ContextText} from './table-context.ts'

interface Note {
  role: ContextText['role']
  /** What rows point to it with; null where it has no mark. */
  mark: string | null
  denial: string
  /** Ports that it names. */
  ports: PortRange[]
  /** Whose ports it forbids: those that it names, all others of the table (`except port 443, these must be closed`), or others elsewhere. */
  forbids: 'named' | 'others' | 'elsewhere'
}

const below: ReadonlySet<ContextText['role']> = new Set(['note', 'below', 'marked'])

/** The notes that forbid, as a question to a row: the sentence that speaks against it, or null. */
export function deniedByNotes(
  told: readonly ContextText[],
  columns: readonly ColumnKind[],
  header: MergedRow,
): {
  marked: (row: MergedRow) => string | null
  /** Of one with a port that a note names. */
  named: (ports: readonly PortRange[]) => string | null
  /** Of one with a range in which such a port lies. */
  touched: (ports: readonly PortRange[]) => string | null
} {
  const notes = told.flatMap(({role, text, locale}): Note[] => {
    const denial = below.has(role) ? denialIn(text, locale) : null
    const ports = denial === null ? [] : portsNamedIn(denial, locale).map(({range}) => range)
    return denial === null
      ? []
      : [
          {
            role,
            mark: role === 'below' ? null : markOf(text),
            denial,
            ports,
            forbids: forbiddenBy(denial, locale),
          },
        ]
  })
  const isForbidden = (note: Note, ports: readonly PortRange[]): boolean =>
    note.forbids === 'others'
      ? note.ports.length > 0 && ports.length > 0 && intersectRanges(ports, note.ports).length === 0
      : note.forbids === 'named' && ports.some((range) => subtractRanges([range], note.ports).length === 0)
  const common = once(() => commonMarks(told, header))
  const marked = notes.filter(({mark}) => mark !== null)
  return {
    marked: (row) => {
      if (marked.length === 0) return null
      const marks = marksOf(row, columns)
      return quote(marked.find((note) => pointsTo(note, marks, common())))
    },
    named: (ports) => quote(notes.find((note) => isForbidden(note, ports))),
    touched: (ports) =>
      notes.find(
        ({forbids, ports: named}) =>
          intersectRanges(ports, named).length > 0 &&
          (forbids === 'named' || (forbids === 'others' && subtractRanges(ports, named).length > 0)),
      )?.denial ?? null,
  }
}

const forbiddenBy = (denial: string, locale: string): Note['forbids'] =>
  ownPortsIn(denial, locale).byNumber !== 'except'
    ? 'named'
    : pointsAtPorts(denial, locale)
      ? 'others'
      : 'elsewhere'

/** What the notes that a row points to limit it to, or those that the marks `around` it point to, such as a title above it. */
export function limitedByNotes(
  told: readonly ContextText[],
  columns: readonly ColumnKind[],
  header: MergedRow,
): (row: MergedRow, around?: ReadonlySet<string>) => PortLimits {
  const notes = told.flatMap(({role, text, locale}) => {
    const mark = role === 'note' || role === 'marked' ? markOf(text) : null
    if (mark === null) return []
    const note = withoutMark(text)
    const [limits, unclear] = [limitsIn(note, locale), unclearNoteIn(note, locale)]
    return limits.length === 0 && unclear === null ? [] : [{role, mark, limits, unclear}]
  })
  const common = once(() => commonMarks(told, header))
  const explained = once(() => new Set(told.flatMap(({text}) => markOf(text) ?? [])))
  return (row, around = noMarks) => {
    const marks = notes.length === 0 ? noMarks : marksOf(row, columns).union(around)
    const own = notes.filter((note) => pointsTo(note, marks, common()))
    return {
      limits: own.flatMap(({limits}) => limits),
      unclear: own.find(({unclear}) => unclear !== null)?.unclear ?? lostNoteOf(row, explained()),
    }
  }
}

/** What a row says of a note that is nowhere around its table: nobody knows what it limits. Null where all are. */
function lostNoteOf({editions}: MergedRow, explained: ReadonlySet<string>): string | null {
  for (const {cells} of editions.values())
    for (const cell of cells) {
      const {source, target} = readingOf(cell)
      const lost = [source ?? '', target].flatMap(pointersIn).find(({mark}) => !explained.has(mark))
      if (lost !== undefined) return lost.quote
    }
  return null
}

const noMarks: ReadonlySet<string> = new Set()
const above: ReadonlySet<ContextText['role']> = new Set(['heading', 'caption', 'lead', 'header'])

/** Marks of the headers, or of what stands above a table: they are those of all rows. */
const commonMarks = (told: readonly ContextText[], header: MergedRow): ReadonlySet<string> =>
  new Set([...told.flatMap(({role, text}) => (above.has(role) ? marksIn(text) : [])), ...marksOf(header, [])])

/** Whether a row points to a note, or what stands above all rows does. */
const pointsTo = (
  {role, mark}: Pick<Note, 'role' | 'mark'>,
  marks: ReadonlySet<string>,
  common: ReadonlySet<string>,
): boolean => mark !== null && (marks.has(mark) || (role !== 'below' && common.has(mark)))

const quote = (note: Note | undefined): string | null =>
  note === undefined ? null : `a note below the table says “${note.denial.slice(0, 80)}”`

/** The marks of all cells of a row, in all editions. */
export function marksOf({editions}: MergedRow, columns: readonly ColumnKind[]): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const {cells} of editions.values()) {
    for (const [column, cell] of cells.entries()) {
      const {source, target} = readingOf(cell)
      for (const text of [source ?? '', target]) {
        for (const mark of marksIn(text)) marks.add(mark)
        if (columns[column] === 'notes') for (const mark of onlyMarksIn(text)) marks.add(mark)
      }
    }
  }
  marks.delete('')
  return marks
}
