/** Columns of ends that those beside them settle: 目的 or “Назначение”, which may be of purposes, and one for either end. */
import {pairOf} from '../../facts/direction/connection.ts'
import {countCells} from './cell-counts.ts'
import type {Column} from './column.ts'
import {isDestinationOrPurpose} from './header-words.ts'

/** Beside a destination it is a purpose, and right behind a source without one it is the destination; else it stays. */
export function settleDestination(columns: Column[], locale: string): void {
  const [either, another] = columns.filter(
    ({kind, header}) =>
      (kind === 'destination' || kind === 'notes') &&
      header !== null &&
      isDestinationOrPurpose(header, locale),
  )
  if (!either || another) return
  if (columns.some((column) => column !== either && column.kind === 'destination')) either.kind = 'notes'
  else if (columns[either.column - 2]?.kind === 'source') either.kind = 'destination'
}

/** `Source/Destination` of one machine is the other end, where a column of directions tells which. */
export function settlePeer(columns: Column[], locale: string): void {
  if (!columns.some(({kind}) => kind === 'direction')) return
  for (const column of columns)
    if (
      column.kind === 'ends' &&
      countCells(column, locale, (text, tag) => pairOf(text, tag) !== null).read === 0
    )
      column.kind = 'peer'
}
