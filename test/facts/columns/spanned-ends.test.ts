import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {readDocument} from '../../align/read-document.ts'
import {documentOf, html} from '../../support/row-outcomes.ts'

const headers: Readonly<Record<string, string[]>> = {
  'en-US': ['Source', 'Destination', 'Protocol', 'Port'],
  'de-DE': ['Quelle', 'Ziel', 'Protokoll', 'Port'],
  'ja-JP': ['送信元', '宛先', 'プロトコル', 'ポート'],
  'fr-FR': ['Source', 'Destination', 'Protocole', 'Port'],
  'es-ES': ['Origen', 'Destino', 'Protocolo', 'Puerto'],
  'ru-RU': ['Источник', 'Назначение', 'Протокол', 'Порт'],
  'zh-CN': ['源', '目标', '协议', '端口'],
  'ko-KR': ['원본', '대상', '프로토콜', '포트'],
  'nl-NL': ['Bron', 'Bestemming', 'Protocol', 'Poort'],
}

/** Both ends of a row whose first cell spans them. */
const endsOf = (locale: string, cell: string, twice = false) => {
  const head = (headers[locale] ?? []).map((text) => `<th>${text}</th>`).join('')
  const ends = twice ? `<td>${cell}</td><td>${cell}</td>` : `<td colspan="2">${cell}</td>`
  const body = `<tr>${ends}<td>TCP</td><td>4840</td></tr>`
  const read = readDocument(locale, `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`)[0]
  if (typeof read === 'string' || read === undefined) return read
  return read.map(({source, destination, direction}) =>
    [source?.id, direction === 'both' ? '<>' : '>', destination?.id].join(' '),
  )
}

describe('src/facts/columns/spanned-ends.ts', () => {
  it.each([
    ['en-US', 'Any to DNS server', /^any > .*dns/u],
    ['en-US', 'from the agents to the tape server', /^agent > tape-server$/u],
    ['en-US', 'Depot → Vault', /^depot > vault$/u],
    ['en-US', 'Vault &lt;- Depot', /^depot > vault$/u],
    ['en-US', 'Depot to Vault', /^depot > vault$/u],
    ['en-US', 'Any to 10.0.0.5', /^any > 10\.0\.0\.5$/u],
    ['en-US', '10.0.0.4 → 10.0.0.5', /^10\.0\.0\.4 > 10\.0\.0\.5$/u],
    ['en-US', 'Index server ↔ Tape server', /index-server <> tape-server/u],
    ['en-US', 'between the index server and the tape server', /index-server <> .*tape-server/u],
    ['de-DE', 'vom Client zum Bandserver', /^clients > bandserver$/u],
    ['ja-JP', '監視サーバーからDNSサーバーへ', /監視サーバー > .*dns/u],
    ['fr-FR', 'du serveur d’index vers le serveur DNS', /index > .*dns/u],
    ['es-ES', 'Servidor de cintas a Servidor DNS', /cintas > .*dns/u],
    ['ru-RU', 'от клиента к серверу DNS', /^clients > .*dns$/u],
    ['zh-CN', '从监控服务器到DNS服务器', /监控服务器 > .*dns/u],
    ['ko-KR', '감시 서버에서 DNS 서버로', /감시-서버 > .*dns/u],
  ])('reads in %s “%s” over both ends as two machines', (locale, cell, ends) => {
    for (const twice of [false, true])
      expect(endsOf(locale, cell, twice)).toEqual([expect.stringMatching(ends)])
  })

  it.each([
    ['en-US', 'Console to Depot to Vault'],
    ['en-US', 'Console → Depot → Vault'],
    ['en-US', 'servers in the office to be monitored'],
    ['en-US', '10.0.0.4 to 10.0.0.9'],
    ['en-US', 'Depot / Vault'],
    ['en-US', 'index server and tape server'],
    ['en-US', 'Depot - Vault'],
    ['en-US', 'Depot<br>Vault'],
    ['en-US', 'see the drawing'],
    ['de-DE', 'siehe Zeichnung'],
    ['nl-NL', 'Elke naar DNS-server'],
  ])('refuses in %s “%s” over both ends', (locale, cell) => {
    expect(endsOf(locale, cell)).toBe('unreadable')
  })

  it.each([
    ['en-US', 'Any', 'any > any'],
    ['en-US', '–', ' > '],
    ['en-US', '10.0.0.0/8', '10.0.0.0/8 > 10.0.0.0/8'],
    ['en-US', 'Index servers', 'index-server > index-server'],
  ])('takes in %s “%s” over both ends for each of them', (locale, cell, ends) => {
    expect(endsOf(locale, cell)).toEqual([ends])
  })

  it('calls each end as its part of the text does', () => {
    const row = ['Depot to Vault', 'Depot to Vault', 'TCP', '4840']
    const page = {header: headers['en-US'] ?? [], rows: [row]}
    const names = buildKnowledgeBase([documentOf(page, html)]).endpoints.map((end) => end.names['en'])
    expect(names.toSorted()).toEqual(['Depot', 'Vault'])
  })

  it('leaves what each column says by itself', () => {
    expect(endsOf('en-US', 'Depot, Vault', true)).toEqual(['depot > depot'])
    expect(endsOf('nl-NL', 'Grote band', true)).toEqual(['grote-band > grote-band'])
  })
})
