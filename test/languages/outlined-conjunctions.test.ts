import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from '../align/read-document.ts'

describe('words for “and” and “or” of languages without a folder of their own', () => {
  it.each([
    ['nl-NL', 'Poort | Protocol', 'TCP en UDP', '80 of 443'],
    ['pl-PL', 'Port | Protokół', 'TCP i UDP', '80 lub 443'],
    ['tr-TR', 'Bağlantı noktası | Protokol', 'TCP ve UDP', '80 veya 443'],
    ['cs-CZ', 'Port | Protokol', 'TCP a UDP', '80 nebo 443'],
    ['sv-SE', 'Port | Protokoll', 'TCP och UDP', '80 eller 443'],
    ['da-DK', 'Port | Protokol', 'TCP og UDP', '80 eller 443'],
    ['fi-FI', 'Portti | Protokolla', 'TCP ja UDP', '80 tai 443'],
    ['hu-HU', 'Port | Protokoll', 'TCP és UDP', '80 vagy 443'],
    ['uk-UA', 'Порт | Протокол', 'TCP та UDP', '80 або 443'],
    ['ro-RO', 'Port | Protocol', 'TCP și UDP', '80 sau 443'],
    ['el-GR', 'Θύρα | Πρωτόκολλο', 'TCP και UDP', '80 ή 443'],
    ['vi-VN', 'Cổng | Giao thức', 'TCP và UDP', '80 hoặc 443'],
  ])('join ports and transports in %s', (locale, header, transports, ports) => {
    expect(readDocument(locale, pipe(header, `${ports} | ${transports}`)).map(portsOf)).toEqual([
      'tcp/udp 80 443',
    ])
  })
})
