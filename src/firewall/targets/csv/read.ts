/** Reads the rules of a CSV export by the names of its columns. */

import type {ReadRule} from '../../export-types.ts'
import {readTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'
import {leftOutMark} from './write.ts'

const cellRE = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g

export function read(text: string): ReadRule[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(cellRE)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  const [header = [], ...lines] = rows.filter((row) => row.length > 0)
  return lines
    .map((line) => new Map(header.map((name, at) => [name, line[at] ?? ''])))
    .filter((cells) => cells.get('direction') !== leftOutMark)
    .map(readLine)
}

function readLine(cells: ReadonlyMap<string, string>): ReadRule {
  const cell = (name: string): string => {
    const value = cells.get(name)
    if (value === undefined) throw new SyntaxError(`expected a column “${name}”`)
    return value
  }
  const list = (name: string): string[] =>
    cell(name)
      .split(' ')
      .filter((member) => member !== '')
  const direction = cell('direction')
  return {
    direction: direction === 'in' || direction === 'out' ? direction : 'forward',
    ...(cell('action') === 'deny' ? {action: 'deny' as const} : {}),
    transport: readTransport(cell('transport')),
    ports: readPorts(list('ports'), '-'),
    sourcePorts: readPorts(list('sourcePorts'), '-'),
    sources: list('sourceAddresses'),
    destinations: list('destinationAddresses'),
  }
}
