/** Termbase entries made ready to be looked for. */
import {englishSingular} from '../reading/english-cell.ts'
import {latinWords} from '../reading/latin.ts'
import {foldWords} from '../reading/placed-fold.ts'
import type {Term} from './termbase-schema.ts'

export interface PreparedTerm {
  term: Term
  /** Folded singulars of the English term. */
  source: string[]
  /** Folded right renderings, longest first: what they cover can't be wrong. */
  right: string[]
  /** Forbidden renderings; `caseOnly`: wrong for its capitals alone. */
  forbidden: {text: string; folded: string; caseOnly: boolean}[]
}

/** Longer English terms come first, so that a term inside another does not speak for it. */
export const prepareTerms = (terms: readonly Term[]): PreparedTerm[] =>
  terms
    .map((term) => ({
      term,
      source: latinWords(term.source).map(({text}) => englishSingular(text.toLowerCase())),
      right: [term.approved, ...term.accepted].map(foldWords).toSorted((a, b) => b.length - a.length),
      forbidden: term.forbidden
        .map((text) => ({
          text,
          folded: foldWords(text),
          caseOnly: [term.approved, ...term.accepted].some((right) => foldWords(right) === foldWords(text)),
        }))
        .toSorted((a, b) => b.text.length - a.text.length),
    }))
    .toSorted((a, b) => b.source.length - a.source.length)
