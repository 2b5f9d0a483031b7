import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../../align/read-document.ts'

const told = (locale: string, header: string, ...rows: string[]): string[] =>
  readDocument(locale, pipe(header, ...rows)).map((read) =>
    typeof read === 'string'
      ? read
      : read
          .map(({requirement, source}) =>
            [requirement, ...(source === null ? [] : [source.id, ...source.qualifiers])].join(' '),
          )
          .join('; '),
  )

describe('columns that nothing else reads', () => {
  it.each([
    ['en-US', 'Service | Port | Protocol | Category', 'Required', 'Optional'],
    ['de-DE', 'Dienst | Port | Protokoll | Kategorie', 'Erforderlich', 'Optional'],
    ['fr-FR', 'Service | Port | Protocole | Catégorie', 'Obligatoire', 'Facultatif'],
    ['ja-JP', 'サービス | ポート | プロトコル | 分類', '必須', '任意'],
    ['zh-CN', '服务 | 端口 | 协议 | 类别', '必需', '可选'],
    [
      'en-US',
      'Service | Port | Protocol | Category',
      'Allow<br>Required',
      'Default<br>Optional<br>Notes: search',
    ],
  ])('are of requirements where each of their cells names one (%s: %s, %s)', (locale, header, yes, no) => {
    expect(told(locale, header, `A | 9100 | TCP | ${yes}`, `B | 9200 | TCP | ${no}`)).toEqual([
      'required',
      'optional',
    ])
  })

  it('are of other things where only some of their cells do', () => {
    expect(
      told(
        'en-US',
        'Service | Port | Protocol | Category',
        'A | 9100 | TCP | Optional',
        'B | 9200 | TCP | Search',
      ),
    ).toEqual(['unknown', 'unknown'])
  })

  it.each([
    ['en-US', 'Service | Port | Protocol | Network interface', 'Local only'],
    ['de-DE', 'Dienst | Port | Protokoll | Schnittstelle', 'Nur lokal'],
    ['fr-FR', 'Service | Port | Protocole | Interface réseau', 'Local uniquement'],
    ['es-ES', 'Servicio | Puerto | Protocolo | Interfaz de red', 'Solo local'],
  ])('narrow their row where they say so (%s: %s)', (locale, header, cell) => {
    const [read] = told(locale, header, `A | 9100 | TCP | ${cell}`)
    expect(read).toMatch(/^unknown any \S/u)
  })

  it.each(['localhost', 'Loopback'])('make their row conditional by %s', (cell) => {
    expect(told('en-US', 'Service | Port | Protocol | Scope', `A | 9100 | TCP | ${cell}`)).toEqual([
      'conditional',
    ])
  })

  it.each(['cluster', 'Public key', 'Only with TLS 1.2', 'Blue'])('narrow nothing by %s', (cell) => {
    expect(told('en-US', 'Service | Port | Protocol | Scope', `A | 9100 | TCP | ${cell}`)).toEqual([
      'unknown',
    ])
  })
})
