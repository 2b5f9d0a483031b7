import {join} from 'node:path'
import type {Element} from 'hast'
import {beforeAll, expect, it} from 'vitest'
import {runPipeline} from '../../../src/app/ingest/pipeline.ts'
import {diffTopics} from '../../../src/compare/diff.ts'
import {patch} from '../../../src/compare/patch.ts'
import type {Facts, KnowledgeBase, Topic} from '../../../src/model/schema.ts'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {diffHead} from '../../../src/site/compare/compare-diff.ts'
import {diffTables} from '../../../src/site/compare/compare-diff-table.ts'
import {sideOfTopic, testReader} from '../../support/reader.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'
import {attribute, elementsOf, treeText} from '../../support/tree-query.ts'

const factsOf = (topic: Topic): Facts[] => rulesOf(topic).map(({rule}) => rule.facts)

const view = (kb: KnowledgeBase, a: Topic, b: Topic, locale: string): Element[] => {
  const reader = testReader(kb, locale)
  const sides = [sideOfTopic(a, locale), sideOfTopic(b, locale)] as const
  const diff = diffTopics(a, b)
  return [...diffHead(diff, sides, '/swapped/', reader), ...diffTables(diff, sides, reader)]
}

/** Everything that a page names, without its words: rows, links, numbers, how many fields differ. */
const named = (tree: Element[]) => ({
  numbers: treeText(elementsOf(tree, 'p', 'lead')[0] ?? never()).match(/\d+/g),
  flows: elementsOf(elementsOf(tree, 'ul', 'flows'), 'a').map((link) => attribute(link, 'href')),
  rows: elementsOf(elementsOf(tree, 'tbody'), 'tr').map((row) => [
    attribute(row, 'class'),
    attribute(row, 'id'),
    elementsOf([row], 'a', 'port').map((link) => attribute(link, 'href').replace(/^\/[^/]+/, '')),
    elementsOf([row], 'li').length,
  ]),
})

function expectSameInEveryLanguage(kb: KnowledgeBase): void {
  const topics = kb.topics.filter((topic) => factsOf(topic).length > 0)
  expect(topics.length).toBeGreaterThan(1)
  for (const a of topics) {
    for (const b of topics) {
      const {rules, counts, shared, open, close} = diffTopics(a, b)
      expect(patch(factsOf(a), rules)).toEqual(factsOf(b))
      const english = named(view(kb, a, b, 'en'))
      const {open: toOpen, close: toClose, change, ...rest} = counts
      const moved = toOpen + toClose + change === 0 ? [] : [toOpen, toClose]
      const told = [change, rest.address, rest.condition, rest.stay, rest.unknown].filter(
        (number) => number > 0,
      )
      expect(english.numbers?.map(Number) ?? []).toEqual(shared === 0 ? [] : [...moved, ...told])
      expect(english.flows.length).toBe(open.length + close.length)
      const kinds = shared === 0 ? [] : rules.map(({kind}) => kind).sort()
      expect(english.rows.map(([kind]) => kind).sort()).toEqual(kinds)
      for (const locale of ['zh-TW', 'ja-JP', 'fr-FR']) {
        expect([locale, named(view(kb, a, b, locale))]).toEqual([locale, english])
      }
    }
  }
}

function never(): never {
  throw new Error('expected something here')
}

describeShared('src/site/compare/compare-diff.ts on the documents beside the project', () => {
  let kb: KnowledgeBase
  beforeAll(() => {
    kb = runPipeline({sources: [join(sharedDir, 'technet')], content: 'content'})
  }, 900_000)

  it('names the same rules and numbers in every language for every pair of topics', {}, () => {
    expectSameInEveryLanguage(kb)
  })
})
