/** What counts as proof: English that documents state. Inferred English helps to read, and proves nothing. */
import type {SourceOrigin} from './schema.ts'

/** By where English comes from: whether documents state it for the very cell that it is the English of. */
const STATED: Readonly<Record<SourceOrigin, boolean>> = {
  span: true,
  document: true,
  sibling: true,
  context: true,
  memory: false,
  shape: false,
}

const byName = new Map<string, boolean>(Object.entries(STATED))

/** Anything with English beside it: a unit, a passage, a text of a topic. */
export interface Sourced {
  source: string | null
  sourceOrigin: SourceOrigin | null
}

/** Whether English of this origin may give facts, raise findings, and change or leave the dataset as a translation's source. */
export const isStated = (origin: SourceOrigin | null): boolean => origin !== null && STATED[origin]

/** The same of an origin as a file of units names it: whether it is one of ours that proves nothing. */
export const isInferredOrigin = (origin: string | null | undefined): boolean =>
  byName.get(origin ?? '') === false

/** Whether there is English that is only inferred: to be shown and marked, and to be used for nothing else. */
export const isInferred = ({source, sourceOrigin}: Sourced): boolean =>
  source !== null && sourceOrigin !== null && !isStated(sourceOrigin)

/** The English, where it is stated; null where there is none, or only an inferred one. */
export const statedSource = ({source, sourceOrigin}: Sourced): string | null =>
  isStated(sourceOrigin) ? source : null
