import {describe, expect, it} from 'vitest'
import {ingest} from '../../../src/ingest/ingest.ts'
import {pipe} from '../../align/read-document.ts'

const said = (locale: string, ...lines: string[]): string[] =>
  ingest(`# a\n\n${pipe(...lines)}\n`, `${locale}/a.md`, {whole: true}).diagnostics.flatMap(({id, place}) =>
    id === 'unread-table' ? [`${id} ${place.line}`] : [],
  )

describe('src/ingest/unread/unread-tables.ts', () => {
  it.each([
    ['en-us', 'Service | Port | Protocol', 'Web | 80 to the left, up | TCP'],
    ['de-de', 'Dienst | Port | Protokoll', 'Web | siehe Datei 80 oben | TCP'],
    ['fr-fr', 'Service | Port | Description', 'Recherche | voir 9200 plus bas, page du nœud | web'],
    ['ja-jp', 'サービス | ポート | プロトコル', 'Web | 80 を参照してください | TCP'],
  ])('tells of a table of ports none of whose cells could be read (%s)', (locale, header, row) => {
    expect(said(locale, header, row)).toEqual(['unread-table 3'])
  })

  it.each([
    ['Device | USB port | Price', 'Stick | 2 on the left | $ 20'],
    ['Port | Country | Berths', 'Hamburg in the north | Germany | 290 ships'],
    ['Switch | Ports | Weight', 'Alpha | 24 and 4 of fibre | 3 kg'],
    ['Setting | Type | Default', 'port | int | 9200 or more'],
    ['Sheltered port | Depth', 'Old harbour basin | 12 m'],
    ['Service | Port | Protocol', 'Web | 80 | TCP'],
  ])('tells nothing of other tables (%s)', (header, row) => {
    expect(said('en-us', header, row)).toEqual([])
  })
})
