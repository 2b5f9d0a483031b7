/** Two topics compared, beside daff, which compares tables cell by cell. */
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {runPipeline} from '../src/app/ingest/pipeline.ts'
import {diffTopics} from '../src/compare/diff.ts'
import type {Topic} from '../src/model/schema.ts'
import {rulesOf} from '../src/model/topic-rules.ts'
import {measure, type Section} from './harness.ts'
import {root} from './process.ts'

const daff = createRequire(import.meta.url)('daff')

/** Texts of all rules in English, as a table for daff. */
const asTable = (topic: Topic): string[][] => [
  ['path', 'source', 'destination', 'notes'],
  ...topic.tables.flatMap(({rows}) => rows.map(({cells}) => cells.map(({source}) => source ?? ''))),
]

const compareTables = (a: string[][], b: string[][]): number => {
  const [left, right] = [new daff.TableView(a), new daff.TableView(b)]
  const output = new daff.TableView([])
  new daff.TableDiff(daff.compareTables(left, right).align(), new daff.CompareFlags()).hilite(output)
  return output.height
}

export const diffSections = async (quick: boolean): Promise<Section[]> => {
  const kb = runPipeline({sources: [join(root, 'content/sources')], content: join(root, 'content')})
  const topics = kb.topics.filter((topic) => rulesOf(topic).length > 0)
  const pairs = topics.flatMap((a) => topics.filter((b) => b !== a).map((b) => [a, b] as const))
  const tables = new Map(topics.map((topic) => [topic, asTable(topic)]))
  const rows = await measure(
    [
      {
        name: 'daff',
        run: () => pairs.map(([a, b]) => compareTables(tables.get(a) ?? [], tables.get(b) ?? [])),
      },
      {name: 'portolan diff', run: () => pairs.map(([a, b]) => diffTopics(a, b).counts)},
    ],
    'daff',
    quick ? 5 : 25,
  )
  return [
    {
      title: 'Diff: every topic of the sample with every other',
      note: `${pairs.length} pairs of topics of up to ${Math.max(...topics.map((topic) => rulesOf(topic).length))} rules. daff compares the English texts of the cells; Portolan compares what the rules mean, finds the best assignment, and counts what is to be opened, closed and changed.`,
      unit: 'ms of processor time',
      rows,
      goals: [],
    },
  ]
}
