/**
 * The order in which search numbers the rules: by ports, then by what else they say, then by topic.
 *
 * Rules that open the same ports stand side by side, so that the answer to a port is a few runs of numbers and the
 * texts of its rules lie in few chunks; equal rows of many topics stand side by side too, so that lists of rules are
 * runs. The order follows from the dataset alone.
 */
import {MAX_PORT} from '../model/max-port.ts'
import {compareText} from '../model/order.ts'
import type {Facts, KnowledgeBase, Row, Rule, Table, Topic} from '../model/schema.ts'
import {toSpec} from './port-spec.ts'

export interface SearchRule {
  rule: Rule
  topic: Topic
  /** Place of the topic in the knowledge base, from 0. */
  topicNumber: number
  table: Table
  row: Row
  /** Destination ports and transports as one text. */
  spec: string
}

/** Every rule of the knowledge base; its place in the list is its number in all search files. */
export const orderRules = ({topics}: Pick<KnowledgeBase, 'topics'>): SearchRule[] =>
  topics
    .flatMap((topic, topicNumber) =>
      topic.tables.flatMap((table) =>
        table.rows.flatMap((row): (SearchRule & {key: string})[] => {
          const says = row.cells.map((cell) => cell.source ?? '').join('\n')
          return row.rules.map((rule) => {
            const spec = toSpec(rule.facts.ports, rule.facts.transports)
            return {rule, topic, topicNumber, table, row, spec, key: `${factsKey(rule.facts)}\n${says}`}
          })
        }),
      ),
    )
    .sort(
      (a, b) =>
        compareSpans(a.rule.facts, b.rule.facts) ||
        compareText(a.spec, b.spec) ||
        compareText(a.key, b.key) ||
        a.topicNumber - b.topicNumber ||
        a.table.table - b.table.table ||
        a.row.row - b.row.row ||
        compareText(a.rule.id, b.rule.id),
    )
    .map(({key: _, ...rule}) => rule)

const factsKey = ({role, protocols, source, destination, host, sourcePorts}: Facts): string =>
  JSON.stringify([role, protocols, source?.id, destination?.id, host?.id, sourcePorts])

/**
 * Narrow before wide, then low before high: where a knowledge base needs several files of ports, the wide ranges that
 * nearly every port falls into stand together, and each file of narrow ones covers a small part of all ports.
 */
const compareSpans = (a: Facts, b: Facts): number => {
  const [one, two] = [spanOf(a), spanOf(b)]
  return widthClass(one) - widthClass(two) || one[0] - two[0] || one[1] - two[1]
}

const spanOf = ({ports}: Facts): [number, number] =>
  ports.length === 0
    ? [0, MAX_PORT]
    : [Math.min(...ports.map(([low]) => low)), Math.max(...ports.map(([, high]) => high))]

const widthClass = ([low, high]: [number, number]): number => Math.floor(Math.log2(high - low + 1) / 4)
