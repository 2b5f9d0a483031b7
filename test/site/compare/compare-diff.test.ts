import type {Element} from 'hast'
import {describe, expect, it} from 'vitest'
import {runPipeline} from '../../../src/app/ingest/pipeline.ts'
import {diffTopics} from '../../../src/compare/diff.ts'
import {patch} from '../../../src/compare/patch.ts'
import type {Facts, KnowledgeBase, Topic} from '../../../src/model/schema.ts'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {diffHead, diffSum, diffTitle} from '../../../src/site/compare/compare-diff.ts'
import {diffTables} from '../../../src/site/compare/compare-diff-table.ts'
import {compareTopic} from '../../../src/site/compare/compare-topic.ts'
import {sideOfTopic, testReader} from '../../support/reader.ts'
import {ports, topicRule} from '../../support/rules.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {topicOf} from '../../support/topic-of.ts'
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
      const {rules, counts, open, close} = diffTopics(a, b)
      expect(patch(factsOf(a), rules)).toEqual(factsOf(b))
      const english = named(view(kb, a, b, 'en'))
      expect(english.numbers?.map(Number)).toEqual([counts.open, counts.close, counts.change, counts.stay])
      expect(english.flows.length).toBe(open.length + close.length)
      expect(english.rows.map(([kind]) => kind).sort()).toEqual(rules.map(({kind}) => kind).sort())
      for (const locale of ['zh-TW', 'ja-JP', 'fr-FR']) {
        expect([locale, named(view(kb, a, b, locale))]).toEqual([locale, english])
      }
    }
  }
}

describe('src/site/compare/compare-diff.ts', () => {
  const kb = tinyKnowledgeBase()
  const texts = (rules: readonly [Partial<Facts>, Partial<Facts>], locale = 'en') => {
    const [a, b] = rules.map((facts, at) => topicOf(`t${at}`, [topicRule(facts, {id: `r-${at}`})]))
    return elementsOf(view(kb, a ?? never(), b ?? never(), locale), 'li').map(treeText)
  }

  it('names the same rules and numbers in every language for every pair of the sample', {
    timeout: 60_000,
  }, () => {
    expectSameInEveryLanguage(runPipeline({sources: ['content/sources'], content: 'content'}))
  })

  it('says which ports are opened more and which less', () => {
    expect(texts([{ports: ports([50000, 50019])}, {ports: ports([50010, 50029])}])).toContain(
      'Ports: 50000-50019 → 50010-50029 (opens 50020-50029, closes 50000-50009)',
    )
    expect(texts([{ports: ports([443, 443])}, {ports: ports([443, 443], [5061, 5061])}], 'ja-JP')).toContain(
      'ポート：443 → 443, 5061 (5061 を開く)',
    )
  })

  it('marks a range in two pieces as the same rule in another notation', () => {
    const [a, b] = [ports([1, 2], [3, 4]), ports([1, 4])].map((own, at) =>
      topicOf(`t${at}`, [topicRule({ports: own}, {id: `r-${at}`})]),
    )
    const tree = view(kb, a ?? never(), b ?? never(), 'ja-JP')
    expect(elementsOf(tree, 'tr', 'equal').length).toBe(1)
    expect(elementsOf(tree, 'li').map(treeText)).toEqual(['ポート：1-2, 3-4 → 1-4 (表記は違うが意味は同じ)'])
  })

  it('gives both rules’ addresses a place to lead to', () => {
    const [a, b] = [topicOf('a', [topicRule({}, {id: 'r-a'})]), topicOf('b', [topicRule({}, {id: 'r-b'})])]
    const tree = view(kb, a, b, 'en')
    const ids = [...elementsOf(tree, 'tr'), ...elementsOf(tree, 'td')].map((each) => attribute(each, 'id'))
    expect(ids.filter((id) => id !== '')).toEqual(['r-b', 'r-a'])
  })

  it('says when both hold the same rules, and when one holds none', () => {
    const full = topicOf('full', [topicRule()])
    const said = (a: Topic, b: Topic) => elementsOf(view(kb, a, b, 'en'), 'p').map(treeText)
    expect(said(full, {...full, id: 'other'})).toContain('Both topics hold the same rules.')
    expect(said(full, topicOf('empty', []))).toContain('“empty” holds no rules.')
    expect(elementsOf(view(kb, topicOf('x', []), topicOf('y', []), 'en'), 'table')).toEqual([])
  })

  it('keeps what documents say as text', () => {
    const hostile = topicOf('t', [topicRule()])
    hostile.title = {source: '<img src=x onerror=alert(1)>', sourceOrigin: 'span', texts: {}}
    const tree = view(kb, hostile, topicOf('b', []), 'en')
    expect(elementsOf(tree, 'img')).toEqual([])
    const side = sideOfTopic(hostile, 'en')
    expect(diffTitle(side, side, testReader(kb, 'en'))).toContain('<img')
    expect(diffSum({open: 1, close: 0, change: 2, stay: 30}, testReader(kb, 'en'))).toBe(
      '1 rule to open, 0 to close, 2 to change, 30 stay as they are.',
    )
  })
})

describe('src/site/compare/compare-topic.ts', () => {
  it('keeps all that a comparison reads', () => {
    const [a, b] = tinyKnowledgeBase().topics
    if (a === undefined || b === undefined) throw new Error('the tiny knowledge base has two topics')
    const loaded = (topic: Topic) => JSON.parse(JSON.stringify(compareTopic(topic, {})))
    expect(diffTopics(loaded(a), loaded(b))).toEqual(diffTopics(a, b))
    expect(JSON.stringify(loaded(a)).length).toBeLessThan(JSON.stringify(a).length / 2)
  })
})

function never(): never {
  throw new Error('expected something here')
}
