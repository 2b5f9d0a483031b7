/** What changed between two revisions of a document of which the dataset holds both. */
import {rowToFacts} from '../facts/facts.ts'
import {compareBy} from '../model/order.ts'
import type {ColumnKind, EditionInfo, Facts, KnowledgeBase, Row, Table, Topic, Unit} from '../model/schema.ts'
import {statedSource} from '../model/stated.ts'
import {rulesOf, type TopicRules} from '../model/topic-rules.ts'
import {meaningKey} from './compared-fields.ts'
import {differs, diffTopics, type TopicDiff} from './diff.ts'

export interface EditionChange {
  topic: Topic
  /** ISO dates; the oldest where documents of several locales were revised on different days. */
  from: string
  to: string
  /** The older and the newer document, in each locale in which the change was the same. */
  editions: {from: EditionInfo; to: EditionInfo}[]
  /** Rules that the newer document still has carry the ids of the topic's rules, all others none. */
  diff: TopicDiff
}

type Dataset = Pick<KnowledgeBase, 'editions' | 'topics' | 'units'>

/** Units of all port tables in documents that are revisions of each other: all of which `editionChanges` asks for. */
export function revisedUnits({editions, units}: Omit<Dataset, 'topics'>): Unit[] {
  const revised = new Set(revisionPairs(editions).flatMap(({from, to}) => [from.id, to.id]))
  return units.filter(({edition, portTable}) => portTable && revised.has(edition))
}

/**
 * Each revision of a document beside the one before: same topic, locale and translation type, another date. A change
 * that several locales tell alike is one change. Sorted by topic, then the newest first; those without a difference in
 * meaning are left out.
 */
export function editionChanges({editions, topics, units}: Dataset): EditionChange[] {
  const topicById = new Map(topics.map((topic) => [topic.id, topic]))
  const unitsOf = Map.groupBy(revisedUnits({editions, units}), ({edition}) => edition)
  const found = new Map<string, EditionChange>()
  for (const pair of revisionPairs(editions)) {
    const topic = topicById.get(pair.from.topic)
    if (topic === undefined) continue
    const [a, b] = [pair.from, pair.to].map(({id}) => rulesOfEdition(topic, unitsOf.get(id) ?? []))
    if (a === undefined || b === undefined) continue
    const diff = diffTopics(a, b, 'same')
    if (!differs(diff.counts)) continue
    const [from, to] = [pair.from.revision ?? '', pair.to.revision ?? '']
    const key = JSON.stringify([topic.id, to, rulesKey(a), rulesKey(b)])
    const known = found.get(key) ?? {topic, from, to, editions: [], diff}
    known.editions.push(pair)
    if (from < known.from) known.from = from
    found.set(key, known)
  }
  return [...found.values()].toSorted(
    (one, two) => compareText(one.topic.id, two.topic.id) || compareText(two.to, one.to),
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const rulesKey = (rules: TopicRules): string[] => rulesOf(rules).map(({rule}) => meaningKey(rule.facts))

/** Documents without a date tell no order and are left out; of one date the current one stands for all. */
function revisionPairs(editions: readonly EditionInfo[]): {from: EditionInfo; to: EditionInfo}[] {
  const series = Map.groupBy(
    editions.filter(({revision}) => revision !== null),
    ({topic, locale, translationType}) => `${topic} ${locale} ${translationType}`,
  )
  return [...series.values()].flatMap((members) => {
    const sorted = members.toSorted(
      compareBy<EditionInfo>(
        ({revision}) => revision ?? '',
        ({supersededBy}) => (supersededBy === null ? 0 : 1),
        ({id}) => id,
      ),
    )
    const dated = sorted.filter((edition, at) => edition.revision !== sorted[at - 1]?.revision)
    return dated.slice(1).flatMap((to, at) => {
      const from = dated[at]
      return from === undefined ? [] : [{from, to}]
    })
  })
}

/** Rules as one document states them: by its own English where it has that, else by its ports and protocols. */
function rulesOfEdition(topic: Topic, units: readonly Unit[]): TopicRules {
  const tables = [...Map.groupBy(units, ({cell}) => placeOf(cell).table)]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([number, own]) => {
      const table = topic.tables.find((each) => each.table === number) ?? likeTable(topic, own)
      return table === undefined ? [] : [tableOfEdition(table, number, own)]
    })
  return {id: topic.id, tables}
}

const placeRE = /#t(\d+)r(\d+)c(\d+)$/

function placeOf(cell: string): {table: number; row: number; column: number} {
  const [table = 0, row = 0, column = 0] = (placeRE.exec(cell) ?? []).slice(1).map(Number)
  return {table, row, column}
}

/** A table that only older revisions have: its columns mean what those of a table with the same head mean. */
function likeTable(topic: Topic, units: readonly Unit[]): Table | undefined {
  const head = units.filter(({cell}) => placeOf(cell).row === 0)
  return topic.tables.find(
    ({header, portTable}) =>
      portTable &&
      header !== null &&
      head.length === header.cells.length &&
      head.every(({cell, source}) => header.cells[placeOf(cell).column - 1]?.source === source),
  )
}

function tableOfEdition(table: Table, number: number, units: readonly Unit[]): TopicRules['tables'][number] {
  const published = number === table.table ? table.rows : []
  const rows = [...Map.groupBy(units, ({cell}) => placeOf(cell).row)]
    .filter(([row]) => row > 0)
    .toSorted(([a], [b]) => a - b)
    .flatMap(([row, own]) => {
      const known = published.find((each) => each.row === row)
      const rules = factsOf(own, table).map((facts, at) => ({id: idOf(known, at), facts, anomalies: []}))
      return rules.length === 0 ? [] : [{row, rules}]
    })
  return {table: number, interface: table.interface, rows}
}

const idOf = (row: Row | undefined, at: number): string => row?.rules[at]?.id ?? ''

function factsOf(units: readonly Unit[], {columns, heading}: Table): Facts[] {
  const [first] = units
  if (first === undefined) return []
  const byColumn = new Map(units.map((unit) => [placeOf(unit.cell).column, unit]))
  const context = {columns, locale: first.locale, ...(heading?.source ? {heading: heading.source} : {})}
  const read = (language: 'source' | 'target') =>
    rowToFacts({...context, language, cells: columns.map((_, at) => cellOf(byColumn.get(at + 1)))})
  const english = read('source')
  if (english.ok && ownEnglish(byColumn, columns)) return english.rules.map(({facts}) => facts)
  const own = read('target')
  if (!own.ok) return []
  // Whoever has no English of its own still states its ports; whom they connect is better known from the English.
  return own.rules.map(({facts}, at) => {
    const stated = english.ok ? english.rules[at]?.facts : undefined
    if (stated === undefined) return facts
    const {role, source, destination, host, requirement} = stated
    return {...facts, role, source, destination, host, requirement}
  })
}

const cellOf = (unit: Unit | undefined): {source: string | null; target: string} =>
  unit === undefined ? {source: null, target: ''} : {source: statedSource(unit), target: unit.target}

const ownEnglish = (byColumn: ReadonlyMap<number, Unit>, columns: readonly ColumnKind[]): boolean =>
  columns.every((_, at) => {
    const unit = byColumn.get(at + 1)
    return unit === undefined || unit.target === '' || unit.sourceOrigin === 'span'
  })
