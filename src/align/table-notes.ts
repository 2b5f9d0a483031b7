/** Notes below a table that forbid or limit: those that a row points to with a mark, and those that name its port. */

import {denialIn} from '../facts/denied-text.ts'
import {type Limit, limitsIn} from '../facts/limits/stated-limits.ts'
import {readingOf} from '../model/edition.ts'
import {MAX_PORT} from '../model/max-port.ts'
import type {PortRange} from '../model/schema.ts'
import {LEVEL, RAISED} from '../text/cell-structure.ts'
import type {MergedRow} from './merge.ts'
import type {ContextText} from './table-context.ts'

interface Note {
  /** What rows point to it with; null where it has no mark. */
  mark: string | null
  denial: string
}

const SIGNS = '*†‡§¶※'
const startRE = new RegExp(
  `^\\s*\\\\?(?:(?<sign>[${SIGNS}]{1,4}[0-9]{0,2})|[\\[(]?\\^?(?:\\p{L}{1,12}\\.?\\s?)?(?<number>[0-9]{1,2})[\\])]?[:.)]?(?=\\s|\\p{L}|$)|[\\[(]\\^?(?<name>[\\p{L}\\p{N}-]{1,40})[\\])])`,
  'u',
)
const raisedRE = new RegExp(`${RAISED}([^${LEVEL}]{0,60})${LEVEL}`, 'gu')
const bracketRE = /[[(]\^?(?:\p{L}{0,12}\.?\s?){0,2}([0-9]{1,2}|[a-z])[\])]/gu
const signRE = new RegExp(`[${SIGNS}]{1,4}[0-9]{0,2}`, 'gu')
const superscriptRE = /[\u00b9\u00b2\u00b3\u2070-\u2079]+/gu
const numberRE = /(?<![\p{L}\p{N}.,])[0-9]{2,5}(?![\p{L}\p{N}]|[.,][0-9])/gu

/** The notes that forbid, as a question to a row: the sentence that speaks against it, or null. */
export function deniedByNotes(told: readonly ContextText[]): {
  marked: (row: MergedRow) => string | null
  named: (ports: readonly PortRange[]) => string | null
} {
  const notes = told.flatMap(({role, text, locale}): Note[] => {
    const denial = role === 'note' ? denialIn(text, locale) : null
    return denial === null ? [] : [{mark: markOf(text), denial}]
  })
  const marked = notes.filter(({mark}) => mark !== null)
  return {
    marked: (row) => {
      if (marked.length === 0) return null
      const marks = marksOf(row)
      return quote(marked.find(({mark}) => mark !== null && marks.has(mark)))
    },
    named: (ports) =>
      quote(
        notes.find(({denial}) =>
          (denial.match(numberRE) ?? []).some((found) =>
            ports.some((range) => range[0] !== range[1] - MAX_PORT && range.includes(Number(found))),
          ),
        ),
      ),
  }
}

/** What the notes that a row points to limit it to. */
export function limitedByNotes(told: readonly ContextText[]): (row: MergedRow) => Limit[] {
  const notes = told.flatMap(({role, text, locale}) => {
    const mark = role === 'note' ? markOf(text) : null
    const limits = mark === null ? [] : limitsIn(text.normalize('NFKC').replace(startRE, '').trim(), locale)
    return mark === null || limits.length === 0 ? [] : [{mark, limits}]
  })
  return (row) => {
    const marks = notes.length === 0 ? null : marksOf(row)
    return marks === null ? [] : notes.flatMap(({mark, limits}) => (marks.has(mark) ? limits : []))
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
function marksOf({editions}: MergedRow): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const {cells} of editions.values()) {
    for (const cell of cells) {
      const {source, target} = readingOf(cell)
      for (const text of [source ?? '', target]) {
        for (const [, raised = ''] of text.matchAll(raisedRE))
          for (const mark of raised.split(/[,;\s()[\]]+/u)) marks.add(mark.toLowerCase())
        for (const [found] of text.matchAll(superscriptRE)) marks.add(found.normalize('NFKC'))
        for (const [, mark = ''] of text.normalize('NFKC').matchAll(bracketRE)) marks.add(mark)
        for (const [found] of text.normalize('NFKC').matchAll(signRE)) marks.add(found)
      }
    }
  }
  marks.delete('')
  return marks
}
