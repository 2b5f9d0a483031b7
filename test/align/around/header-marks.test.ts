import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../read-document.ts'

const requirementsOf = (locale: string, body: string): string[] =>
  readDocument(locale, body).map((row) =>
    typeof row === 'string' ? row : row.map(({requirement}) => requirement).join(),
  )

describe('marks of notes above all rows', () => {
  it.each([
    ['en-US', 'Port¹ | Protocol', '¹ Only if X is used.'],
    ['en-US', 'Port | Protocol\\*', '\\* Only if X is used.'],
    ['en-US', 'Port<sup>1</sup> | Protocol', '<sup>1</sup> Only if X is used.'],
    ['de-DE', 'Port¹ | Protokoll', '¹ Nur wenn X verwendet wird.'],
    ['fr-FR', 'Port¹ | Protocole', '¹ Uniquement si X est utilisé.'],
    ['ja-JP', 'ポート¹ | プロトコル', '¹ X を使用する場合のみ。'],
  ])('on a header reach its rows in %s (%s)', (locale, header, note) => {
    const body = `${pipe(header, '443 | TCP', '444 | TCP')}\n\n${note}`
    expect(requirementsOf(locale, body)).toEqual(['conditional', 'conditional'])
  })

  it('on a column of requirements make what is required conditional', () => {
    const table = pipe('Port | Protocol | Required*', '443 | TCP | Yes')
    expect(requirementsOf('en-US', `${table}\n\n\\* Only if X is used.`)).toEqual(['conditional'])
  })

  it('on a row that heads a part reach the rows of that part alone', () => {
    const table = pipe(
      'Service | Port | Protocol',
      'Web* | | ',
      'A | 443 | TCP',
      'Data | | ',
      'B | 444 | TCP',
    )
    expect(requirementsOf('en-US', `${table}\n\n\\* Only if X is used.`)).toEqual([
      ...['header', 'conditional', 'header', 'unknown'],
    ])
  })

  it('leave the name of a transport readable', () => {
    const [row] = readDocument(
      'en-US',
      `${pipe('Service | TCP¹ | UDP', 'A | 443 | 53')}\n\n¹ Also for guests.`,
    )
    expect(row).toMatchObject([{transports: ['tcp']}, {transports: ['udp']}])
  })
})
