import {describe, expect, it} from 'vitest'
import {denialBefore, denialIn} from '../../src/facts/denied-text.ts'
import {offByDefaultIn} from '../../src/facts/told-blocking.ts'
import {pipe, portsOf, readDocument} from '../align/read-document.ts'

describe('src/facts/told-blocking.ts', () => {
  it.each([
    ['en-US', 'Blocking these affects the search.'],
    ['de-DE', 'Das Blockieren dieser Adressen wirkt sich auf die Suche aus.'],
    ['fr-FR', 'Le blocage de ces ports affecte la recherche.'],
    ['es-ES', 'El bloqueo de estos puertos afecta a la búsqueda.'],
    ['it-IT', 'Il blocco di queste porte influisce sulla ricerca.'],
    ['nl-NL', 'Het blokkeren van deze poorten beïnvloedt het zoeken.'],
    ['ru-RU', 'Блокировка этих портов влияет на поиск.'],
    ['ja-JP', 'これらのポートをブロックすると、検索に影響します。'],
    ['en-US', 'If no connection is let through, dictation is denied.'],
    ['de-DE', 'Wenn keine Konnektivität zulässig ist, wird das Diktat deaktiviert.'],
  ])('takes what closing does for no denial (%s: %s)', (locale, note) => {
    expect(denialIn(note, locale)).toBeNull()
  })

  it.each([
    ['en-US', 'This feature can also be disabled in the portal.'],
    ['de-DE', 'Dieses Feature kann auch im Portal deaktiviert werden.'],
    ['fr-FR', 'Cette fonction peut être désactivée.'],
    ['zh-CN', '此功能也可以禁用。'],
  ])('takes what may be turned off for no denial (%s: %s)', (locale, note) => {
    expect(denialIn(note, locale)).toBeNull()
  })

  it.each([
    ['en-US', 'Block these ports: they affect the search.'],
    ['en-US', 'Blocking these ports is recommended, as it affects malware.'],
    ['en-US', 'Do not open this, because it affects the search.'],
    ['en-US', 'If the port is not open, access is denied.'],
    ['en-US', 'This port is disabled by default.'],
    ['de-DE', 'Diese Ports blockieren.'],
    ['de-DE', 'Das Blockieren dieser Ports ist erforderlich, weil sie die Sicherheit beeinträchtigen.'],
  ])('still hears what closes (%s: %s)', (locale, note) => {
    expect(denialIn(note, locale)).not.toBeNull()
  })

  it('takes no clause of reason before a table for what it asks', () => {
    const lead =
      'Kontor nutzt Depot nicht für die Dienste der folgenden Tabelle, weil Depot den Datenverkehr nicht an alle Ziele weiterleiten kann.'
    expect(denialBefore(lead, 'de-DE')).toBeNull()
    expect(denialBefore(`Diese Ports nicht öffnen, weil sie unsicher sind.`, 'de-DE')).not.toBeNull()
  })

  it.each([
    ['en-US', 'Service | Port | Notes', 'IMAP4 is disabled by default.'],
    ['de-DE', 'Dienst | Port | Hinweise', 'IMAP4 ist standardmäßig deaktiviert.'],
    ['es-ES', 'Servicio | Puerto | Notas', 'IMAP4 está deshabilitado de forma predeterminada.'],
    ['ja-JP', 'サービス | ポート | 備考', 'IMAP4 は既定で無効になっています。'],
    ['ko-KR', '서비스 | 포트 | 참고', 'IMAP4는 기본적으로 비활성화되어 있습니다.'],
  ])('makes rows conditional whose service is off by default (%s)', (locale, header, note) => {
    expect(offByDefaultIn(note, locale)).toBe(note)
    const [read] = readDocument(locale, pipe(header, `Post | TCP 143 | ${note}`))
    expect(portsOf(read)).toBe('tcp 143')
    expect(typeof read === 'string' ? read : read?.map(({requirement}) => requirement)).toEqual([
      'conditional',
    ])
  })

  it('takes a port that is off by default for no service', () => {
    expect(offByDefaultIn('This port is disabled by default.', 'en-US')).toBeNull()
    expect(offByDefaultIn('Disabled by default.', 'en-US')).toBeNull()
  })
})
