/** The tiny knowledge base that other tests build on keeps to the schema and to the ledger. */
import {describe, expect, test} from 'vitest'
import {knowledgeBaseSchema} from '../../src/model/schema.ts'
import {correctedCell, tinyKnowledgeBase} from './tiny-kb.ts'

describe('test/support/tiny-kb.ts', () => {
  const kb = tinyKnowledgeBase()

  test('the tiny knowledge base is valid', () => {
    expect(knowledgeBaseSchema.safeParse(kb).error).toBeUndefined()
  })

  test('each topic has two tables of six rules with ids of their own', () => {
    const rules = kb.topics.flatMap((topic) =>
      topic.tables.flatMap((table) => table.rows.flatMap((row) => row.rules.map(({id}) => id))),
    )
    expect(rules).toHaveLength(24)
    expect(new Set(rules).size).toBe(24)
  })

  test('every unit, finding and edition that is named exists', () => {
    const units = new Map(kb.units.map((unit) => [unit.id, unit]))
    const editions = new Set(kb.editions.map((edition) => edition.id))
    expect(units.size).toBe(kb.units.length)
    for (const unit of kb.units) expect(editions).toContain(unit.edition)
    for (const finding of kb.findings) expect(units.get(finding.unit)?.findings).toContain(finding.id)
  })

  test('the corrected cell shows its fix and keeps the text as found', () => {
    const corrected = kb.units.filter((unit) => unit.status === 'corrected')
    expect(corrected.map((unit) => [unit.target, unit.published])).toEqual([[correctedCell.found, '任何']])
  })

  test('rows read are rows published and rows in the ledger', () => {
    expect(kb.ledger.read).toBe(kb.ledger.published + kb.ledger.entries.length)
  })
})
