import {describe, expect, it} from 'vitest'
import type {Facts} from '../../../src/model/schema.ts'
import {pipe, portsOf, readDocument} from '../../align/read-document.ts'

/** `clients → web: tcp 443`, or why a row gives no rule. */
const linesOf = (read: (Facts[] | string)[]): string[] =>
  read.flatMap((row) =>
    typeof row === 'string'
      ? [row]
      : row.map((facts) => `${facts.source?.id} → ${facts.destination?.id}: ${portsOf([facts])}`),
  )

const there = ['clients → web: tcp 443 8443', 'web → sps: tcp 5432']
const back = ['web → clients: tcp 443 8443', 'sps → web: tcp 5432']

describe('a matrix of machines', () => {
  it.each([
    ['en-US', String.raw`From \ To`, there],
    ['en-US', String.raw`To \ From`, back],
    ['en-US', 'From/To', there],
    ['en-US', 'Source ↓ / Destination →', there],
    ['en-US', 'Destination ↓ Source →', back],
    ['en-US', 'Destination → / Source ↓', there],
    ['de-DE', 'Von / Nach', there],
    ['fr-FR', 'De/À', there],
    ['es-ES', String.raw`Origen \ Destino`, there],
    ['nl-NL', String.raw`Van \ Naar`, there],
    ['pl-PL', 'Źródło ↓ Cel →', there],
    ['ru-RU', 'Источник / Назначение', there],
    ['ja-JP', '送信元＼宛先', there],
    ['zh-CN', '源 / 目的', there],
    ['ko-KR', String.raw`원본 \ 대상`, there],
  ])('is read cell by cell in %s: %s', (locale, corner, expected) => {
    const table = pipe(`${corner} | Web | SPS`, 'Clients | TCP 443, 8443 | –', 'Web | – | TCP 5432')
    expect(linesOf(readDocument(locale, table))).toEqual(expected)
  })

  it('is told by a group above its columns, and keeps the conditions of its cells', () => {
    const body = `<table><tr><th rowspan="2">From</th><th colspan="2">To</th></tr><tr><th>Web</th><th>SPS</th></tr>
<tr><td>Clients</td><td>TCP 443</td><td></td></tr><tr><td>Web</td><td></td><td>TCP 5432 (only if X is used)</td></tr></table>`
    const read = readDocument('en-US', body)
    expect(linesOf(read)).toEqual(['clients → web: tcp 443', 'web → sps: tcp 5432'])
    expect(read[1]).toMatchObject([{requirement: 'conditional'}])
  })

  it.each([
    ['en-US', 'To / From'],
    ['de-DE', 'Nach / Von'],
    ['en-US', 'Source<br>Destination'],
    ['en-US', ''],
    ['fr-FR', 'Zone'],
  ])('refuses all rows where nobody knows who sends (%s, “%s”)', (locale, corner) => {
    const table = pipe(`${corner} | Web | SPS`, 'Web | TCP 443 | TCP 80', 'SPS | – | TCP 5432')
    expect(readDocument(locale, table)).toEqual(['unreadable', 'unreadable'])
  })

  it('is none of distances or answers', () => {
    const distances = pipe('From / To | Alpha | Beta', 'Alpha | – | 1054', 'Beta | 1054 | –')
    const answers = pipe(String.raw`From \ To | Alpha | Beta`, 'Alpha | – | Yes', 'Beta | No | –')
    for (const table of [distances, answers])
      expect(readDocument('en-US', table)).toEqual(['not-a-port-table', 'not-a-port-table'])
  })

  it('refuses ports of several columns of which nobody knows what they are', () => {
    const table = pipe('Service | Zone A | Zone B', 'HTTP | TCP 80 | TCP 8080', 'SQL | TCP 1433 | –')
    expect(readDocument('en-US', table)).toEqual(['unreadable', 'unreadable'])
  })
})

describe('a table that lies on its side', () => {
  it.each([
    ['en-US', 'Service | Web | Time', 'Port', 'Protocol', 'Direction', 'Inbound'],
    ['en-US', ' | Web | Time', 'Ports', 'Protocol', 'Direction', 'Inbound'],
    ['de-DE', 'Dienst | Web | Zeit', 'Port', 'Protokoll', 'Richtung', 'Eingehend'],
    ['fr-FR', 'Service | Web | Heure', 'Port', 'Protocole', 'Sens', 'Entrant'],
    ['ja-JP', 'サービス | Web | 時刻', 'ポート', 'プロトコル', '方向', '受信'],
    ['zh-TW', '服務 | Web | 時間', '連接埠', '通訊協定', '方向', '輸入'],
    ['pl-PL', 'Usługa | Web | Czas', 'Port', 'Protokół', 'Kierunek', 'Przychodzący'],
  ])('is set upright in %s (%s)', (locale, header, port, protocol, way, inbound) => {
    const rows = [`${port} | 443 | 123`, `${protocol} | TCP | UDP`, `${way} | ${inbound} | ${inbound}`]
    const read = readDocument(locale, pipe(header, ...rows))
    expect(read.map(portsOf)).toEqual(['tcp 443', 'udp 123'])
    expect(read).toMatchObject([[{direction: 'in'}], [{direction: 'in'}]])
  })

  it('may have headers in two columns', () => {
    const body = `<table><tr><th colspan="2">Service</th><td>Web</td><td>Time</td></tr>
<tr><th rowspan="2">Port</th><th>TCP</th><td>443</td><td>–</td></tr><tr><th>UDP</th><td>–</td><td>123</td></tr></table>`
    expect(readDocument('en-US', body).map(portsOf)).toEqual(['tcp 443', 'udp 123'])
  })

  it('may have its ports for headers, and rows that nobody knows beside those of its ends', () => {
    const rows = ['Protocol | TCP | UDP', 'Source | Sluice | Sluice', 'Destination | Weir | Weir']
    const read = readDocument('en-US', pipe('Port | 443 | 123', ...rows, 'Blocked | No | Yes'))
    expect(read.map(portsOf)).toEqual(['tcp 443', 'deny udp 123'])
    const owned = ['Port | 443 | 123', 'Protocol | TCP | UDP', 'Source | Sluice | Sluice', 'Owner | Ann | Bo']
    expect(readDocument('en-US', pipe('Attribute | Web | Time', ...owned)).map(portsOf)).toEqual([
      'tcp 443',
      'udp 123',
    ])
  })

  it('is none of models or switches', () => {
    const models = pipe(
      'Feature | A | B',
      'Service | basic | full',
      'Ports | 8 | 16',
      'Protocol | TCP | TCP',
      'Price | 1 | 2',
    )
    const lines = pipe('Port | 1 | 2', 'Speed | 1G | 10G', 'VLAN | 10 | 20', 'Description | uplink | TCP')
    for (const table of [models, lines])
      expect(new Set(readDocument('en-US', table))).toEqual(new Set(['not-a-port-table']))
  })

  it('is none of settings', () => {
    const table = pipe('Field | Type | Meaning', 'Port | int | The port', 'Protocol | string | TCP or UDP')
    expect(readDocument('en-US', table)).toEqual(['not-a-port-table', 'not-a-port-table'])
  })
})
