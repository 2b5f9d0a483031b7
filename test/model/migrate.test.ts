import {describe, expect, it} from 'vitest'
import {migrateDataset} from '../../src/model/migrate.ts'
import {knowledgeBaseSchema} from '../../src/model/schema.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

/** The dataset as version 0.1 wrote it: one rule a row, required where nothing was said. */
const earlier = () => {
  const kb = tinyKnowledgeBase()
  const withRule = ({rules, ...row}: (typeof kb.topics)[number]['tables'][number]['rows'][number]) => {
    const [rule] = rules
    if (rule === undefined) return {...row, rule: null}
    const {action: _, direction: __, known: ___, requirement, ...facts} = rule.facts
    const said = requirement === 'unknown' ? 'required' : requirement
    return {...row, rule: {...rule, facts: {...facts, requirement: said}}}
  }
  const topics = kb.topics.map((topic) => ({
    ...topic,
    tables: topic.tables.map((table) => ({
      ...table,
      header: table.header === null ? null : withRule(table.header),
      rows: table.rows.map(withRule),
    })),
  }))
  return {...kb, schema: 1, topics}
}

describe('src/model/migrate.ts', () => {
  it('brings a dataset of version 0.1 into the present shape', () => {
    const migrated = knowledgeBaseSchema.parse(migrateDataset(earlier()))
    const [row] = migrated.topics[0]?.tables[0]?.rows ?? []
    expect(row?.rules[0]?.facts).toMatchObject({action: 'allow', direction: null})
    expect(migrated.topics.map(({id}) => id)).toEqual(tinyKnowledgeBase().topics.map(({id}) => id))
  })

  it('calls nothing required of which nothing was said', () => {
    const rules = knowledgeBaseSchema
      .parse(migrateDataset(earlier()))
      .topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap((row) => row.rules)))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter(({facts}) => facts.requirement === 'required')).toEqual([])
  })

  it('leaves anything else as it is', () => {
    const kb = tinyKnowledgeBase()
    expect(migrateDataset(kb)).toBe(kb)
    expect(migrateDataset({schema: 1})).toEqual({schema: 1})
    expect(migrateDataset(null)).toBeNull()
  })
})
