/** Pages of ports: each port that stands alone or bounds a range, and each range, with the rules that it meets. */
import type {PortRange, Row, Rule, Table, Topic} from '../../dataset/schema.ts'

/** A rule with the row, table and topic that it stands in. */
export interface PlacedRule {
  topic: Topic
  table: Table
  row: Row
  rule: Rule
}

export interface PortEntry {
  /** Address part: `443` or `50000-59999`. */
  id: string
  range: PortRange
  /** Rules that this is a listening port of. */
  listening: PlacedRule[]
  /** Rules that this is a source port of. */
  sending: PlacedRule[]
}

export const isAnyPort = ([low, high]: PortRange): boolean => low === 0 && high === 65_535

export const rangeId = ([low, high]: PortRange): string => (low === high ? `${low}` : `${low}-${high}`)

export const placedRules = (topic: Topic): PlacedRule[] =>
  topic.tables.flatMap((table) =>
    table.rows.flatMap((row) => (row.rule === null ? [] : [{topic, table, row, rule: row.rule}])),
  )

/** Sorted by lower bound, then by upper bound. */
export function portEntries(topics: readonly Topic[]): PortEntry[] {
  const rules = topics.flatMap(placedRules)
  const ranges = new Map<string, PortRange>()
  for (const {rule} of rules)
    for (const range of [...rule.facts.ports, ...rule.facts.sourcePorts])
      for (const entry of isAnyPort(range) ? [range] : withBounds(range)) ranges.set(rangeId(entry), entry)
  const meets = (entry: PortRange) => (range: PortRange) => range[0] <= entry[1] && entry[0] <= range[1]
  return [...ranges.values()]
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
    .map((range) => ({
      id: rangeId(range),
      range,
      listening: rules.filter(({rule}) => rule.facts.ports.some(meets(range))),
      sending: rules.filter(({rule}) => rule.facts.sourcePorts.some(meets(range))),
    }))
}

const withBounds = (range: PortRange): PortRange[] => [range, [range[0], range[0]], [range[1], range[1]]]
