/** Cells of a row whose lines belong together line by line. */
import type {ColumnKind} from '../../model/schema.ts'
import {linesOf, plainText} from '../../text/cell-structure.ts'
import {foldToken} from '../../text/normalize.ts'
import {parsePortCell, parseProtocolCell} from '../port-cell.ts'
import type {RowCell} from '../row/row-cell.ts'
import {fault, type RowFault} from './port-part.ts'

export const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'sourcePort'])
const carrierKinds: ReadonlySet<ColumnKind> = new Set(['protocol', 'traffic'])

/**
 * Lines of ports beside as many lines of protocols belong together line by line: the cells of each line. Where the lines are
 * not as many, or those of machines, that isn't told: never each with each.
 */
export function pairedLines(cells: readonly RowCell[], locale: string): RowCell[][] | RowFault | null {
  const ports = cells.find(({kind, read}) => kind === 'port' && linesOf(read).length > 1)
  if (!ports) return null
  const count = linesOf(ports.read).length
  const differing = cells.filter(
    ({kind, read}) => kind !== 'port' && new Set(linesOf(read).map(foldToken)).size > 1,
  )
  const carriers = differing.filter(({kind}) => carrierKinds.has(kind))
  const ends = differing.filter(({kind, read}) => endKinds.has(kind) && linesOf(read).length === count)
  if (carriers.length + ends.length === 0) return null
  const names = [ports, ...carriers].every(({kind, read}) =>
    linesOf(read).every((line) => (kind === 'port' ? parsePortCell : parseProtocolCell)(line, locale).ok),
  )
  if (carriers.length === 0 || !names || carriers.some(({read}) => linesOf(read).length !== count))
    return fault(ports, 'the lines of two cells belong together, and were not told apart')
  return linesOf(ports.read).map((_, at) =>
    cells.map((cell) => {
      const lines = linesOf(cell.read)
      const read = lines[at]
      return lines.length === count && read !== undefined ? {...cell, read, text: plainText(read)} : cell
    }),
  )
}
