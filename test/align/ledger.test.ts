import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {buildLedger, type RowOutcome} from '../../src/align/ledger.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'

const edition = editionOf({
  path: 'a.md',
  tables: [
    tableOf(['port'], [['Port'], ['443'], ['80'], ['Totals']]),
    tableOf(['other'], [['Name'], ['x']], false),
  ],
})

describe('src/align/ledger.ts', () => {
  it('counts a row behind a rule as published and lists any other with its reason', () => {
    const outcomes = edition.tables.flatMap(({table, rows}) =>
      rows.map(
        (row): RowOutcome => ({
          edition: 'a.md',
          table,
          row,
          reason: table === 2 ? 'not-a-port-table' : row.row === 3 ? 'totals-row' : null,
        }),
      ),
    )
    const ledger = buildLedger([edition], outcomes)
    expect([ledger.read, ledger.published]).toEqual([4, 2])
    expect(ledger.entries.map(({table, row, reason}) => [table, row, reason])).toEqual([
      [1, 3, 'totals-row'],
      [2, 1, 'not-a-port-table'],
    ])
  })

  it('enters a row that no step accounted for, instead of losing it', () => {
    const ledger = buildLedger([edition], [])
    expect([ledger.read, ledger.published]).toEqual([4, 0])
    expect(new Set(ledger.entries.map(({reason}) => reason))).toEqual(new Set(['unaligned']))
  })

  it('adds up for any outcomes', () => {
    const reason = fc.constantFrom<RowOutcome['reason']>(null, 'no-port', 'unreadable', 'superseded-edition')
    fc.assert(
      fc.property(fc.array(fc.option(reason, {nil: undefined}), {minLength: 4, maxLength: 4}), (reasons) => {
        const rows = edition.tables.flatMap(({table, rows}) => rows.map((row) => ({table, row})))
        const outcomes = rows.flatMap(({table, row}, index): RowOutcome[] => {
          const own = reasons[index]
          return own === undefined ? [] : [{edition: 'a.md', table, row, reason: own}]
        })
        const ledger = buildLedger([edition], outcomes)
        expect(ledger.published + ledger.entries.length).toBe(ledger.read)
        expect(ledger.published).toBe(outcomes.filter((outcome) => outcome.reason === null).length)
      }),
    )
  })
})
