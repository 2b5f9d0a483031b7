import {describe, expect, it} from 'vitest'
import type {Row, Table} from '../../../src/model/schema.ts'
import {saysNoRequirement} from '../../../src/site/topic/port-table.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const rowWith = (requirement: 'unknown' | 'required'): Row => {
  const row = tinyKnowledgeBase().topics[0]?.tables[0]?.rows.find(({rules}) => rules.length > 0)
  if (row === undefined) throw new Error('the tiny dataset has a rule')
  return {...row, rules: row.rules.map((rule) => ({...rule, facts: {...rule.facts, requirement}}))}
}

const tableOf = (...rows: Row[]): Pick<Table, 'rows'> => ({rows})

describe('src/site/topic/port-table.ts', () => {
  it('says of a table that it states no requirement where none of its rules has one', () => {
    expect(saysNoRequirement(tableOf(rowWith('unknown'), rowWith('unknown')))).toBe(true)
  })

  it('says so of no table of which one row states it, however few rows a page shows', () => {
    expect(saysNoRequirement(tableOf(rowWith('unknown'), rowWith('unknown'), rowWith('required')))).toBe(
      false,
    )
  })
})
