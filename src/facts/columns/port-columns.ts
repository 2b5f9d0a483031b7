/** Ports of several columns of a row, and what its other cells say of each part. */

import type {CellFacts} from '../path/path-reading.ts'
import {joinReadings, noFacts} from '../port-cell.ts'
import {rangesEqual, sortRanges} from '../ports/ranges.ts'
import {transportsIn} from '../protocol-words.ts'
import type {RowCell} from '../row/row-cell.ts'
import {fault, quoted, type RowFault, type RowPart} from './port-part.ts'

/** A cell of ports with what it says. */
export interface PortColumn {
  cell: RowCell
  parts: CellFacts[]
}

/**
 * Ports of several columns: the same ports under headers of several transports, others under one transport each, or those
 * of one column alone.
 */
export function joinColumns(columns: readonly PortColumn[]): {ok: true; parts: CellFacts[]} | RowFault {
  const filled = columns.filter(({parts}) => parts.some(({ports}) => ports.length > 0))
  const [first, ...others] = filled
  const bare = columns.filter((column) => !filled.includes(column)).flatMap(({parts}) => parts)
  let parts = first?.parts ?? [noFacts]
  for (const {cell, parts: own} of others) {
    const [part = noFacts, more] = parts
    const [other = noFacts, another] = own
    const isSame = !more && !another && rangesEqual(part.ports, other.ports)
    const isNamed = [...parts, ...own].every(({transports}) => transports.length > 0)
    if (isSame) {
      const transports = [...new Set([...part.transports, ...other.transports])].sort()
      const joined = joinReadings({...part, transports}, {...other, transports})
      if (!joined.ok) return fault(cell, `${quoted(cell)}: ${joined.reason}`)
      parts = [joined]
    } else if (isNamed && filled.every(({cell: {header}}) => transportsIn(header).length === 1))
      parts = [...parts, ...own]
    else return fault(cell, `${quoted(cell)}: two columns name different ports`)
  }
  for (const each of bare) {
    const joined = joinAll(parts, each)
    if (!joined.ok && first) return fault(first.cell, `${quoted(first.cell)}: ${joined.reason}`)
    if (joined.ok) parts = joined.parts
  }
  return {ok: true, parts}
}

/** Each part with what another cell says of all of them; one that names all their transports says nothing new. */
export function joinAll(
  parts: readonly CellFacts[],
  facts: CellFacts,
): {ok: true; parts: CellFacts[]} | {ok: false; reason: string} {
  const own = new Set(parts.flatMap(({transports}) => transports))
  const isSum =
    parts.length > 1 &&
    facts.transports.length === own.size &&
    facts.transports.every((name) => own.has(name))
  const joined: CellFacts[] = []
  for (const part of parts) {
    const each = joinReadings(part, isSum ? {...facts, transports: []} : facts)
    if (!each.ok) return each
    joined.push(each)
  }
  return {ok: true, parts: joined}
}

/** Parts that differ in nothing but their ports and lines are one. */
export function joinParts(parts: readonly RowPart[]): RowPart[] {
  const keyOf = ({facts, sourcePorts, column}: RowPart): string =>
    JSON.stringify([facts.protocols, facts.security, facts.transports, facts.role, sourcePorts, column])
  return [...Map.groupBy(parts, keyOf).values()].flatMap((group) => {
    const [first] = group
    const ports = sortRanges(group.flatMap(({facts}) => facts.ports))
    return first ? [{...first, facts: {...first.facts, ports}, line: null}] : []
  })
}
