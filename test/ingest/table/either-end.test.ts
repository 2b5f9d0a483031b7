import {describe, expect, it} from 'vitest'
import {readHeader} from '../../../src/ingest/table/header-words.ts'
import {pipe, readDocument} from '../../align/read-document.ts'

const ends = (locale: string, header: string, ...rows: string[]) =>
  readDocument(locale, pipe(header, ...rows)).map((row) =>
    typeof row === 'string'
      ? row
      : row.map(({source, destination}) => `${source?.id} → ${destination?.id}`).join(),
  )

describe('headers of ends', () => {
  it.each([
    ['ja-JP', '通信元', 'source'],
    ['ja-JP', '通信元サーバー', 'source'],
    ['zh-CN', '源主机', 'source'],
    ['zh-CN', '目标主机', 'destination'],
    ['zh-TW', '來源主機', 'source'],
    ['fr-FR', 'Machine source', 'source'],
    ['fr-FR', 'Machine cible', 'destination'],
    ['es-ES', 'Equipo de origen', 'source'],
    ['en', 'Traffic type', 'traffic'],
    ['ja-JP', '通信内容', 'traffic'],
    ['es-ES', 'Nombre del equipo', 'host'],
  ])('in %s are known beside a word for machines: %s is a %s', (locale, header, kind) => {
    expect(readHeader(header, locale).kind).toBe(kind)
  })

  it.each([
    ['pl-PL', 'Port | Protokół | Do/z | Kierunek', 'Wychodzące', 'Przychodzące'],
    ['sv-SE', 'Port | Protokoll | Till/från | Riktning', 'Utgående', 'Inkommande'],
    ['tr-TR', 'Bağlantı noktası | Protokol | Hedef/Kaynak | Yön', 'Giden', 'Gelen'],
    ['nl-NL', 'Poort | Protocol | Naar/van | Richting', 'Uitgaand', 'Inkomend'],
    ['cs-CZ', 'Port | Protokol | Do/z | Směr', 'Odchozí', 'Příchozí'],
    ['en-US', 'Port | Protocol | Destination/Source | Direction', 'Outbound', 'Inbound'],
    ['en-US', 'Port | Protocol | Source/Destination | Direction', 'Outbound', 'Inbound'],
    ['de-DE', 'Port | Protokoll | Ziel/Quelle | Richtung', 'Ausgehend', 'Eingehend'],
  ])('are either by the direction, below one for both in %s (%s)', (locale, header, out, into) => {
    expect(ends(locale, header, `7001 | TCP | Depot | ${out}`, `7002 | TCP | Depot | ${into}`)).toEqual([
      'undefined → depot',
      'depot → undefined',
    ])
  })

  it('take the peer beside a source for the destination, and the other way round', () => {
    expect(ends('ja-JP', '通信元 | 通信先 | ポート | プロトコル', '端末 | 書庫 | 7001 | TCP')).toEqual([
      '端末 → 書庫',
    ])
    expect(ends('en-US', 'Destination | Peer | Port | Protocol', 'Depot | Gauge | 7001 | TCP')).toEqual([
      'gauge → depot',
    ])
  })

  it.each([
    [
      'ru-RU',
      'Откуда | Куда | Порт | Протокол | Назначение',
      'Замок | Склад | 7001 | TCP | Архив',
      'замок → склад',
    ],
    ['ru-RU', 'Источник | Назначение | Порт | Протокол', 'Замок | Склад | 7001 | TCP', 'замок → склад'],
    ['zh-CN', '源 | 目的 | 端口 | 协议', '门锁 | 仓库 | 7001 | TCP', '门锁 → 仓库'],
    ['zh-CN', '源 | 目标 | 端口 | 协议 | 目的', '门锁 | 仓库 | 7001 | TCP | 归档', '门锁 → 仓库'],
    ['zh-TW', '來源 | 目的 | 連接埠 | 通訊協定', '門鎖 | 倉庫 | 7001 | TCP', '門鎖 → 倉庫'],
    ['zh-CN', '源 | 端口 | 协议 | 目的', '门锁 | 7001 | TCP | 归档', '门锁 → undefined'],
  ])(
    'in %s tell by their neighbours whether a word means the destination or the purpose: %s',
    (locale, header, row, told) => {
      expect(ends(locale, header, row)).toEqual([told])
    },
  )
})
