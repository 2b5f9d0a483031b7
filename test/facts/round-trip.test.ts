/** Facts that are written as tables in many layouts, languages and markups are read back as they are, or refused. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {mergeRanges} from '../../src/facts/ports/ranges.ts'
import {knownLocales} from '../../src/languages/languages.ts'
import type {PortRange, Transport} from '../../src/model/schema.ts'
import {documentOf, html, pipe} from '../support/row-outcomes.ts'
import {runs} from '../support/thorough.ts'
import {type WrittenTable, writtenTable} from '../support/written-tables.ts'

/** The ports of each transport, whatever rules they are cut into. */
const opened = (parts: readonly {transports: readonly Transport[]; ports: readonly PortRange[]}[]): string =>
  (['tcp', 'udp'] as const)
    .map((name) => {
      const own = parts.filter(({transports}) => transports.includes(name)).flatMap(({ports}) => ports)
      return `${name} ${mergeRanges(own).map((range) => range.join('-'))}`
    })
    .concat(parts.some(({transports}) => transports.length === 0) ? ['without a transport'] : [])
    .join('; ')

/** What is read of each row; null for one that gives no rule. */
const readBack = (table: WrittenTable): (string | null)[] => {
  const form = table.form === 'html' ? html : pipe
  const kb = buildKnowledgeBase([documentOf(table, (page) => `${form(page)}\n${table.notes}`)])
  const rows = kb.topics[0]?.tables[0]?.rows ?? []
  return table.expected.map((_, at) => {
    const rules = rows.find(({row}) => row === at + 1)?.rules ?? []
    return rules.length === 0 ? null : opened(rules.map(({facts}) => facts))
  })
}

describe('facts written as tables', () => {
  it.each(knownLocales)('are read back equal or refused, never different, in %s', (locale) => {
    let read = 0
    let all = 0
    fc.assert(
      fc.property(writtenTable(locale), (table) => {
        const found = readBack(table)
        const expected = table.expected.map(({parts}) => opened(parts))
        for (const [at, one] of found.entries()) {
          all++
          if (one !== null) read++
          if (one !== null)
            expect(one, `${JSON.stringify(table.rows[at])} below ${table.header}`).toBe(expected[at])
        }
      }),
      {numRuns: runs(30)},
    )
    expect(read / all).toBeGreaterThan(0.5)
  })
})
