import {describe, expect, it} from 'vitest'
import {rowLine, rowPart} from '../../../src/facts/row/row-parts.ts'
import {type ColumnKind, columnKindSchema} from '../../../src/model/schema.ts'

const line = (...cells: [ColumnKind, string][]) =>
  rowLine(cells.map(([kind, text]) => ({kind, text})))
    .map(({character, cell}) => character + cell.text)
    .join('')

describe('src/facts/row/row-parts.ts', () => {
  it('tells what opens first, then from where to where, whatever the order of the columns', () => {
    const path = ['path', 'SIP(TLS)/TCP/5061'] as const
    const [from, to] = [['source', 'Any'] as const, ['destination', 'Edge'] as const]
    expect(line([...path], [...from], [...to])).toBe('SIP(TLS)/TCP/5061 · Any → Edge')
    expect(line([...to], [...from], [...path])).toBe('SIP(TLS)/TCP/5061 · Any → Edge')
  })

  it('keeps a source port with the sender, not beside the ports that listen', () => {
    expect(line(['source', 'A'], ['destination', 'B'], ['sourcePort', '50000-59999'], ['port', '3478'])).toBe(
      '3478 · A · 50000-59999 → B',
    )
  })

  it('takes the one machine that a table names for the one that listens', () => {
    expect(line(['host', 'Front End'], ['service', 'SIP'], ['port', '5061'], ['notes', 'TLS'])).toBe(
      'SIP · 5061 → Front End · TLS',
    )
  })

  it('loses no cell of any kind, and starts with no separator', () => {
    const cells = columnKindSchema.options.map((kind) => ({kind}))
    const told = rowLine(cells)
    expect(told.map(({cell}) => cell.kind).toSorted()).toEqual(columnKindSchema.options.toSorted())
    expect(told[0]?.character).toBe('')
    expect(new Set(cells.map(({kind}) => rowPart(kind))).size).toBe(4)
  })
})
