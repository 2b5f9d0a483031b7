import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../../align/read-document.ts'

/** The ends of each row, from where to where; or why it gives no rule. */
const ends = (locale: string, head: string, ...rows: string[]): string[] =>
  readDocument(locale, pipe(head, ...rows)).map((row) => {
    if (typeof row === 'string') return row
    const [{source, destination} = {source: null, destination: null}] = row
    const named = (end: typeof source): string =>
      end === null ? '–' : [end.id, ...end.alternatives].join(' | ')
    return `${named(source)} > ${named(destination)}`
  })

describe('src/facts/columns/answered-ends.ts', () => {
  it.each([
    ['en-US', 'Protocol | Port | From the Internet | From the LAN', 'Yes', 'No'],
    ['de-DE', 'Protokoll | Port | Aus dem Internet | Aus dem LAN', 'Ja', 'Nein'],
    ['fr-FR', 'Protocole | Port | Depuis Internet | Depuis le réseau du port', 'Oui', 'Non'],
    ['es-ES', 'Protocolo | Puerto | Desde Internet | Desde la red interna', 'Sí', 'No'],
    ['pt-BR', 'Protocolo | Porta | Da Internet | Da rede interna', 'Sim', 'Não'],
    ['ja-JP', 'プロトコル | ポート | インターネットから | 社内ネットワークから', 'はい', 'いいえ'],
    ['zh-CN', '协议 | 端口 | 来自互联网 | 来自内部网络', '是', '否'],
    ['nl-NL', 'Protocol | Poort | Vanaf het internet | Vanaf het LAN', 'Ja', 'Nee'],
  ])('reads the ends of the headers that are answered with yes: %s', (locale, head, yes, no) => {
    const [both = '', first = '', second = '', none = ''] = ends(
      locale,
      head,
      `TCP | 8311 | ${yes} | ${yes}`,
      `TCP | 8312 | ${yes} | ${no}`,
      `TCP | 8313 | ${no} | ${yes}`,
      `TCP | 8314 | ${no} | ${no}`,
    ).map((row) => row.split(' > ')[0])
    expect(both.split(' | ')).toEqual([first, second])
    expect([first, second].every((end) => end !== '–' && end !== '')).toBe(true)
    expect(none).toBe('unreadable')
  })

  it('reads where traffic goes by ticks', () => {
    expect(
      ends(
        'en-US',
        'Protocol | Port | Source | To the Internet | To the database',
        'TCP | 8311 | Sluice | ✓ |',
        'TCP | 8312 | Sluice | | ✓',
        'TCP | 8313 | Sluice | ✓ | ✓',
      ),
    ).toEqual(['sluice > internet', 'sluice > database', 'sluice > internet | database'])
  })

  it('makes no end of an answer, or of a header that names none', () => {
    expect(ends('en-US', 'Protocol | Port | Source', 'TCP | 8311 | Yes')).toEqual(['unreadable'])
    expect(ends('de-DE', 'Protokoll | Port | Quelle', 'TCP | 8311 | Ja')).toEqual(['unreadable'])
    expect(ends('en-US', 'Protocol | Port | From version 5', 'TCP | 8311 | Yes')).toEqual(['unreadable'])
    expect(ends('en-US', 'Protocol | Port | To be opened | For backups', 'TCP | 8311 | Yes | Yes')).toEqual([
      '– > –',
    ])
    expect(ends('en-US', 'Protocol | Port | From the Internet', 'TCP | 8311 | No')).toEqual(['unreadable'])
  })

  it('takes a cross beside another answer for no machine, and one alone for its name', () => {
    const head = 'Protocol | Port | Client | Guest | Admin'
    expect(ends('en-US', head, 'TCP | 8311 | X | X | ✓', 'TCP | 8312 | × | | x')).toEqual([
      'unreadable',
      'unreadable',
    ])
    expect(ends('en-US', 'Protocol | Port | Source', 'TCP | 8311 | X')).toEqual(['x > –'])
  })
})
