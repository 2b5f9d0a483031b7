/** A rule that matches a query, before its texts are loaded. */
import type {PortMatch} from '../index/port-index.ts'
import type {Term} from '../query/query-term.ts'

/** One matching rule before its texts are loaded. */
export interface Found {
  rule: number
  /** Language in which the words were found. */
  locale: string
  /** null where the query has no ports. */
  port: PortMatch | null
  terms: readonly Term[]
  /** Lower is shown earlier: words in facts, in cells, in labels of columns. */
  rank: number
}
