import {expect, it} from 'vitest'
import {MarkedTables} from '../../src/ingest/marked-tables.ts'

/** Two tables at the offsets 10 and 40, and marks at the places of the dots. */
const tablesOf = (marks: Record<number, string>, label: string) => {
  let text = ' '.repeat(60)
  for (const [at, mark] of Object.entries(marks))
    text = text.slice(0, Number(at)) + mark + text.slice(Number(at) + mark.length)
  return [...new MarkedTables(text).tablesOf(label, [10, 40])].sort()
}

it('gives the tables before and after a mark', () => {
  expect(tablesOf({2: '[^a]'}, 'a')).toEqual([0])
  expect(tablesOf({20: '[^a]'}, 'a')).toEqual([0, 1])
  expect(tablesOf({45: '[^a]'}, 'a')).toEqual([1])
})

it('gives none to a footnote without a mark, and its own line is no mark', () => {
  expect(tablesOf({20: '[^b]'}, 'a')).toEqual([])
  expect(tablesOf({50: '[^a]: '}, 'a')).toEqual([])
})

it('knows labels in upper and lower case, also those that are names of JavaScript', () => {
  expect(tablesOf({45: '[^Note]'}, 'note')).toEqual([1])
  expect(tablesOf({45: '[^constructor]'}, 'constructor')).toEqual([1])
  expect(tablesOf({45: '[^x]'}, '__proto__')).toEqual([])
})

it('gives a mark in a row of a table to that table alone', () => {
  const pipe = '| Buoy |\n| --- |\n| red[^a] |\n\n'
  const html = '<table><tr><td>red[^a]</td></tr></table>\n'
  for (const table of [pipe, html]) {
    const marks = new MarkedTables(`${table}Text.\n\n| Port |\n| --- |\n| 25 |\n`)
    expect([...marks.tablesOf('a', [0, table.length + 7])]).toEqual([0])
  }
  const lead = 'Buoys in red[^a] are these.\n\n'
  expect([...new MarkedTables(`${lead}| Port |\n`).tablesOf('a', [lead.length])]).toEqual([0])
})
