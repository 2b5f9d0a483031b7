/**
 * Sentences of a document apart stand side by side by their order alone: what one lacks or has more, the sentence before or
 * behind it may say, where a person parted them in other places. It is an error none the less where two sentences exchanged
 * what they say, and where each of them is known for the counterpart of its English.
 */
import type {Segment} from '../../model/schema.ts'
import type {CheckProblem} from './check.ts'

/** A segment and what is wrong with it alone. */
export interface JudgedSegment {
  segment: Pick<Segment, 'source' | 'target'>
  problems: CheckProblem[]
}

/** Whether the two sentences say of the same thing each what the other one should: `8310` for `8320`, and `8320` for `8310`. */
const isExchanged = (
  {check, problem: {actual, expected}}: CheckProblem,
  others: readonly CheckProblem[],
): boolean =>
  actual !== '' &&
  expected !== '' &&
  others.some(
    (other) =>
      other.check === check && other.problem.actual === expected && other.problem.expected === actual,
  )

/** Figures, abbreviations and names for machines, which each language leaves as they are. */
const anchorRE = /[0-9]{2,}|(?<![A-Za-z])[A-Z][A-Z0-9]+(?![a-z])|[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+/g

const anchorsOf = (text: string | null): ReadonlySet<string> => new Set(text?.match(anchorRE) ?? [])

/** Whether each sentence has an anchor that stands in its English, and in none of the sentences beside it. */
const areCounterparts = (near: readonly JudgedSegment[]): boolean => {
  const told = near.map(({segment: {source, target}}) => ({
    source: anchorsOf(source),
    target: anchorsOf(target),
  }))
  return told.every(({source, target}, at) => {
    const others = told.filter((_, index) => index !== at)
    return [...source.intersection(target)].some((anchor) =>
      others.every((other) => !other.source.has(anchor) && !other.target.has(anchor)),
    )
  })
}

/**
 * Whether a problem of a sentence counts, whatever the sentences beside it say.
 *
 * @param near the sentence and those beside it
 * @param own its place among them
 */
export const standsAlone = (found: CheckProblem, near: readonly JudgedSegment[], own: number): boolean =>
  near.some(({problems}, at) => at !== own && isExchanged(found, problems)) || areCounterparts(near)
