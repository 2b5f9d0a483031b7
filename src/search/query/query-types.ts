/** What a query says once it is read, and what its grammar is told of languages. */
import type {PortRange, Transport} from '../../model/schema.ts'

/** Words that the grammar knows, from the locales' data and the dataset; spelt as `queryText` gives them, lower case. */
export interface QueryLexicon {
  /** Application protocols, such as `sip`. */
  protocols: readonly string[]
  /** Words for "port" that may stand beside a number. */
  portWords: readonly string[]
  /** Words between the bounds of a range, such as `to`, `から`. */
  rangeWords: readonly string[]
  /** `[before, between, after]` around the bounds, such as `['between', 'and', '']`. */
  rangeFrames: readonly (readonly [string, string, string])[]
  /** Words that join the members of a list: `or`, `および`; between two ports they say nothing more. */
  joinWords: readonly string[]
}

export interface PortTerm {
  /** Inclusive; a single port is `[p, p]`. */
  range: PortRange
  /** null: any transport. */
  transport: Transport | null
}

export interface WordTerm {
  text: string
  /** A phrase: matched from word border to word border, not as a prefix. */
  quoted: boolean
}

/** Why (a part of) the query can't be answered; `text` is that part. */
export interface QueryProblem {
  kind: 'above-65535' | 'negative' | 'reversed-range' | 'too-many-bounds' | 'too-long' | 'nothing-to-search'
  text: string
}

/** How an ambiguous part was read: `25,110` as one number, `80,443` as two. `other` is a query for the other reading. */
export interface QueryNote {
  kind: 'read-as-number' | 'read-as-list' | 'read-as-word'
  text: string
  other: string | null
}

export interface Query {
  /** Alternatives: a rule has to match one of them. */
  ports: PortTerm[]
  /** Transports that stand beside no port. */
  transports: Transport[]
  /** Upper case. */
  protocols: string[]
  words: WordTerm[]
  /** Directions and requirements that words of the query mean: `inbound`, `legacy`. */
  facts: string[]
  /** Ports that stand alone and could be years: words first, where texts hold them and no rule names such a port. */
  years: number[]
  /** Where there is one, nothing is searched: a wrong port is never answered by leaving it out. */
  problems: QueryProblem[]
  notes: QueryNote[]
}

export type Item =
  /** `labelled`: a word for "port" stands beside it. */
  | {kind: 'ports'; ranges: PortRange[]; note: QueryNote | null; labelled: boolean}
  /** `bound`: a character ties it to the port before it, as in `443/tcp`. */
  | {kind: 'transport'; transport: Transport; bound: boolean}
  | {kind: 'word'; text: string; quoted: boolean}
  | {kind: 'problem'; problem: QueryProblem['kind']; text: string}

export interface ReadItems {
  items: Item[]
  end: number
}
