/** Builds the files that count results by topic, protocol, interface, direction, requirement and correction. */
import {type Direction, directionOf} from '../../facts/direction/rule-direction.ts'
import type {KnowledgeBase, Requirement, Table} from '../../model/schema.ts'
import {FACET_RULES, type FacetFile} from '../files.ts'
import type {SearchRule} from '../rule-order.ts'
import {isCorrected} from '../shown-text.ts'
import {createTable} from './build-rows.ts'

const interfaceCodes: Record<NonNullable<Table['interface']>, string> = {external: 'e', internal: 'i'}
const directionCodes: Record<Direction, string> = {inbound: 'i', outbound: 'o', within: 'w', both: 'b'}
const requirementCodes: Record<Requirement, string> = {
  required: 'r',
  optional: 'o',
  conditional: 'c',
  legacy: 'l',
  unknown: 'u',
}

export const buildFacets = (
  rules: readonly SearchRule[],
  {endpoints, locales}: Pick<KnowledgeBase, 'endpoints' | 'locales'>,
): FacetFile[] => {
  const zones = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]))
  const files: FacetFile[] = []
  for (let from = 0; from < rules.length; from += FACET_RULES) {
    const own = rules.slice(from, from + FACET_RULES)
    const lists = createTable<string[]>()
    const direction = ({rule, table}: SearchRule) => directionOf(rule.facts, table, zones)
    files.push({
      topics: own.map(({topicNumber}) => topicNumber),
      protocols: own.map(({rule}) => lists.numberOf(rule.facts.protocols)),
      protocolLists: lists.values,
      interfaces: own
        .map(({table}) => (table.interface === null ? '-' : interfaceCodes[table.interface]))
        .join(''),
      directions: own.map((rule) => codeOf(direction(rule))).join(''),
      requirements: own.map(({rule}) => requirementCodes[rule.facts.requirement]).join(''),
      corrected: Object.fromEntries(
        locales.map((locale) => [
          locale,
          own.map(({row}) => (row.cells.some((cell) => isCorrected(cell, locale)) ? '1' : '0')).join(''),
        ]),
      ),
    })
  }
  return files
}

const codeOf = (direction: Direction | null): string => (direction === null ? '-' : directionCodes[direction])
