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

describe('src/site/compare/compare-diff.ts', () => {
  const kb = tinyKnowledgeBase()
  const texts = (rules: readonly [Partial<Facts>, Partial<Facts>], locale = 'en') => {
    const [a, b] = rules.map((facts, at) => topicOf(`t${at}`, [topicRule(facts, {id: `r-${at}`})]))
    return elementsOf(view(kb, a ?? never(), b ?? never(), locale), 'li').map(treeText)
  }

  it('names the same rules and numbers in every language for every pair of the sample', {}, () => {
    expectSameInEveryLanguage(runPipeline({sources: ['content/sources'], content: 'content'}))
  })

  it('tells six moves of the sample as a person did, with the same answer in every language', {}, () => {
    const sample = runPipeline({sources: ['content/sources'], content: 'content'})
    const said = (from: string, to: string, locale: string): string => {
      const [a, b] = [from, to].map((id) => sample.topics.find((topic) => topic.id === id) ?? never())
      return diffSum(diffTopics(a ?? never(), b ?? never()), testReader(sample, locale))
    }
    const [nat, dns, single, xmpp] = [
      'single-edge-nat',
      'scaled-edge-dns-public-ip',
      'single-edge-public-ip',
      'xmpp-federation',
    ] as const
    const addresses = (moved: number, stay: number) => ({
      en: `No port opens or closes, ${moved} rules get other addresses, ${stay} unchanged.`,
      'fr-FR': `Aucun port ne s’ouvre ni ne se ferme, ${moved} règles changent d’adresses, ${stay} inchangées.`,
      'ja-JP': `開閉するポートなし、アドレスが変わる規則 ${moved} 件、変わらない規則 ${stay} 件。`,
      'zh-TW': `不需開放或關閉任何連接埠，${moved} 條規則改用其他位址，${stay} 條不變。`,
    })
    const partly = {
      en: 'No port is known to open or close, 3 unchanged, 34 are covered by one topic only.',
      'fr-FR': 'Aucun port connu ne s’ouvre ni ne se ferme, 3 inchangées, 34 traitées par un seul sujet.',
      'ja-JP':
        '開閉するとわかっているポートはなし、変わらない規則 3 件、片方のトピックだけが扱う規則 34 件。',
      'zh-TW': '就已知者不需開放或關閉任何連接埠，3 條不變，34 條僅一個主題涵蓋。',
    }
    const moves = [
      [nat, dns, addresses(15, 22)],
      [dns, nat, addresses(15, 22)],
      [nat, single, addresses(15, 22)],
      [single, dns, addresses(2, 35)],
      [nat, xmpp, partly],
      [xmpp, dns, partly],
    ] as const
    for (const [from, to, expected] of moves)
      for (const [locale, sentence] of Object.entries(expected))
        expect([from, to, said(from, to, locale)]).toEqual([from, to, sentence])
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
    expect(elementsOf(elementsOf(tree, 'tr'), 'li').map(treeText)).toEqual([
      'ポート：1-2, 3-4 → 1-4 (表記は違うが意味は同じ)',
    ])
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
    expect(said(full, {...full, id: 'other'})).toContain('Both topics have the same rules.')
    expect(said(full, topicOf('empty', []))).toContain('“empty” has no rules.')
    expect(elementsOf(view(kb, topicOf('x', []), topicOf('y', []), 'en'), 'table')).toEqual([])
  })

  it('keeps what documents say as text', () => {
    const hostile = topicOf('t', [topicRule()])
    hostile.title = {source: '<img src=x onerror=alert(1)>', sourceOrigin: 'span', texts: {}}
    const tree = view(kb, hostile, topicOf('b', []), 'en')
    expect(elementsOf(tree, 'img')).toEqual([])
    const side = sideOfTopic(hostile, 'en')
    expect(diffTitle(side, side, testReader(kb, 'en'))).toContain('<img')
    const counts = {open: 1, close: 0, change: 2, address: 0, condition: 1, stay: 30, unknown: 0}
    expect(diffSum({counts, shared: 33, rules: []}, testReader(kb, 'en'))).toBe(
      '1 rule to open, 0 to close, 2 to change, 1 gets another condition, 30 unchanged.',
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
