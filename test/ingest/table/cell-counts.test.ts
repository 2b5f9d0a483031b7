import {describe, expect, it} from 'vitest'
import {ingest} from '../../../src/ingest/ingest.ts'
import {columnsOf, front} from '../documents.ts'

describe('src/ingest/table/cell-counts.ts: tables that their cells alone tell', () => {
  it('finds paths, or ports beside protocols, under headers in an unknown language', () => {
    expect(
      columnsOf(
        [
          ['Hlutverk', 'Athugið'],
          ['Access/SIP(TLS)/TCP/443', 'x'],
          ['A/V/RTP/UDP/50000-59999', 'y'],
        ],
        'is-IS',
      ),
    ).toBe('path other')
    expect(
      columnsOf(
        [
          ['Tegund', 'Gátt', 'Samskipti', 'Flokkur'],
          ['a', '50000-50019', 'TCP/UDP', '46'],
          ['b', '443', 'TCP', '34'],
        ],
        'is-IS',
      ),
    ).toBe('other port protocol other')
  })

  it('takes short words that repeat below no known header for actions, in a language of which nothing is known', () => {
    const table = (...words: string[]) => [
      ['Gátt', 'Port', 'Protocol', 'Ákvörðun'].slice(1),
      ...words.map((word, at) => [`${8100 + at}`, 'TCP', word]),
    ]
    expect(columnsOf(table('Leyfa', 'Hafna'), 'is-IS')).toBe('port protocol action')
    expect(columnsOf(table('Hafna', 'Hafna'), 'is-IS')).toBe('port protocol action')
    expect(columnsOf(table('Hafna'), 'is-IS')).toBe('port protocol action')
    expect(columnsOf(table('Tekur við skrám frá vélum'), 'is-IS')).toBe('port protocol other')
  })

  it('keeps a column of actions whose few words nobody knows, so that its rows are refused', () => {
    const table = (word: string) => [
      ['Port', 'Protocol', 'Action'],
      ['8100', 'TCP', word],
      ['8101', 'TCP', word],
    ]
    expect(columnsOf(table('Escalate'), 'en')).toBe('port protocol action')
    expect(columnsOf(table('Restart the service and wait for it'), 'en')).toBe('port protocol other')
  })

  it('takes columns named Start and Count for those of a range beside a transport, and Count alone for none', () => {
    const table = (...header: string[]) => [header, ['UDP', '8100', '20'], ['TCP', '8200', '1']]
    expect(columnsOf(table('Protocol', 'Start', 'Count'), 'en')).toBe('protocol portStart portCount')
    expect(columnsOf(table('Protocol', 'First', 'Last'), 'en')).toBe('protocol portStart portEnd')
    expect(
      columnsOf(
        [
          ['Phase', 'Start', 'End'],
          ['Build', '8100', '8200'],
        ],
        'en',
      ),
    ).toMatch(/^no/u)
  })

  it('takes names of settings in any usual spelling for no table of rules', () => {
    const table = (...names: string[]) => [
      ['Name', 'Port', 'Protocol'],
      ...names.map((name) => [name, '8100', 'UDP']),
    ]
    for (const name of ['AudioPortStart', 'audioPortStart', 'server.port', 'DB_PORT', '--listen-port'])
      expect(columnsOf(table(name, name), 'en')).toMatch(/^no/u)
  })

  it('needs more than numbers', () => {
    expect(
      columnsOf(
        [
          ['Ár', 'Fjöldi'],
          ['2019', '443'],
          ['2020', '5061'],
        ],
        'is-IS',
      ),
    ).toBe('no: no column holds ports')
  })

  it('reads a table without a header', () => {
    const [table] = ingest(
      `${front}<table><tr><td>A/V/STUN,MSTURN/UDP/3478</td><td>甲</td></tr><tr><td>Access/DNS/UDP/53</td><td>乙</td></tr></table>`,
      'a.md',
      {whole: true},
    ).tables
    expect([table?.portTable, table?.header, table?.columns[0]]).toEqual([true, null, 'path'])
  })

  it('takes a first row of known words for the header', () => {
    const [table] = ingest(
      `${front}<table><tr><td><b>元件</b></td><td><b>連接埠</b></td></tr><tr><td>甲</td><td>443</td></tr></table>`,
      'a.md',
      {whole: true},
    ).tables
    expect(table?.header?.cells.map(({target}) => target)).toEqual(['元件', '連接埠'])
  })
})
