import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mergeTables} from '../../src/align/merge.ts'
import {type CellText, editionOf, tableOf} from '../support/edition-of.ts'

const HEADER = ['Path', 'From', 'To']
const rows = {
  sip: ['SIP/TLS/TCP/443', 'Any', 'Edge'],
  dns: ['DNS/UDP/53', 'Edge', 'Any'],
  media: ['RTP/UDP/50,000-59,999', 'Any', 'Edge'],
  xmpp: ['XMPP/TCP/5269', 'Any', 'Edge'],
} satisfies Record<string, CellText[]>

const table = (...lines: CellText[][]) => tableOf(['path', 'source', 'destination'], [HEADER, ...lines])
const edition = (path: string, ...lines: CellText[][]) => editionOf({path, tables: [table(...lines)]})

/** The first cell of each merged row, per edition. */
const firstCells = (editions: ReturnType<typeof editionOf>[]): Record<string, string | undefined>[] =>
  mergeTables(editions).flatMap((merged) =>
    merged.rows.map((row) =>
      Object.fromEntries([...row.editions].map(([id, own]) => [id, own.cells[0]?.target])),
    ),
  )

describe('src/align/merge.ts', () => {
  it('lays rows of the same figures over each other', () => {
    expect(firstCells([edition('a', rows.sip, rows.dns), edition('b', rows.sip, rows.dns)])).toEqual([
      {a: 'SIP/TLS/TCP/443', b: 'SIP/TLS/TCP/443'},
      {a: 'DNS/UDP/53', b: 'DNS/UDP/53'},
    ])
  })

  it('lays tables of settings over each other by the names that they hold', () => {
    const setting = (name: string, type: string) =>
      tableOf(
        ['notes', 'notes'],
        [
          ['Name', name],
          ['Type', type],
          ['Default', '20'],
          ['Since', '2024'],
        ],
      )
    const english = editionOf({
      path: 'a',
      locale: 'en',
      tables: [setting('lift_one', 'int'), setting('lift_two', 'int')],
    })
    const chinese = editionOf({
      path: 'b',
      locale: 'zh-CN',
      tables: [setting('lift_two', 'int'), setting('lift_new', 'int')],
    })
    const names = mergeTables([english, chinese]).map(({tables}) =>
      [...tables].map(([, own]) => own.header?.cells[1]?.target),
    )
    expect(names).toEqual(expect.arrayContaining([['lift_two', 'lift_two'], ['lift_one'], ['lift_new']]))
  })

  it('finds the right row when an edition lacks one in the middle', () => {
    expect(
      firstCells([edition('a', rows.sip, rows.dns, rows.media), edition('b', rows.sip, rows.media)]),
    ).toEqual([
      {a: 'SIP/TLS/TCP/443', b: 'SIP/TLS/TCP/443'},
      {a: 'DNS/UDP/53'},
      {a: 'RTP/UDP/50,000-59,999', b: 'RTP/UDP/50,000-59,999'},
    ])
  })

  it('keeps a row that only a later edition has, after its neighbour', () => {
    expect(
      firstCells([edition('a', rows.sip, rows.media), edition('b', rows.sip, rows.xmpp, rows.media)]),
    ).toEqual([
      {a: 'SIP/TLS/TCP/443', b: 'SIP/TLS/TCP/443'},
      {b: 'XMPP/TCP/5269'},
      {a: 'RTP/UDP/50,000-59,999', b: 'RTP/UDP/50,000-59,999'},
    ])
  })

  it('pairs rows of equal number by position when one of them has a broken cell', () => {
    const broken = ['RTP/UDP/50000-000-59 999', 'Any', 'Edge']
    expect(firstCells([edition('a', rows.sip, rows.media), edition('b', rows.sip, broken)])).toEqual([
      {a: 'SIP/TLS/TCP/443', b: 'SIP/TLS/TCP/443'},
      {a: 'RTP/UDP/50,000-59,999', b: 'RTP/UDP/50000-000-59 999'},
    ])
  })

  it('keeps a table that only one edition has', () => {
    const two = editionOf({path: 'b', tables: [table(rows.sip, rows.dns), table(rows.media, rows.xmpp)]})
    const merged = mergeTables([edition('a', rows.sip, rows.dns), two])
    expect(merged.map(({tables}) => [...tables.keys()])).toEqual([['a', 'b'], ['b']])
  })

  it('holds every row of every edition exactly once, whatever is missing where', () => {
    const all = Object.values(rows)
    const subset = fc.subarray(all)
    fc.assert(
      fc.property(fc.array(subset, {minLength: 1, maxLength: 4}), (choices) => {
        const editions = choices.map((lines, index) => edition(`e${index}`, ...lines))
        const merged = mergeTables(editions).flatMap((table) => table.rows)
        for (const {info, tables} of editions) {
          const own = merged.flatMap((row) => row.editions.get(info.id) ?? [])
          expect(own).toEqual(tables.flatMap((table) => table.rows))
        }
      }),
    )
  })
})
