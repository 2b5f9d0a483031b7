import {describe, expect, it} from 'vitest'
import data from '../../../src/languages/lists/restricting.json' with {type: 'json'}
import {restrictingWordsOf} from '../../../src/languages/lists/restricting.ts'
import type {Known} from '../../../src/model/schema.ts'
import {pipe, readDocument} from '../../align/read-document.ts'

const quoteOf = (known: Known | undefined): string | undefined =>
  known?.how === 'stated' ? known.quote : undefined

/** What is said of the requirement of each row, or why it gives no rule. */
const requirementsOf = (locale: string, header: string, ...rows: string[]): unknown[] =>
  readDocument(locale, pipe(header, ...rows)).map((row) =>
    typeof row === 'string'
      ? row
      : row.map(({requirement, known}) => [requirement, quoteOf(known?.requirement)]),
  )

describe('ports of which a remark means some', () => {
  it.each([
    ['en-US', 'Port | Protocol', 'even numbers only'],
    ['en-US', 'Port | Protocol', 'odd'],
    ['en-US', 'Port | Protocol', 'pairs'],
    ['en-US', 'Port | Protocol', 'every second port'],
    ['en-US', 'Port | Protocol', 'one per CPU, starting at'],
    ['de-DE', 'Port | Protokoll', 'gerade Nummern'],
    ['de-DE', 'Port | Protokoll', 'einer pro Anruf'],
    ['fr-FR', 'Port | Protocole', 'pairs'],
    ['es-ES', 'Puerto | Protocolo', 'solo impares'],
    ['it-IT', 'Porta | Protocollo', 'una per sessione'],
    ['pt-BR', 'Porta | Protocolo', 'portas pares'],
    ['pl-PL', 'Port | Protokół', 'parzyste'],
    ['ru-RU', 'Порт | Протокол', 'чётные'],
    ['uk-UA', 'Порт | Протокол', 'кожен другий'],
    ['ja-JP', 'ポート | プロトコル', '偶数のみ'],
    ['ja-JP', 'ポート | プロトコル', 'CPU ごと'],
    ['zh-CN', '端口 | 协议', '奇数'],
    ['zh-TW', '連接埠 | 通訊協定', '偶數'],
    ['ko-KR', '포트 | 프로토콜', '짝수만'],
    ['ar-SA', 'المنفذ | البروتوكول', 'الأرقام الزوجية'],
    ['tr-TR', 'Bağlantı noktası | Protokol', 'çift numaralı'],
  ])('are on a condition in %s (%s): %s', (locale, header, remark) => {
    expect(requirementsOf(locale, header, `16384-32767 (${remark}) | UDP`)).toEqual([
      [['conditional', remark]],
    ])
  })

  it.each([
    ['en-US', 'Port | Protocol | Notes', 'Media takes the even ports.'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Benutzt wird jeder zweite Port.'],
    ['fr-FR', 'Port | Protocole | Remarques', 'Le flux prend les ports pairs.'],
    ['ja-JP', 'ポート | プロトコル | 備考', '映像は偶数ポートを使います。'],
    ['zh-CN', '端口 | 协议 | 备注', '媒体使用奇数端口。'],
  ])('are so by a note in %s', (locale, header, note) => {
    expect(requirementsOf(locale, header, `16384-32767 | UDP | ${note}`)).toEqual([[['conditional', note]]])
  })

  it('are all of them beside other remarks', () => {
    const rows = ['16384-32767 (RTP) | UDP', '16384-32767 (media) | UDP']
    const read = requirementsOf('en-US', 'Port | Protocol', ...rows)
    expect(read).toEqual([[['unknown', undefined]], [['unknown', undefined]]])
  })

  it('are some of them beside a number of ports, too', () => {
    expect(
      requirementsOf('en-US', 'First port | Number of ports | Protocol', '8000 | 100 (even only) | UDP'),
    ).toEqual([[['conditional', 'even only']]])
  })

  it('have words in every language that has words of restriction', () => {
    for (const tag of Object.keys(data)) {
      const [own] = restrictingWordsOf(tag)
      expect([tag, (own?.somePorts.length ?? 0) > 2, (own?.someOfRange.length ?? 0) > 5]).toEqual([
        tag,
        true,
        true,
      ])
    }
  })
})
