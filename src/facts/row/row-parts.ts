/** Which part of a rule each cell of its row tells, and the cells of a row as one line. */
import type {ColumnKind} from '../../model/schema.ts'

/** What opens, from where, to where, and what else there is to know; in the order in which a line tells them. */
const rowParts = ['opens', 'source', 'destination', 'rest'] as const
export type RowPart = (typeof rowParts)[number]

const parts: Readonly<Record<ColumnKind, RowPart>> = {
  path: 'opens',
  port: 'opens',
  portStart: 'opens',
  portEnd: 'opens',
  portCount: 'opens',
  protocol: 'opens',
  traffic: 'opens',
  service: 'opens',
  source: 'source',
  // Beside what listens it would be read as a port to open.
  sourcePort: 'source',
  destination: 'destination',
  // The one machine that a table names is the one that listens.
  host: 'destination',
  direction: 'rest',
  action: 'rest',
  requirement: 'rest',
  peer: 'destination',
  ends: 'destination',
  address: 'destination',
  authentication: 'rest',
  notes: 'rest',
  other: 'rest',
}

export const rowPart = (kind: ColumnKind): RowPart => parts[kind]

/** Cells in the order of a line, `arrow` from the source to the destination, each with the character before it: `Access/SIP(TLS)/TCP/5061 · Any → Access Edge service`. */
export function rowLine<Cell extends {kind: ColumnKind}>(
  cells: readonly Cell[],
  arrow = '→',
): {character: string; cell: Cell}[] {
  const sorted = rowParts.flatMap((part) => cells.filter(({kind}) => rowPart(kind) === part))
  return sorted.map((cell, at) => {
    const before = sorted[at - 1]
    if (before === undefined) return {character: '', cell}
    const arrives = rowPart(cell.kind) === 'destination' && rowPart(before.kind) !== 'destination'
    return {character: arrives ? ` ${arrow} ` : ' · ', cell}
  })
}
