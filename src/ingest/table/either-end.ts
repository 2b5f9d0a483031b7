/** A column whose header means a destination in one table and a purpose in another: 目的, “Назначение”. */
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
