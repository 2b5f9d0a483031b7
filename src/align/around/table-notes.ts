/** Notes below a table that forbid or limit: those that a row points to with a mark, and those that name its port. */

import {denialIn} from '../../facts/denied-text.ts'
import {limitsIn, unclearLimitIn} from '../../facts/limits/stated-limits.ts'
import {intersectRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import type {PortLimits} from '../../facts/table-frame.ts'
import {readingOf} from '../../model/edition.ts'
import type {ColumnKind, PortRange} from '../../model/schema.ts'
import {LEVEL, plainText, RAISED} from '../../text/cell-structure.ts'
import type {MergedRow} from '../merge.ts'
import {portsNamedIn} from './named-ports.ts'
import type {ContextText} from './table-context.ts'

interface Note {
  /** What rows point to it with; null where it has no mark. */
  mark: string | null
  denial: string
  /** Ports that it names. */
  ports: PortRange[]
}

const SIGNS = '*†‡§¶※'
const startRE = new RegExp(
  `^\\s*\\\\?(?:(?<sign>[${SIGNS}]{1,4}[0-9]{0,2})|[\\[(]?\\^?(?:\\p{L}{1,12}\\.?\\s?)?(?<number>[0-9]{1,2})[\\])]?[:.)]?(?=\\s|\\p{L}|$)|[\\[(]\\^?(?<name>[\\p{L}\\p{N}-]{1,40})[\\])])`,
  'u',
)
const raisedRE = new RegExp(`${RAISED}([^${LEVEL}]{0,60})${LEVEL}`, 'gu')
const bracketRE = /[[(]\^?(?:\p{L}{0,12}\.?\s?){0,2}([0-9]{1,2}|[a-z])[\])]/gu
const signRE = new RegExp(`[${SIGNS}]{1,4}[0-9]{0,2}`, 'gu')
const markEndRE = /[,;\s()[\].]+/u
/** A cell of notes that only says which: `1, 2`. */
const onlyMarksRE = /^[[(]?(?:[0-9]{1,2}|[a-z])(?:[,;\s]{1,3}(?:[0-9]{1,2}|[a-z])){0,9}[\])]?\.?$/iu
const superscriptRE = /[\u00b9\u00b2\u00b3\u2070-\u2079]+/gu

/** The notes that forbid, as a question to a row: the sentence that speaks against it, or null. */
export function deniedByNotes(
  told: readonly ContextText[],
  columns: readonly ColumnKind[],
): {
  marked: (row: MergedRow) => string | null
  /** Of one with a port that a note names. */
  named: (ports: readonly PortRange[]) => string | null
  /** Of one with a range in which such a port lies. */
  touched: (ports: readonly PortRange[]) => string | null
} {
  const notes = told.flatMap(({role, text, locale}): Note[] => {
    const denial = role === 'note' || role === 'below' ? denialIn(text, locale) : null
    const ports = denial === null ? [] : portsNamedIn(denial, locale).map(({range}) => range)
    return denial === null ? [] : [{mark: role === 'note' ? markOf(text) : null, denial, ports}]
  })
  const marked = notes.filter(({mark}) => mark !== null)
  return {
    marked: (row) => {
      if (marked.length === 0) return null
      const marks = marksOf(row, columns)
      return quote(marked.find(({mark}) => mark !== null && marks.has(mark)))
    },
    named: (ports) =>
      quote(notes.find((note) => ports.some((range) => subtractRanges([range], note.ports).length === 0))),
    touched: (ports) => notes.find((note) => intersectRanges(ports, note.ports).length > 0)?.denial ?? null,
  }
}

/** What the notes that a row points to limit it to. */
export function limitedByNotes(
  told: readonly ContextText[],
  columns: readonly ColumnKind[],
): (row: MergedRow) => PortLimits {
  const notes = told.flatMap(({role, text, locale}) => {
    const mark = role === 'note' ? markOf(text) : null
    if (mark === null) return []
    const note = text.normalize('NFKC').replace(startRE, '').trim()
    const [limits, unclear] = [limitsIn(note, locale), unclearLimitIn(note, locale)]
    return limits.length === 0 && unclear === null ? [] : [{mark, limits, unclear}]
  })
  return (row) => {
    const marks = notes.length === 0 ? null : marksOf(row, columns)
    const own = notes.filter(({mark}) => marks?.has(mark))
    return {
      limits: own.flatMap(({limits}) => limits),
      unclear: own.find(({unclear}) => unclear !== null)?.unclear ?? null,
    }
  }
}

const quote = (note: Note | undefined): string | null =>
  note === undefined ? null : `a note below the table says “${note.denial.slice(0, 80)}”`

/** The mark that a note begins with; null for none. */
export function markOf(text: string): string | null {
  const {sign, number, name} = startRE.exec(text.normalize('NFKC'))?.groups ?? {}
  return sign ?? number ?? name?.toLowerCase() ?? null
}

/** The marks of all cells of a row, in all editions. */
export function marksOf({editions}: MergedRow, columns: readonly ColumnKind[]): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const {cells} of editions.values()) {
    for (const [column, cell] of cells.entries()) {
      const {source, target} = readingOf(cell)
      for (const text of [source ?? '', target]) {
        if (columns[column] === 'notes' && onlyMarksRE.test(plainText(text)))
          for (const mark of plainText(text).split(markEndRE)) marks.add(mark.toLowerCase())
        for (const [, raised = ''] of text.matchAll(raisedRE))
          for (const mark of raised.split(markEndRE)) marks.add(mark.toLowerCase())
        for (const [found] of text.matchAll(superscriptRE)) marks.add(found.normalize('NFKC'))
        for (const [, mark = ''] of text.normalize('NFKC').matchAll(bracketRE)) marks.add(mark)
        for (const [found] of text.normalize('NFKC').matchAll(signRE)) marks.add(found)
      }
    }
  }
  marks.delete('')
  return marks
}
