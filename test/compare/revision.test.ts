import {describe, expect, it} from 'vitest'
import {changeFeeds} from '../../src/compare/feed.ts'
import {revisionDiff} from '../../src/compare/revision.ts'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const changed = (change: (kb: KnowledgeBase) => void): KnowledgeBase => {
  const kb = tinyKnowledgeBase()
  change(kb)
  return kb
}

const firstFacts = (kb: KnowledgeBase) => {
  const facts = kb.topics[0]?.tables[0]?.rows[0]?.rule?.facts
  if (facts === undefined) throw new Error('the tiny knowledge base has no rule')
  return facts
}

const narrowed = changed((kb) => {
  firstFacts(kb).ports = [[444, 445]]
})

const kinds = (before: KnowledgeBase, after: KnowledgeBase) =>
  revisionDiff(before, after).changes.map(({kind, topic}) => `${kind} ${topic.id}`)

const feeds = (before: KnowledgeBase, after: KnowledgeBase) =>
  changeFeeds(revisionDiff(before, after), after, {
    title: 'Changes <&>',
    locale: 'fr-FR',
    siteUrl: 'https://ports.example/fr-FR/',
    feedUrls: {
      json: 'https://ports.example/fr-FR/changes.json',
      atom: 'https://ports.example/fr-FR/changes.atom',
    },
    nameOf: (endpoint) => (endpoint === null ? '–' : `<${endpoint.id}>`),
    urlOf: (id) => `https://ports.example/fr-FR/topics/${id}/`,
  })

describe('src/compare/revision.ts', () => {
  it('finds nothing between a dataset and itself', () => {
    expect(revisionDiff(tinyKnowledgeBase(), tinyKnowledgeBase())).toEqual({changes: [], equal: 2})
  })

  it('knows a topic by its key when its title and id change', () => {
    const renamed = changed((kb) => {
      for (const topic of kb.topics) topic.id = `new-${topic.id}`
    })
    expect(kinds(tinyKnowledgeBase(), renamed)).toEqual([])
  })

  it('knows a topic by its id when its key changes', () => {
    const rekeyed = changed((kb) => {
      for (const topic of kb.topics) topic.key = `new-${topic.key}`
    })
    expect(kinds(tinyKnowledgeBase(), rekeyed)).toEqual([])
  })

  it('tells topics that came, went and changed', () => {
    const less = changed((kb) => {
      kb.topics.pop()
    })
    expect(kinds(tinyKnowledgeBase(), less)).toEqual(['removed partner-chat'])
    expect(kinds(less, tinyKnowledgeBase())).toEqual(['added partner-chat'])
    expect(kinds(tinyKnowledgeBase(), narrowed)).toEqual(['changed edge-with-nat'])
  })
})

describe('src/compare/feed.ts', () => {
  it('writes one entry a changed topic, dated by its newest document', () => {
    const {json} = feeds(tinyKnowledgeBase(), narrowed)
    const {items} = JSON.parse(json)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      url: 'https://ports.example/fr-FR/topics/edge-with-nat/',
      date_modified: '2016-12-08T00:00:00.000Z',
    })
    expect(items[0].title).toContain('open 0, close 0, change 1, 11 stay')
    expect(items[0].content_html).toContain('&lt;')
    expect(items[0].content_html).not.toContain('<any>')
  })

  it('writes the same bytes for the same datasets', () => {
    expect(feeds(tinyKnowledgeBase(), narrowed)).toEqual(feeds(tinyKnowledgeBase(), narrowed))
  })

  it('is well formed without any change', () => {
    const {json, atom} = feeds(tinyKnowledgeBase(), tinyKnowledgeBase())
    expect(JSON.parse(json).items).toEqual([])
    expect(atom).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
    expect(atom).toContain('Changes &lt;&amp;&gt;')
  })
})
