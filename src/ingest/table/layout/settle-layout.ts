/** How a table lies: upright as most do, on its side, or as a matrix of machines; and what its columns are then. */

import type {ReadTable} from '../read-table.ts'
import {type Recognition, recogniseTable} from '../recognise.ts'
import {readMatrix} from './machine-matrix.ts'
import {setUpright} from './transposed.ts'

export interface SettledTable {
  table: ReadTable
  recognition: Recognition
}

/** The table as rows of one rule each, as far as its layout is known. */
export function settleLayout(table: ReadTable, locale: string): SettledTable {
  const matrix = readMatrix(table, locale)
  if (matrix !== null) return recognised(matrix, locale)
  const upright = recognised(table, locale)
  const turned = upright.recognition.portTable ? null : setUpright(table, locale)
  if (turned === null) return upright
  const settled = recognised(turned, locale)
  return settled.recognition.portTable ? settled : upright
}

function recognised(table: ReadTable, locale: string): SettledTable {
  const found = recogniseTable(table.header, table.rows, locale)
  if (table.isMatrix) {
    const columns = found.columns.map((_, at) => (at === 0 ? ('host' as const) : ('port' as const)))
    return {table, recognition: {...found, portTable: true, columns, unclear: table.unclear}}
  }
  const unclear = found.portTable ? (table.unclear ?? found.unclear) : null
  return {table, recognition: {...found, unclear}}
}
