/** Texts of documents that are evidence for a cell. */
import type {Evidence, Place} from '../dataset/schema.ts'

/** A cell of another document, or of the same cell, that can be evidence. */
export interface Reference {
  locale: string
  source: string
  target: string
  human: boolean
  edition: string
  /** Id of the unit it comes from. */
  unit: string
  /** The cell that all editions share, where documents were aligned. */
  cell: string | null
  place: Place | null
}

/** One text that documents have for an English text: the first reference, and how many there are. */
export interface Known extends Reference {
  count: number
}

/** A reference as evidence of a finding. */
export const asEvidence = ({human, locale, target, place}: Reference): Evidence => ({
  kind: human ? 'human' : 'document',
  locale,
  text: target,
  place,
})
