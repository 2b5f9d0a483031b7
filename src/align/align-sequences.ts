/** Sequence alignment: which member of one list is which member of another, in order, when some are missing. */

/** A pair of indices; null where the other list has no such member. */
export type Pairing = readonly [number | null, number | null]

/** Above this many comparisons a list is aligned by position alone, so that a hostile table can't stall a run. */
const MOST_COMPARISONS = 4_000_000

/** Two members at the same place that are at least this similar are not looked for elsewhere. */
const SURE = 0.999

/**
 * Aligns two lists by similarity (0 to 1), keeping order. Position is the first guess: equal heads and tails are paired
 * at once, and where position scores no worse than the best alignment it wins.
 *
 * @param lowest pairs below this similarity are never made
 * @returns every index of both lists exactly once, in order
 */
export const alignSequences = (
  lengthA: number,
  lengthB: number,
  similarity: (a: number, b: number) => number,
  lowest = 0.35,
): Pairing[] => {
  const head = countEqual(Math.min(lengthA, lengthB), (i) => similarity(i, i) >= SURE)
  const most = Math.min(lengthA, lengthB) - head
  const tail = countEqual(most, (i) => similarity(lengthA - 1 - i, lengthB - 1 - i) >= SURE)
  const middle = alignMiddle(
    {length: lengthA - head - tail, from: head},
    {length: lengthB - head - tail, from: head},
    similarity,
    lowest,
  )
  return [
    ...range(head).map((i): Pairing => [i, i]),
    ...middle,
    ...range(tail).map((i): Pairing => [lengthA - tail + i, lengthB - tail + i]),
  ]
}

interface Stretch {
  length: number
  from: number
}

const alignMiddle = (
  a: Stretch,
  b: Stretch,
  similarity: (a: number, b: number) => number,
  lowest: number,
): Pairing[] => {
  if (a.length * b.length > MOST_COMPARISONS) return byPosition(a, b)
  const score = table(a.length + 1, b.length + 1)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = similarity(a.from + i, b.from + j)
      const paired = same >= lowest ? same + at(score, i + 1, j + 1) : -1
      put(score, i, j, Math.max(paired, at(score, i + 1, j), at(score, i, j + 1)))
    }
  }
  if (a.length === b.length) {
    const sames = range(a.length).map((i) => similarity(a.from + i, b.from + i))
    const total = sames.reduce((sum, same) => sum + same, 0)
    if (total >= at(score, 0, 0) - 1e-9 && sames.every((same) => same >= lowest)) return byPosition(a, b)
  }
  return walk(a, b, score, similarity, lowest)
}

const walk = (
  a: Stretch,
  b: Stretch,
  score: ScoreTable,
  similarity: (a: number, b: number) => number,
  lowest: number,
): Pairing[] => {
  const pairs: Pairing[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const here = at(score, i, j)
    const same = similarity(a.from + i, b.from + j)
    if (same >= lowest && same + at(score, i + 1, j + 1) >= here - 1e-9)
      pairs.push([a.from + i++, b.from + j++])
    else if (at(score, i + 1, j) >= at(score, i, j + 1)) pairs.push([a.from + i++, null])
    else pairs.push([null, b.from + j++])
  }
  while (i < a.length) pairs.push([a.from + i++, null])
  while (j < b.length) pairs.push([null, b.from + j++])
  return pairs
}

const byPosition = (a: Stretch, b: Stretch): Pairing[] =>
  range(Math.max(a.length, b.length)).map(
    (i): Pairing => [i < a.length ? a.from + i : null, i < b.length ? b.from + i : null],
  )

interface ScoreTable {
  values: Float64Array
  width: number
}

const table = (height: number, width: number): ScoreTable => ({
  values: new Float64Array(height * width),
  width,
})
const at = (scores: ScoreTable, i: number, j: number): number => scores.values[i * scores.width + j] ?? 0
const put = (scores: ScoreTable, i: number, j: number, value: number): void => {
  scores.values[i * scores.width + j] = value
}

const range = (length: number): number[] => Array.from({length}, (_, i) => i)

const countEqual = (most: number, equal: (i: number) => boolean): number => {
  let count = 0
  while (count < most && equal(count)) count++
  return count
}
