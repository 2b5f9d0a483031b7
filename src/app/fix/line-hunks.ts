/** The hunks of a unified diff between two texts of which one is the other with small corrections, in time of their length. */
import {structuredPatch} from 'diff'

/** Lines of one hunk, as they stand in a patch below its `@@`; counted from 1. */
export interface Hunk {
  oldStart: number
  oldLines: number
  newStart: number
  newLines: number
  lines: string[]
}

/** Lines before and after a change, by which tools find its place. */
const CONTEXT = 3
/** A correction changes a few lines. Where so many don't bring the texts together again, they are compared as any others. */
const WINDOW = 40

/** Lines that were replaced: from and up to, counted from 0, the latter not included. */
interface Change {
  before: [from: number, to: number]
  after: [from: number, to: number]
}

/** @param before characters stand for bytes, so that none gets lost  @param after lines end with a line feed, and with nothing else */
export function hunksBetween(before: string, after: string): Hunk[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const changes = changesBetween(old, now)
  return changes === null
    ? structuredPatch('', '', before, after, '', '', {context: CONTEXT}).hunks
    : joined(changes).map((group) => hunkOf(group, old, now))
}

/** Each with its line feed; the last one may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Null where the texts are too different to be told so. */
function changesBetween(old: readonly string[], now: readonly string[]): Change[] | null {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      i += 1
      j += 1
      continue
    }
    const met = meeting(old, now, i, j)
    if (met === null) return null
    changes.push({before: [i, met[0]], after: [j, met[1]]})
    ;[i, j] = met
  }
  return changes
}

/** Where both go on with the same line, or end, the nearest such place. */
function meeting(
  old: readonly string[],
  now: readonly string[],
  i: number,
  j: number,
): [number, number] | null {
  for (let sum = 1; sum <= 2 * WINDOW; sum++)
    for (const a of nearMiddle(sum)) {
      const [x, y] = [i + a, j + sum - a]
      if (x > old.length || y > now.length) continue
      if (x < old.length && y < now.length ? old[x] === now[y] : x === old.length && y === now.length)
        return [x, y]
    }
  return null
}

/** 0 to `sum`, the middle first: most corrections leave the number of lines as it was. */
function* nearMiddle(sum: number): Generator<number> {
  const middle = sum >> 1
  for (let step = 0; step <= sum; step++) {
    const [below, above] = [middle - step, middle + step]
    if (below >= 0) yield below
    if (step > 0 && above <= sum) yield above
    if (below < 0 && above > sum) return
  }
}

/** Changes whose context would overlap stand in one hunk. */
function joined(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const end = last?.at(-1)?.before[1]
    if (last !== undefined && end !== undefined && change.before[0] - end <= 2 * CONTEXT) last.push(change)
    else groups.push([change])
  }
  return groups
}

function hunkOf(changes: readonly Change[], old: readonly string[], now: readonly string[]): Hunk {
  const [first, last] = [changes[0], changes.at(-1)]
  if (first === undefined || last === undefined) throw new Error('expected a change')
  const lead = Math.min(CONTEXT, first.before[0])
  const trail = Math.min(CONTEXT, old.length - last.before[1])
  const [from, to] = [first.before[0] - lead, last.before[1] + trail]
  const [newFrom, newTo] = [first.after[0] - lead, last.after[1] + trail]
  const lines: string[] = []
  const push = (sign: string, some: readonly string[]): void => {
    for (const line of some)
      if (line.endsWith('\n')) lines.push(sign + line.slice(0, -1))
      else lines.push(sign + line, '\\ No newline at end of file')
  }
  let at = from
  for (const {before, after} of changes) {
    push(' ', old.slice(at, before[0]))
    push('-', old.slice(...before))
    push('+', now.slice(...after))
    at = before[1]
  }
  push(' ', old.slice(at, to))
  const [oldLines, newLines] = [to - from, newTo - newFrom]
  // Of no lines the place is the line before.
  return {
    oldStart: oldLines === 0 ? from : from + 1,
    oldLines,
    newStart: newLines === 0 ? newFrom : newFrom + 1,
    newLines,
    lines,
  }
}
