import {describe, expect, it} from 'vitest'
import {readRowPorts} from '../../../src/facts/facts-ports.ts'
import type {RowCell} from '../../../src/facts/row/row-cell.ts'
import type {ColumnKind} from '../../../src/model/schema.ts'
import {BREAK, plainText} from '../../../src/text/cell-structure.ts'

const cell = (kind: ColumnKind, lines: string, header = ''): Omit<RowCell, 'column'> => {
  const read = lines.replaceAll('|', BREAK)
  return {kind, read, text: plainText(read), isKnown: true, header}
}

const parts = (...cells: Omit<RowCell, 'column'>[]): string => {
  const read = readRowPorts(
    cells.map((each, at) => ({...each, column: at + 1})),
    'en',
  )
  return read.ok
    ? read.parts
        .map(({facts: {transports, ports}, line}) =>
          [
            line === null ? '' : `${line}:`,
            transports.join('+'),
            ports.map((range) => [...new Set(range)].join('-')).join(' '),
          ]
            .join(' ')
            .trim(),
        )
        .join(' | ')
    : read.message
}

describe('src/facts/columns', () => {
  it('pairs the lines of ports and of protocols', () => {
    expect(parts(cell('port', '53|953'), cell('protocol', 'UDP|TCP'))).toBe('udp 53 | tcp 953')
    expect(parts(cell('port', '123|323'), cell('protocol', 'UDP|UDP'))).toBe('udp 123 323')
    expect(parts(cell('port', '53|953'), cell('protocol', 'UDP|TCP'), cell('destination', 'A|B'))).toBe(
      '1: udp 53 | 2: tcp 953',
    )
  })

  it('refuses lines that are not as many, and machines beside ports', () => {
    expect(parts(cell('port', '53|953'), cell('protocol', 'UDP|TCP|UDP'))).toContain('belong together')
    expect(parts(cell('port', '53|953'), cell('destination', 'A|B'))).toContain('belong together')
  })

  it('takes ports of columns that are named after transports apart', () => {
    expect(parts(cell('port', '3268, 3269', 'TCP'), cell('port', '123', 'UDP'))).toBe(
      'tcp 3268 3269 | udp 123',
    )
    expect(parts(cell('port', '53', 'TCP'), cell('port', '53', 'UDP'))).toBe('tcp+udp 53')
    expect(parts(cell('port', '443', 'External port'), cell('port', '8443', 'Internal port'))).toContain(
      'different ports',
    )
  })

  it('takes a transport that only a column names for parts without one, and no other', () => {
    expect(parts(cell('port', '53, 88'), cell('protocol', 'TCP/UDP'))).toBe('tcp+udp 53 88')
    expect(parts(cell('port', '53/TCP, 88/UDP'), cell('protocol', 'TCP/UDP'))).toBe('tcp 53 | udp 88')
    expect(parts(cell('port', '53/TCP, 88/UDP'), cell('protocol', 'TCP'))).toContain('different transports')
  })
})
