import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../../align/read-document.ts'

const headers: Readonly<Record<string, string>> = {
  'en-US': 'Port | Protocol | Notes',
  'de-DE': 'Port | Protokoll | Anmerkungen',
  'fr-FR': 'Port | Protocole | Remarques',
  'es-ES': 'Puerto | Protocolo | Notas',
  'ru-RU': 'Порт | Протокол | Примечания',
  'ja-JP': 'ポート | プロトコル | 備考',
  'zh-CN': '端口 | 协议 | 备注',
}

const requirementOf = (locale: string, protocol: string, note: string) => {
  const read = readDocument(locale, pipe(headers[locale] ?? '', `4840 | ${protocol} | ${note}`))[0]
  return typeof read === 'string' ? read : read?.map(({requirement}) => requirement)
}

describe('src/facts/limits/some-transports.ts', () => {
  it.each([
    ['en-US', 'UDP is not supported'],
    ['en-US', 'no UDP'],
    ['en-US', 'TCP only'],
    ['en-US', 'Calls come by this port. Some relays do without UDP, but TCP is never left out.'],
    ['de-DE', 'UDP wird nicht unterstützt'],
    ['de-DE', 'kein UDP'],
    ['fr-FR', 'UDP n’est pas pris en charge'],
    ['es-ES', 'UDP no es compatible'],
    ['ru-RU', 'UDP не поддерживается'],
    ['ja-JP', 'UDP はサポートされていません'],
    ['zh-CN', '不支持 UDP'],
  ])('makes a row of two transports conditional in %s by “%s”', (locale, note) => {
    expect(requirementOf(locale, 'TCP/UDP', note)).toEqual(['conditional'])
  })

  it('leaves a row of one transport, and a note about both', () => {
    expect(requirementOf('en-US', 'TCP', 'UDP is not supported')).toEqual(['unknown'])
    expect(requirementOf('en-US', 'TCP/UDP', 'UDP is not encrypted')).toEqual(['unknown'])
    expect(requirementOf('en-US', 'TCP/UDP', 'TCP and UDP are not encrypted')).toEqual(['unknown'])
    expect(requirementOf('en-US', 'TCP/UDP', 'Media over UDP')).toEqual(['unknown'])
  })
})
