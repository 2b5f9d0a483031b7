/** The steps of the flow, each with the dimensions in which its input can grow. */
import {auditTopic} from '../../src/app/audit/audit-topic.ts'
import {interchangeFiles} from '../../src/app/build/interchange-files.ts'
import {redirectsOf} from '../../src/app/build/redirects.ts'
import {dataFiles} from '../../src/app/build/write-data-fs.ts'
import {filesToPatch} from '../../src/app/fix/undo-patch.ts'
import {editionChanges} from '../../src/compare/editions.ts'
import {revisionDiff} from '../../src/compare/revision.ts'
import {families, pairsToBuild} from '../../src/compare/topic-families.ts'
import {matrix} from '../../src/compare/topic-matrix.ts'
import {align, compare, type Dataset, exportRules, ingest, reconcile} from '../../src/library/library.ts'
import {createEngine} from '../../src/search/find/search-engine.ts'
import {buildSearchFiles} from '../../src/search/index/build-index.ts'
import {portPages} from '../../src/search/port-pages.ts'
import {toSiteDataset} from '../../src/site/dataset/site-dataset.ts'
import {portEntries} from '../../src/site/ports/port-entries.ts'
import {documentsOf, type Size, small} from './documents-of.ts'
import type {Sizes} from './measure.ts'

export interface Stage {
  name: string
  /** The first size that is tried of each dimension, or both ends. */
  dimensions: Readonly<Record<string, number | Sizes>>
  /** Makes the input of that size, and gives what is measured. */
  prepare: (dimension: string, size: number) => () => unknown
}

/** A cell of ports that is longer than a thousand characters is no cell of ports any more. */
const PORTS: Sizes = {first: 10, most: 160}
/** Beyond one dimension all others stay small; only in some rows do ports of one row count for anything. */
const sized = (dimension: string, size: number): Size => ({
  ...small,
  topics: 1,
  ...(dimension === 'ports' ? {rows: 40} : {}),
  ...(dimension === 'renderings' ? {rows: size} : {}),
  [dimension]: size,
})
const read = (dimension: string, size: number) =>
  documentsOf(sized(dimension, size)).map((each) => ingest(each))
const datasetOf = (dimension: string, size: number): Dataset =>
  withRules(reconcile(align(read(dimension, size))))
/** What was refused costs nothing, whatever its size. */
const withRules = (kb: Dataset): Dataset => {
  const rows = kb.topics.flatMap(({tables}) => tables.flatMap((table) => table.rows))
  if (rows.length === 0 || rows.some(({rules}) => rules.length === 0))
    throw new Error('expected documents of which each row is a rule')
  return kb
}
/** Datasets are costly to make, and several steps ask for the same few. */
const datasets = new Map<string, Dataset>()
const dataset = (dimension: string, size: number): Dataset => {
  const key = `${dimension} ${size}`
  const kb = datasets.get(key) ?? datasetOf(dimension, size)
  datasets.set(key, kb)
  return kb
}

const drain = (files: readonly {pieces: Iterable<string>}[]): number => {
  let length = 0
  for (const {pieces} of files) for (const piece of pieces) length += piece.length
  return length
}

const ofDataset = (name: string, dimensions: Stage['dimensions'], run: (kb: Dataset) => unknown): Stage => ({
  name,
  dimensions,
  prepare: (dimension, size) => {
    const kb = dataset(dimension, size)
    return () => run(kb)
  },
})

let one: Dataset | undefined
/** So many topics with two tables of their own ports, without the flow that would make them. */
const manyTopics = (count: number): Dataset => {
  one ??= reconcile(align(documentsOf({...small, topics: 1}).map((each) => ingest(each))))
  const {topics, ...rest} = one
  const copies = Array.from({length: count}, (_, copy) =>
    topics.map((topic) => ({
      ...topic,
      id: `${topic.id}-${copy}`,
      key: `${topic.key}-${copy}`,
      tables: topic.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          rules: row.rules.map(({id, facts, ...rule}) => ({
            ...rule,
            id: `${id}-${copy}`,
            facts: {
              ...facts,
              ports: facts.ports.map(([low, high]): [number, number] => [
                movedBy(low, copy),
                movedBy(high, copy),
              ]),
            },
          })),
        })),
      })),
    })),
  ).flat()
  return {...rest, topics: copies}
}
/** Some topics share a port, as real ones do, and most don't. */
const movedBy = (port: number, copy: number): number =>
  port % 5 === 0 ? port : 1024 + ((port + copy * 13) % 60_000)

const ofTopics = (name: string, run: (kb: Dataset) => unknown): Stage => ({
  name,
  dimensions: {topics: 50},
  prepare: (_, size) => {
    const kb = manyTopics(size)
    return () => run(kb)
  },
})

/** The same topics as an earlier build had them: other keys, and half of the rules. */
const earlier = ({topics}: Dataset): Dataset['topics'] =>
  topics.map((topic) => ({...topic, id: `old-${topic.id}`, key: `old-${topic.key}`}))

export const stages: readonly Stage[] = [
  {
    name: 'ingest',
    dimensions: {topics: 20, rows: 50, tables: 5, words: 50, ports: PORTS, prose: 50},
    prepare: (dimension, size) => {
      const documents = documentsOf(sized(dimension, size))
      return () => documents.map((each) => ingest(each))
    },
  },
  {
    name: 'ingest of marks whose text stands elsewhere',
    dimensions: {marks: 500},
    prepare: (_, size) => {
      const rows = Array.from(
        {length: size},
        (_, at) => `| ${1024 + (at % 60_000)} | TCP | {{< note${at} >}} |\n`,
      )
      const content = `---\nlang: en\n---\n# Ports\n\n| Port | Protocol | Notes |\n|---|---|---|\n${rows.join('')}`
      return () => ingest({path: 'en/ports.md', content})
    },
  },
  {
    name: 'align',
    dimensions: {
      topics: 10,
      locales: 4,
      revisions: 4,
      tables: 4,
      rows: 50,
      words: 20,
      ports: PORTS,
      renderings: 4,
    },
    prepare: (dimension, size) => {
      const editions = read(dimension, size)
      return () => align(editions)
    },
  },
  {
    name: 'reconcile',
    dimensions: {topics: 10, locales: 4, revisions: 4, tables: 4, rows: 50, words: 20, ports: PORTS},
    prepare: (dimension, size) => {
      const kb = align(read(dimension, size))
      return () => reconcile(kb)
    },
  },
  {
    name: 'reconcile renderings of one English',
    dimensions: {renderings: 50},
    prepare: (_, size) => {
      const kb = align(
        documentsOf({...small, topics: 1, locales: 1, rows: size, renderings: size}).map((each) =>
          ingest(each),
        ),
      )
      return () => reconcile(kb)
    },
  },
  ofDataset('data files', {topics: 10, locales: 4, rows: 50, words: 50, ports: PORTS}, (kb) =>
    drain([...dataFiles(kb), ...interchangeFiles({kb, termbases: []})]),
  ),
  ofDataset('site dataset', {topics: 10, locales: 4, rows: 50}, (kb) => toSiteDataset(kb)),
  ofDataset('search index', {topics: 10, locales: 4, rows: 50, words: 50, ports: PORTS}, (kb) =>
    buildSearchFiles(kb),
  ),
  {
    name: 'search',
    dimensions: {topics: 20, rows: 100, ports: PORTS},
    prepare: (dimension, size) => {
      const files = buildSearchFiles(dataset(dimension, size))
      return async () => {
        const engine = createEngine(async (path) => JSON.parse(files.get(path) ?? 'null'))
        for (const text of ['1024-9000', 'tcp', 'port', '2001', 'sa'])
          await engine.search({text, locales: ['en', 'fr'], limit: Number.POSITIVE_INFINITY})
      }
    },
  },
  ofDataset('pages of ports', {topics: 20, rows: 50, ports: PORTS}, ({topics}) => [
    portPages(topics),
    portEntries(topics),
  ]),
  // One line a rule and one cell a topic: of many topics it is as large as it must be, so only two grow.
  ofDataset('comparison of topics', {rows: 50, ports: PORTS}, ({topics}) => matrix([...topics, ...topics])),
  ofTopics('families of topics', ({topics}) => [families(topics), pairsToBuild(topics, 2000)]),
  ofDataset('changes of editions', {topics: 10, revisions: 4, rows: 50}, editionChanges),
  ofTopics('changes since an earlier build', (kb) => revisionDiff({topics: earlier(kb)}, kb)),
  ofTopics('redirects', (kb) => redirectsOf(kb.topics, kb.editions, earlier(kb))),
  {
    name: 'difference of two topics',
    dimensions: {rows: 50, ports: PORTS},
    prepare: (dimension, size) => {
      const kb = withRules(
        reconcile(align(documentsOf({...sized(dimension, size), topics: 2}).map((each) => ingest(each)))),
      )
      const [one, two] = kb.topics.map(({id}) => id)
      return () => compare(kb, one ?? '', two ?? '')
    },
  },
  {
    name: 'firewall rules',
    dimensions: {rows: 50, ports: PORTS},
    prepare: (dimension, size) => {
      const kb = dataset(dimension, size)
      const topic = kb.topics[0]?.id ?? ''
      const addresses = addressesOf(kb)
      return () =>
        ['nftables', 'cisco-ios', 'panos'].map((target) => exportRules(kb, {topic, target, addresses}))
    },
  },
  {
    name: 'audit of a configuration',
    dimensions: {rows: 50, ports: PORTS},
    prepare: (dimension, size) => {
      const kb = dataset(dimension, size)
      const choices = {topic: kb.topics[0]?.id ?? '', addresses: addressesOf(kb)}
      const {text} = exportRules(kb, {...choices, target: 'nftables'})
      return () => auditTopic(kb, {...choices, files: [{path: 'rules.nft', text}]})
    },
  },
  {
    name: 'patch of corrections',
    dimensions: {rows: 200},
    prepare: (_, size) => {
      const line = (at: number): string => `line ${at} of a document\n`
      const text = Array.from({length: size * 10}, (_, at) => line(at)).join('')
      const changed = text.replaceAll(/7 of a/g, '7 of the')
      const [before, after] = [Buffer.from(text), Buffer.from(changed)]
      return () => filesToPatch([{path: 'a.md', before, after}], '1')
    },
  },
]

/** An address for each end that a topic names. */
const addressesOf = ({endpoints}: Dataset): Record<string, string[]> =>
  Object.fromEntries(endpoints.map(({id}, at) => [id, [`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`]]))
