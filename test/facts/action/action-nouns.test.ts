import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from '../../align/read-document.ts'

describe('nouns for actions', () => {
  it.each([
    ['de-DE', 'Port | Protokoll | Aktion', 'Freigabe', 'Sperre'],
    ['fr-FR', 'Port | Protocole | Action', 'Autorisation', 'Blocage'],
    ['es-ES', 'Puerto | Protocolo | Acción', 'Permiso', 'Bloqueo'],
    ['it-IT', 'Porta | Protocollo | Azione', 'Permesso', 'Blocco'],
    ['pt-BR', 'Porta | Protocolo | Ação', 'Permissão', 'Bloqueio'],
    ['ru-RU', 'Порт | Протокол | Действие', 'Разрешение', 'Блокировка'],
    ['cs-CZ', 'Port | Protokol | Akce', 'Povolení', 'Blok'],
    ['pl-PL', 'Port | Protokół | Akcja', 'Zezwolenie', 'Blokada'],
    ['nl-NL', 'Poort | Protocol | Actie', 'Toestemming', 'Blokkering'],
    ['hu-HU', 'Port | Protokoll | Művelet', 'Engedélyezés', 'Blokkolás'],
    ['uk-UA', 'Порт | Протокол | Дія', 'Дозвіл', 'Блокування'],
    ['tr-TR', 'Bağlantı noktası | Protokol | Eylem', 'İzin', 'Engelleme'],
  ])('open and close in %s (%s)', (locale, header, allow, deny) => {
    const rows = pipe(header, `7001 | TCP | ${allow}`, `7002 | TCP | ${deny}`)
    expect(readDocument(locale, rows).map(portsOf)).toEqual(['tcp 7001', 'deny tcp 7002'])
  })

  it('deny nothing where they are headers that ask for something else', () => {
    const rows = pipe('Port | Protocole | Autorisation', '7001 | TCP | Non')
    expect(readDocument('fr-FR', rows).map(portsOf)).not.toContain('deny tcp 7001')
  })
})
