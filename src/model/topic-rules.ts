/** The rules of a topic in reading order, each with the table that it stands in. */
import type {EndpointRef, Facts, Row, Rule, Table} from './schema.ts'
import type {Purpose, RulePurpose} from './topic-schema.ts'

export type Interface = Table['interface']

/** What of a topic's tables tells its rules; a whole topic is one, and so is what a browser loads of it. */
export interface RuleTables {
  tables: readonly (Pick<Table, 'table' | 'interface'> & {rows: readonly Pick<Row, 'row' | 'rules'>[]})[]
}

export interface TopicRule {
  rule: Rule
  table: number
  row: number
  /** Interface that the table's heading names; null when it names none. */
  interface: Interface
}

/** The same with the topic's id. */
export interface TopicRules extends RuleTables {
  id: string
}

/** A rule for ports without numbers reaches no firewall, whatever its table is for. */
export const rulePurpose = (purpose: Purpose, {portNames = []}: Pick<Facts, 'portNames'>): RulePurpose =>
  purpose === 'open' && portNames.length > 0 ? 'named-range' : purpose

export function rulesOf(topic: RuleTables): TopicRule[] {
  return topic.tables.flatMap((table) =>
    table.rows.flatMap(({rules, row}) =>
      rules.map((rule) => ({rule, table: table.table, row, interface: table.interface})),
    ),
  )
}

/**
 * What narrows nothing. A column of addresses means addresses anyway: an endpoint's "IP address" is the endpoint. And a
 * rule is for every machine of its kind: "each Edge Server" are the same machines as "Edge Server".
 */
const silentQualifiers: ReadonlySet<string> = new Set(['ip', 'each', 'all'])

/** The qualifiers that narrow an endpoint, sorted. */
export const tellingQualifiers = ({qualifiers}: EndpointRef): string[] =>
  [...new Set(qualifiers)].filter((name) => !silentQualifiers.has(name)).sort()

/**
 * One string for one endpoint with all that narrows it; equal strings mean the same endpoint.
 * `access-edge+public-ip`, `any|access-edge|reverse-proxy`; `-` for an endpoint that the table doesn't state.
 */
export function endpointKey(endpoint: EndpointRef | null): string {
  if (endpoint === null) return '-'
  const qualifiers = tellingQualifiers(endpoint).map((name) => `+${name}`)
  const alternatives = [...new Set(endpoint.alternatives)].sort().map((id) => `|${id}`)
  return [endpoint.id, ...qualifiers, ...alternatives].join('')
}
