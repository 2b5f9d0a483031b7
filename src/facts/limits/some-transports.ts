/** Knows that a note means some of the transports of its row alone: `UDP is not supported`, `TCP only`. */
import type {ColumnKind} from '../../model/schema.ts'
import {foldSearch} from '../../text/normalize.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {transportsIn} from '../protocol-words.ts'
import type {RowCell} from '../row/row-cell.ts'
import {restrictionWordsOf} from './restrictions.ts'
import {sentencesOf} from './stated-limits.ts'

const naming: ReadonlySet<ColumnKind> = new Set(['path', 'port', 'portStart', 'protocol', 'traffic'])

/** The sentence of a note that keeps a transport of its row back, or all but one; null where the row has one, or none is kept back. */
export function someTransportsIn(note: string, row: readonly RowCell[], locale: string): string | null {
  const told = new Set(row.flatMap(({kind, text}) => (naming.has(kind) ? transportsIn(text) : [])))
  if (told.size < 2) return null
  return (
    sentencesOf(note).find((sentence) =>
      foldSearch(sentence)
        .split(clauseEndRE)
        .some((clause) => {
          const named = transportsIn(clause).filter((transport) => told.has(transport))
          return named.length > 0 && named.length < told.size && keepsBack(clause, locale)
        }),
    ) ?? null
  )
}

function keepsBack(clause: string, locale: string): boolean {
  const words = restrictionWordsOf(locale)
  const rest = words.plain.without(clause)
  return (
    [words.no, words.only, words.except, words.unreachable, words.outOfUse].some((list) => list.isIn(rest)) ||
    words.noLonger.isIn(clause)
  )
}
