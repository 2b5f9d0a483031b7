import {describe, expect, test} from 'vitest'
import {mostRequired, placedRules, portEntries} from '../../../src/site/ports/port-entries.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const {topics} = tinyKnowledgeBase()
const rules = topics.flatMap(placedRules)

describe('src/site/ports/port-entries.ts', () => {
  test('every port and bound of a range has an entry, and every range', () => {
    const ids = new Set(portEntries(topics).map(({id}) => id))
    for (const {rule} of rules)
      for (const [low, high] of rule.facts.ports) {
        expect(ids).toContain(`${low}`)
        expect(ids).toContain(`${high}`)
        expect(ids).toContain(low === high ? `${low}` : `${low}-${high}`)
      }
  })

  test('an entry holds exactly the rules that its port or range meets', () => {
    for (const entry of portEntries(topics)) {
      const meeting = rules.filter(({rule}) =>
        rule.facts.ports.some(([low, high]) => low <= entry.range[1] && entry.range[0] <= high),
      )
      const ids = (placed: readonly {rule: {id: string}}[]) => placed.map(({rule}) => rule.id).toSorted()
      expect([entry.id, ids(entry.listening)]).toEqual([entry.id, ids(meeting)])
    }
  })

  test('entries stand in the order of their numbers', () => {
    const ranges = portEntries(topics).map(({range}) => range)
    expect(ranges).toEqual(ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
  })

  test('“any port” is one entry, without pages for its bounds', () => {
    const [topic] = structuredClone(topics)
    const facts = topic?.tables[0]?.rows[0]?.rules[0]?.facts
    if (topic === undefined || facts === undefined) throw new Error('the tiny dataset has a rule')
    facts.ports = [[0, 65_535]]
    const ids = portEntries([topic]).map(({id}) => id)
    expect(ids).toContain('0-65535')
    expect(ids).not.toContain('0')
    expect(ids).not.toContain('65535')
  })

  test('most required is what rules name themselves, not what the source ports or the range of another reach into', () => {
    const [topic] = structuredClone(topics)
    const row = topic?.tables[0]?.rows[0]
    const rule = row?.rules[0]
    if (topic === undefined || row === undefined || rule === undefined)
      throw new Error('the tiny dataset has a rule')
    topic.tables = topic.tables.slice(0, 1)
    const of = (id: string, ports: [number, number][], sourcePorts: [number, number][] = []) => ({
      ...row,
      rules: [{...rule, id, facts: {...rule.facts, ports, sourcePorts}}],
    })
    const table = topic.tables[0]
    if (table === undefined) throw new Error('the tiny dataset has a table')
    table.rows = [
      of('r-1', [[5000, 6000]], [[1024, 65_535]]),
      of('r-2', [[8443, 8443]]),
      of('r-3', [[8443, 8443]]),
      of('r-4', [[0, 65_535]]),
      of('r-5', [[443, 443]]),
    ]
    expect(mostRequired(portEntries([topic])).map(({id}) => id)).toEqual(['8443', '443', '5000-6000'])
  })
})
