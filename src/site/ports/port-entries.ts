/** Pages of ports: each port that stands alone or bounds a range, and each range, with the rules that it meets. */
import type {PortRange, Row, Rule, Table, Topic} from '../../model/schema.ts'
import {type PortPage, type PortRule, portPages} from '../../search/port-pages.ts'

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
  /** Rules that this is a listening port of: exactly this first, then the narrowest range around it, then overlaps. */
  listening: PortRule[]
  /** Rules that this is only a source port of. */
  sending: PortRule[]
  page: PortPage
}

export const isAnyPort = ([low, high]: PortRange): boolean => low === 0 && high === 65_535

export const placedRules = (topic: Topic): PlacedRule[] =>
  topic.tables.flatMap((table) =>
    table.rows.flatMap((row) => row.rules.map((rule) => ({topic, table, row, rule}))),
  )

const made = new WeakMap<readonly Topic[], PortEntry[]>()

/** Sorted by lower bound, then by upper bound; made once for a list of topics. */
export function portEntries(topics: readonly Topic[]): PortEntry[] {
  let entries = made.get(topics)
  if (entries === undefined) {
    entries = portPages(topics).map((page) => ({
      id: page.id,
      range: page.range,
      listening: page.rules.filter(({match}) => !match.sourcePort),
      sending: page.rules.filter(({match}) => match.sourcePort),
      page,
    }))
    made.set(topics, entries)
  }
  return entries
}

/** Ports and ranges that rules name themselves, those of most rules first; one that only other ranges reach into is none. */
export function mostRequired(entries: readonly PortEntry[]): PortEntry[] {
  const named = entries.map((entry) => ({
    entry,
    rules: entry.listening.filter(({match}) => match.kind === 'exact').length,
  }))
  return named
    .filter(({entry, rules}) => rules > 0 && !isAnyPort(entry.range))
    .toSorted((a, b) => b.rules - a.rules || a.entry.range[0] - b.entry.range[0])
    .map(({entry}) => entry)
}
