/** Names the columns of a port table that nothing reads: what stands in them limits no rule. */
import {restrictionOfHeader} from '../facts/limits/restricting-columns.ts'
import type {ColumnKind, Diagnostic} from '../model/schema.ts'
import type {MergedTable} from './merge.ts'

/** One diagnostic for each such column with a header, in each current document, at its header. */
export const unreadColumns = (
  {header}: MergedTable,
  columns: readonly ColumnKind[],
  isCurrent: (edition: string) => boolean,
  localeOf: (edition: string) => string,
): Diagnostic[] =>
  [...header.editions]
    .filter(([edition]) => isCurrent(edition))
    .flatMap(([edition, {cells}]) =>
      cells.flatMap(({target, place}, column): Diagnostic[] =>
        columns[column] === 'other' &&
        target !== '' &&
        restrictionOfHeader(target, localeOf(edition)) === null
          ? [
              {
                place,
                severity: 'info',
                id: 'unread-column',
                message: `Column ${column + 1}, “${target.slice(0, 80)}”, was not understood, and its cells were not read`,
                hint: 'call it by what it holds, such as Source, Destination, Direction, Action, Required or Notes',
              },
            ]
          : [],
      ),
    )
