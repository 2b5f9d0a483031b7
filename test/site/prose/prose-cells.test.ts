import {describe, expect, test} from 'vitest'
import type {Block, KnowledgeBase, Topic} from '../../../src/model/schema.ts'
import {corrections} from '../../../src/site/corrections/corrections.ts'
import {indexDataset} from '../../../src/site/dataset/dataset.ts'
import {toSiteDataset} from '../../../src/site/dataset/site-dataset.ts'
import {cellMark} from '../../../src/site/evidence/mark.ts'
import {proseCells} from '../../../src/site/prose/prose-cells.ts'
import {proseParts} from '../../../src/site/prose/prose-parts.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const kb = tinyKnowledgeBase()
const [finding] = kb.findings
if (finding === undefined) throw new Error('the tiny dataset has a finding')

const paragraph = (markdown: string, more: Partial<Block> = {}): Block => ({
  kind: 'paragraph',
  depth: 0,
  source: 'Do **not** open 443.',
  markdown,
  table: null,
  place: {path: 'a.md', line: 7, column: 1},
  ...more,
})

const blocks = [
  paragraph('Rien à dire.'),
  paragraph('N’ouvrez **pas** 443.', {
    status: 'corrected',
    original: 'Ouvrez **443**.',
    findings: [finding.id],
  }),
  paragraph('Do **not** open 443.', {
    status: 'source',
    original: 'Ouvrez [443](a.md).',
    findings: [finding.id],
  }),
]

const withProse = (): {dataset: ReturnType<typeof indexDataset>; topic: Topic} => {
  const topics = kb.topics.map((topic, index) => (index === 0 ? {...topic, prose: {'fr-FR': blocks}} : topic))
  const changed: KnowledgeBase = {...kb, topics}
  const [topic] = topics
  if (topic === undefined) throw new Error('the tiny dataset has a topic')
  return {dataset: indexDataset(toSiteDataset(changed)), topic}
}

describe('src/site/prose/prose-cells.ts', () => {
  test('prose that a check found something in has the mark and the evidence of a cell; other prose has none', () => {
    const {dataset, topic} = withProse()
    const cells = [...proseCells(proseParts(topic, 'fr-FR'), 'Texte', dataset.findings).values()]
    expect(cells.map(({view}) => [cellMark(view)?.kind, view.lang, view.text, view.original])).toEqual([
      ['corrected', 'fr-FR', 'N’ouvrez pas 443.', 'Ouvrez 443.'],
      ['source', 'en', 'Do not open 443.', 'Ouvrez 443.'],
    ])
    expect(cells.map(({view}) => view.findings)).toEqual([[finding], [finding]])
    expect(new Set(cells.map(({id}) => id)).size).toBe(2)
  })

  test('the list of corrections has the prose of a topic before its tables, each with its place', () => {
    const {dataset, topic} = withProse()
    const own = corrections(dataset, ['fr-FR']).filter((each) => each.topic.id === topic.id)
    expect(own.slice(0, 2).map(({table, said, place}) => [table, said.original, place?.line])).toEqual([
      [null, 'Ouvrez 443.', 7],
      [null, 'Ouvrez 443.', 7],
    ])
    expect(own.slice(2).every(({table}) => table !== null)).toBe(true)
  })
})
