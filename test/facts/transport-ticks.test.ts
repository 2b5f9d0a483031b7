import {describe, expect, it} from 'vitest'
import {type FactsReading, rowToFacts} from '../../src/facts/facts.ts'
import type {ColumnKind} from '../../src/model/schema.ts'

const read = (locale: string, headers: string[], columns: ColumnKind[], texts: string[]): FactsReading =>
  rowToFacts({
    columns,
    cells: texts.map((target) => ({source: null, target})),
    locale,
    language: 'target',
    headers,
  })

const told = (reading: FactsReading): string =>
  reading.ok
    ? `${reading.rules[0]?.facts.transports} ${JSON.stringify(reading.rules[0]?.facts.ports)}`
    : reading.message

describe('src/facts/transport-ticks.ts', () => {
  const ticks = (locale: string, port: string, tcp: string, udp: string) =>
    told(read(locale, ['Port', 'TCP', 'UDP'], ['port', 'protocol', 'protocol'], [port, tcp, udp]))

  it.each([
    ['en', '7001', '✓', '', 'tcp [[7001,7001]]'],
    ['en', '7001', 'Yes', 'Yes', 'tcp,udp [[7001,7001]]'],
    ['en', '7001', 'No', 'Y', 'udp [[7001,7001]]'],
    ['en', '7001', 'TCP', '-', 'tcp [[7001,7001]]'],
    ['en', '7001', 'x', '', 'tcp [[7001,7001]]'],
    ['it-IT', '7001', 'X', 'X', 'tcp,udp [[7001,7001]]'],
    ['ru-RU', '7001', '-', 'X', 'udp [[7001,7001]]'],
    ['en', '7001', '✓', 'X', '“X” is neither yes nor no'],
    ['de-DE', '7001', 'Nein', 'Ja', 'udp [[7001,7001]]'],
    ['fr-FR', '7001', 'Oui', 'Non', 'tcp [[7001,7001]]'],
    ['ja-JP', '7001', '○', '×', 'tcp [[7001,7001]]'],
    ['zh-TW', '7001', '否', '是', 'udp [[7001,7001]]'],
    ['ko-KR', '7001', '예', '아니요', 'tcp [[7001,7001]]'],
    ['ru-RU', '7001', 'Да', 'Да', 'tcp,udp [[7001,7001]]'],
  ])('in %s reads %s below TCP %j and UDP %j as %s', (locale, port, tcp, udp, expected) => {
    expect(ticks(locale, port, tcp, udp)).toBe(expected)
  })

  it.each([
    ['7001', 'No', 'No', 'no column of a transport says yes'],
    ['7001', '', '', 'no column of a transport says yes'],
    ['7001', 'maybe', '✓', '“maybe” is neither yes nor no'],
    ['TCP 7001', 'No', 'Yes', '“Yes”: two columns name different transports'],
  ])('refuses %s with TCP %j and UDP %j', (port, tcp, udp, expected) => {
    expect(ticks('en', port, tcp, udp)).toContain(expected === '' ? expected : expected.slice(-30))
  })

  const ports = (locale: string, tcp: string, udp: string) =>
    told(read(locale, ['Was', 'TCP', 'UDP'], ['notes', 'port', 'port'], ['', tcp, udp]))

  it.each([
    ['en', '6001', '6001', 'tcp,udp [[6001,6001]]'],
    ['en', '6001', '--', 'tcp [[6001,6001]]'],
    ['it-IT', '', '6001-6004', 'udp [[6001,6004]]'],
    ['es-ES', 'No', '6001', 'udp [[6001,6001]]'],
    ['zh-CN', '6001', '无', 'tcp [[6001,6001]]'],
  ])('in %s reads the ports %j of TCP and %j of UDP as %s', (locale, tcp, udp, expected) => {
    expect(ports(locale, tcp, udp)).toBe(expected)
  })

  it('refuses words beside ports', () => {
    expect(ports('en', 'as the broker chooses', '6002')).toContain('as the broker chooses')
  })
})
