/** What the page of a port shows: every rule that it meets, those of exactly this port first, then ranges, then sources. */
import {MAX_PORT} from '../model/max-port.ts'
import type {Facts, PortRange, Row, Rule, Table, Topic} from '../model/schema.ts'
import {comparePortMatches, createPortIndex, findByPort, type PortMatch} from './index/port-index.ts'
import {rangeId} from './port-spec.ts'
import {orderRules, type SearchRule} from './rule-order.ts'

/** A rule with its place, and how the page's port or range matches it. */
export interface PortRule {
  rule: Rule
  topic: Topic
  table: Table
  row: Row
  match: Omit<PortMatch, 'rule'>
}

export interface PortPage {
  /** Address part: `443` or `50000-59999`. */
  id: string
  range: PortRange
  /** In the order of the page: exact, the narrowest range around it, overlaps; source ports last. */
  rules: PortRule[]
}

/** A page for each port and range that a rule names, and for both ends of each range; sorted by bounds. */
export const portPages = (topics: readonly Topic[]): PortPage[] => {
  const rules = orderRules({topics: [...topics]})
  const index = createPortIndex(rules)
  return [...namedRanges(rules).values()]
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
    .map((range) => ({
      id: rangeId(range),
      range,
      rules: findByPort(index, [{range, transport: null}])
        .toSorted(comparePortMatches)
        .flatMap(({rule: number, ...match}) => {
          const found = rules[number]
          if (found === undefined) return []
          const {rule, topic, table, row} = found
          return [{rule, topic, table, row, match}]
        }),
    }))
}

const namedRanges = (rules: readonly SearchRule[]): Map<string, PortRange> => {
  const ranges = new Map<string, PortRange>()
  for (const {rule} of rules)
    for (const range of [...rule.facts.ports, ...rule.facts.sourcePorts])
      for (const own of isAnyPort(range) ? [range] : withBounds(range)) ranges.set(rangeId(own), own)
  return ranges
}

const isAnyPort = ([low, high]: PortRange): boolean => low === 0 && high === MAX_PORT

const withBounds = (range: PortRange): PortRange[] => [range, [range[0], range[0]], [range[1], range[1]]]

/** The data of a port's page in no language: `/ports/5061.json`. */
export interface PortData {
  port: string
  range: PortRange
  rules: {
    id: string
    topic: string
    table: number
    row: number
    interface: Table['interface']
    match: PortRule['match']['kind']
    sourcePort: boolean
    facts: Facts
  }[]
}

export const portData = ({id, range, rules}: PortPage): PortData => ({
  port: id,
  range,
  rules: rules.map(({rule, topic, table, row, match}) => ({
    id: rule.id,
    topic: topic.id,
    table: table.table,
    row: row.row,
    interface: table.interface,
    match: match.kind,
    sourcePort: match.sourcePort,
    facts: rule.facts,
  })),
})
