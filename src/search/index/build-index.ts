/** Builds all files of search from the dataset. */
import {createHash} from 'node:crypto'
import {knownLocales, localeData} from '../../languages/languages.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import {compareText} from '../../model/order.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import * as paths from '../files.ts'
import {toSpec} from '../port-spec.ts'
import {createLexicon} from '../query/query-words.ts'
import {orderRules, type SearchRule} from '../rule-order.ts'
import {shownText} from '../shown-text.ts'
import {topicLabels} from '../topic-labels.ts'
import {buildFacets} from './build-facets.ts'
import {buildMeanings} from './build-meanings.ts'
import {buildRows} from './build-rows.ts'
import {buildWords} from './build-words.ts'
import {type Runs, toRuns} from './runs.ts'

/** JSON texts by path below `search/`. */
export type SearchFiles = ReadonlyMap<string, string>

/** What of a dataset can be found. */
type SearchedDataset = Pick<KnowledgeBase, 'topics' | 'locales' | 'endpoints'>

/** Same dataset, same files, byte for byte. */
export const buildSearchFiles = (kb: SearchedDataset): SearchFiles => {
  const rules = orderRules(kb)
  const locales = ['en', ...kb.locales]
  const ports = cutPorts(rules)
  // The folder's name follows from the files' contents, so they are first named without it.
  const contents = new Map<string, string>()
  const add = (path: string, value: unknown) => contents.set(path, JSON.stringify(value))
  if (ports.length > 1) for (const [number, {file}] of ports.entries()) add(paths.portPath('', number), file)
  for (const [number, file] of buildFacets(rules, kb).entries()) add(paths.facetPath('', number), file)
  add(paths.meaningPath(''), buildMeanings(rules, kb))
  add(paths.topicPath(''), topicFile(kb, locales))
  for (const locale of locales) {
    const {first, labels, shards} = buildWords(rules, locale)
    const words: paths.WordFile = {first, labels}
    add(paths.wordPath('', locale), words)
    for (const [number, shard] of shards.entries()) add(paths.shardPath('', locale, number), shard)
    for (const [number, file] of buildRows(rules, locale).entries())
      add(paths.rowPath('', locale, number), file)
  }
  const known = [...new Set([...knownLocales, ...locales])].sort(compareText)
  const protocols = byFact(rules, ({rule}) => rule.facts.protocols)
  const index: Omit<paths.SearchIndex, 'version'> = {
    rules: rules.length,
    locales,
    lexicon: createLexicon(known.map(localeData), Object.keys(protocols)),
    protocols,
    transports: byFact(rules, ({rule}) => rule.facts.transports),
    ports: ports.map(({low, high, first}) => [low, high, first]),
    inline: ports.length === 1 ? (ports[0]?.file ?? null) : null,
    sourcePorts: sourcePorts(rules),
  }
  const version = digest([...contents].flat().join('\n') + JSON.stringify(index))
  return new Map([
    [paths.INDEX_PATH, JSON.stringify({version, ...index})],
    ...[...contents].map(([path, text]) => [version + path, text] as const),
  ])
}

const push = (map: Map<string, number[]>, name: string, number: number) => {
  const list = map.get(name)
  if (list === undefined) map.set(name, [number])
  else list.push(number)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const byFact = (
  rules: readonly SearchRule[],
  factsOf: (rule: SearchRule) => readonly string[],
): Record<string, Runs> => {
  const stating = new Map<string, number[]>()
  for (const [number, rule] of rules.entries()) for (const name of factsOf(rule)) push(stating, name, number)
  const names = [...stating].sort(([a], [b]) => compareText(a, b))
  return Object.fromEntries(names.map(([name, numbers]) => [name, toRuns(numbers)]))
}

interface CutPorts {
  low: number
  high: number
  first: number
  file: paths.PortFile
}

/** Ports in order of rules; a file ends after so many different ones. */
const cutPorts = (rules: readonly SearchRule[]): CutPorts[] => {
  const cut: CutPorts[] = []
  let previous: string | null = null
  for (const [number, {spec, rule}] of rules.entries()) {
    let last = cut.at(-1)
    if (last === undefined || (spec !== previous && last.file.specs.length === paths.PORT_SPECS)) {
      last = {low: MAX_PORT, high: 0, first: number, file: {specs: [], counts: []}}
      cut.push(last)
    }
    const {specs, counts} = last.file
    if (specs.at(-1) === spec) counts.push((counts.pop() ?? 0) + 1)
    else {
      specs.push(spec)
      counts.push(1)
    }
    for (const [low, high] of rule.facts.ports) {
      last.low = Math.min(last.low, low)
      last.high = Math.max(last.high, high)
    }
    previous = spec
  }
  return cut
}

const sourcePorts = (rules: readonly SearchRule[]): paths.SearchIndex['sourcePorts'] => {
  const bySpec = Map.groupBy(
    [...rules.entries()].filter(([, {rule}]) => rule.facts.sourcePorts.length > 0),
    ([, {rule}]) => toSpec(rule.facts.sourcePorts, rule.facts.transports),
  )
  return [...bySpec].map(([spec, found]) => [spec, toRuns(found.map(([number]) => number))])
}

const topicFile = ({topics}: SearchedDataset, locales: readonly string[]): paths.TopicFile => {
  const published = topics.filter(({tables}) => tables.some(({portTable}) => portTable))
  return topics.map(({id, title}) => ({
    id,
    titles: Object.fromEntries(
      locales.map((locale) => [locale, topicLabels(published, locale).get(id) ?? shownText(title, locale)]),
    ),
  }))
}
