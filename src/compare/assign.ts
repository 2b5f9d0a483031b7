/** Best assignment: pairs rows with columns so that the sum of the costs is the smallest (Kuhn–Munkres, O(n³)). */

/**
 * For a square matrix of finite costs, the column of each row.
 *
 * Potentials and augmenting paths as in H. W. Kuhn, "The Hungarian method for the assignment problem" (1955),
 * in the shortest-path form.
 */
export function assign(costs: readonly (readonly number[])[]): number[] {
  const size = costs.length
  const rowPotential = new Float64Array(size)
  const columnPotential = new Float64Array(size)
  const rowOfColumn = new Int32Array(size).fill(-1)
  for (let row = 0; row < size; row += 1) augment(costs, row, {rowPotential, columnPotential, rowOfColumn})
  const columnOfRow = new Array<number>(size).fill(-1)
  rowOfColumn.forEach((row, column) => {
    columnOfRow[row] = column
  })
  return columnOfRow
}

interface State {
  rowPotential: Float64Array
  columnPotential: Float64Array
  rowOfColumn: Int32Array
}

/** Adds one row to the assignment along the cheapest path that ends in a free column. */
function augment(costs: readonly (readonly number[])[], start: number, state: State): void {
  const {rowPotential, columnPotential, rowOfColumn} = state
  const size = costs.length
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(size).fill(-1)
  const done = new Uint8Array(size)
  let row = start
  let reached = 0
  let column = -1
  for (;;) {
    const from = column
    for (let next = 0; next < size; next += 1) {
      if (done[next] === 1) continue
      const reduced = (costs[row]?.[next] ?? 0) - at(rowPotential, row) - at(columnPotential, next)
      if (reached + reduced < at(distance, next)) {
        distance[next] = reached + reduced
        previous[next] = from
      }
    }
    column = nearest(distance, done)
    reached = at(distance, column)
    done[column] = 1
    if (at(rowOfColumn, column) < 0) break
    row = at(rowOfColumn, column)
  }
  rowPotential[start] = at(rowPotential, start) + reached
  for (let other = 0; other < size; other += 1) {
    if (done[other] !== 1 || other === column) continue
    const slack = reached - at(distance, other)
    columnPotential[other] = at(columnPotential, other) - slack
    const held = at(rowOfColumn, other)
    rowPotential[held] = at(rowPotential, held) + slack
  }
  while (column >= 0) {
    const before = at(previous, column)
    rowOfColumn[column] = before < 0 ? start : at(rowOfColumn, before)
    column = before
  }
}

function nearest(distance: Float64Array, done: Uint8Array): number {
  let best = -1
  for (let column = 0; column < distance.length; column += 1) {
    if (done[column] === 1) continue
    if (best < 0 || at(distance, column) < at(distance, best)) best = column
  }
  return best
}

/** Typed arrays are read inside their bounds only. */
const at = (values: Float64Array | Int32Array, index: number): number => values[index] ?? 0
