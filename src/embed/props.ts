/** What the components are asked for, and their types for programs that use them. */

interface Shown {
  /** Language of the dataset, such as `ja-JP`; unless stated that of the page, and English where the dataset lacks it. */
  locale?: string | undefined
  /** Level of the highest heading, from 1 to 6; 3 unless stated. */
  level?: number | undefined
}

export interface PortTableProps extends Shown {
  /** Id of a topic: what its address ends in. */
  topic: string
}

export interface ComparisonProps extends Shown {
  /** Id of the topic that one goes from. */
  from: string
  /** Id of the topic that one goes to. */
  to: string
}

/** The port tables of a topic. */
export declare const PortTable: (props: PortTableProps) => unknown

/** What to open and to close for who goes from one topic to another, rule by rule. */
export declare const Comparison: (props: ComparisonProps) => unknown
