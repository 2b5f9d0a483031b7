import {describe, expect, it} from 'vitest'
import {revisionDiff} from '../../src/compare/revision.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const changed = (change: (kb: KnowledgeBase) => void): KnowledgeBase => {
  const kb = tinyKnowledgeBase()
  change(kb)
  return kb
}

const firstFacts = (kb: KnowledgeBase) => {
  const facts = kb.topics[0]?.tables[0]?.rows[0]?.rules[0]?.facts
  if (facts === undefined) throw new Error('the tiny knowledge base has no rule')
  return facts
}

const narrowed = changed((kb) => {
  firstFacts(kb).ports = [[444, 445]]
})

const kinds = (before: KnowledgeBase, after: KnowledgeBase) =>
  revisionDiff(before, after).changes.map(({kind, topic}) => `${kind} ${topic.id}`)

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

  it('leaves out topics without rules: nothing is opened or closed with them', () => {
    const silent = changed((kb) => {
      const [topic] = kb.topics
      if (topic !== undefined) kb.topics.push({...topic, id: 'prose', key: 'prose', tables: []})
    })
    expect(revisionDiff(tinyKnowledgeBase(), silent)).toEqual({changes: [], equal: 2})
    expect(revisionDiff(silent, tinyKnowledgeBase())).toEqual({changes: [], equal: 2})
    expect(revisionDiff(silent, silent)).toEqual({changes: [], equal: 2})
  })
})
