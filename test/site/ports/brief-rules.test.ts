import {describe, expect, it} from 'vitest'
import {shareRules} from '../../../src/site/ports/brief-rules.ts'
import {placedRules} from '../../../src/site/ports/port-entries.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

/** Thirty topics with the rules of a small one. */
const rules = Array.from({length: 30}, () => tinyKnowledgeBase().topics.flatMap(placedRules)).flat()

describe('src/site/ports/brief-rules.ts', () => {
  it('shows few rules as tables alone', () => {
    const {tables, brief, rest} = shareRules(rules, {full: 1000, all: 1000})
    expect([tables.length, brief.length, rest]).toEqual([rules.length, 0, 0])
  })

  it('loses no rule between tables, lines and the rest, and parts no topic', () => {
    for (const [full, all] of [
      [1, 1],
      [12, 20],
      [20, 1000],
      [0, 0],
    ] as const) {
      const {tables, brief, rest} = shareRules(rules, {full, all})
      const lines = brief.flatMap((each) => each.rules)
      expect([...tables, ...lines]).toEqual(rules.slice(0, rules.length - rest))
      expect(tables.length).toBeGreaterThan(0)
      const shown = new Set(tables.map(({topic}) => topic))
      expect(lines.filter(({topic}) => shown.has(topic))).toEqual([])
    }
  })
})
