import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {documentOf, html, outcomes, type Page} from '../../support/row-outcomes.ts'

/** Direction and ends of each rule of the first table, by the names of the ends. */
const ends = (page: Page): string[] => {
  const kb = buildKnowledgeBase([documentOf(page, html)])
  const nameOf = (id: string | undefined) => {
    const names = kb.endpoints.find((endpoint) => endpoint.id === id)?.names
    return id === 'any' ? 'any' : (names?.[page.locale ?? 'en'] ?? names?.['en'] ?? '–')
  }
  const rows = kb.topics[0]?.tables[0]?.rows ?? []
  return rows.flatMap(({rules}) =>
    rules.map(
      ({facts}) => `${facts.direction ?? '–'} ${nameOf(facts.source?.id)} > ${nameOf(facts.destination?.id)}`,
    ),
  )
}

describe('src/facts/row/row-ends.ts', () => {
  it('puts a peer on the side that the direction tells, and the machine of the heading on the other', () => {
    const header = ['Port', 'Protocol', 'Direction', 'Remote system']
    const rows = [
      ['9000', 'TCP', 'In', 'Index console'],
      ['9001', 'TCP', 'Out', 'Tape library'],
      ['9002', 'TCP', 'Both', 'Twin'],
    ]
    expect(ends({header, rows, heading: 'Archive server'})).toEqual([
      'in Index console > Archive server',
      'out Archive server > Tape library',
      'both Archive server > Twin',
    ])
    expect(ends({header, rows: rows.slice(0, 1), heading: 'Settings'})).toEqual(['in Index console > –'])
  })

  it.each(['<br>', ', ', '; ', '、', ' ', '</p><p>'])(
    'reads addresses, networks and names side by side, parted by “%s”',
    (between) => {
      const cell = ['*.hill.example', '10.0.0.0/8', 'fe80::/10', 'https://dale.example:8443/a/b'].join(
        between,
      )
      const kb = buildKnowledgeBase([
        documentOf(
          {header: ['Addresses', 'Port', 'Protocol'], rows: [[`<p>${cell}</p>`, '8443', 'TCP']]},
          html,
        ),
      ])
      expect(kb.topics[0]?.tables[0]?.rows[0]?.rules[0]?.facts.destination).toEqual({
        id: '*.hill.example',
        qualifiers: [],
        alternatives: ['10.0.0.0/8', 'dale.example', 'fe80::/10'],
      })
    },
  )

  it('reads an arrow between two columns of machines', () => {
    const header = ['Host', 'Way', 'Peer', 'Protocol', 'Port']
    const rows = [
      ['Library', '→', 'Depot', 'TCP', '8400'],
      ['Library', '←', 'Console', 'TCP', '81'],
    ]
    expect(ends({header, rows})).toEqual(['out Library > Depot', 'in Console > Library'])
  })

  it('reads two machines in one cell', () => {
    const header = ['Source / Destination', 'Protocol', 'Port']
    expect(ends({header, rows: [['Depot / Vault', 'TCP', '8400']]})).toEqual(['– Depot > Vault'])
    expect(
      ends({header: ['Connection', 'Protocol', 'Port'], rows: [['Depot → Vault', 'TCP', '8400']]}),
    ).toEqual(['– Depot > Vault'])
  })

  it('takes the two machines of a heading for all rows that name none', () => {
    const header = ['Port', 'Protocol']
    const rows = [['8400', 'TCP']]
    expect(ends({header, rows, heading: 'Console -- > Depot'})).toEqual(['– Console > Depot'])
    expect(ends({header, rows, heading: 'Console < -- > Depot'})).toEqual(['both Console > Depot'])
  })

  it('gives columns of ports for each direction a rule of their own', () => {
    const header = ['Service', 'Inbound ports', 'Outbound ports']
    expect(ends({header, rows: [['Mail', 'TCP 25', 'TCP 587']], heading: 'Archive server'})).toEqual([
      'in – > Archive server',
      'out Archive server > –',
    ])
  })

  it('refuses a direction that it does not understand', () => {
    const kb = buildKnowledgeBase([
      documentOf({header: ['Port', 'Protocol', 'Direction'], rows: [['9000', 'TCP', 'Sideways']]}, html),
    ])
    expect(kb.ledger.entries.map(({reason}) => reason)).toEqual(['unreadable'])
    expect(kb.diagnostics.map(({message}) => message)).toContain('“Sideways” is no direction')
  })

  it('lets a row of one text hold for the rows below it', () => {
    const header = ['Port', 'Protocol', 'Description']
    const rows = [
      ['Inbound', '', ''],
      ['443', 'TCP', 'Console'],
      ['Depot → Vault', '', ''],
      ['873', 'TCP', 'Copies'],
    ]
    expect(ends({header, rows})).toEqual(['in – > –', '– Depot > Vault'])
  })

  it('tells by the direction, or by which port may be any, whether the local or the remote port listens', () => {
    const header = ['Local port', 'Remote port', 'Protocol', 'Direction']
    const ports = (rows: string[][]) =>
      outcomes({header, rows}, html).map((outcome) => outcome.replace('tcp ', ''))
    expect(
      ports([
        ['5001', '6001', 'TCP', 'In'],
        ['5002', '6002', 'TCP', 'Out'],
        ['5003', '6003', 'TCP', 'Both'],
        ['5004', 'Any', 'TCP', ''],
      ]),
    ).toEqual(['5001', '6002', 'unreadable', '5004'])
  })

  it('reads ticks below Inbound and Outbound', () => {
    const header = ['Port', 'Protocol', 'Inbound', 'Outbound']
    const rows = [
      ['9000', 'TCP', '✓', '✗'],
      ['9001', 'TCP', '✗', '✓'],
      ['9002', 'TCP', '✓', '✓'],
    ]
    expect(ends({header, rows})).toEqual(['in – > –', 'out – > –', 'both – > –'])
    expect(outcomes({header, rows: [['9003', 'TCP', '✗', '✗'], ...rows]}, html)[0]).toBe('unreadable')
  })

  it('reads addresses that name their ports', () => {
    const header = ['Address', 'Protocol']
    const rows = [
      ['https://depot.example:8443/v2', 'TCP'],
      ['vault.example:5443', 'TCP'],
    ]
    expect(outcomes({header, rows}, html)).toEqual(['tcp 8443', 'tcp 5443'])
    expect(ends({header, rows})).toEqual(['– – > depot.example', '– – > vault.example'])
  })

  it('names the columns that nothing reads, in a diagnostic at the header', () => {
    const kb = buildKnowledgeBase([
      documentOf({header: ['Port', 'Protocol', 'Ticket'], rows: [['9000', 'TCP', 'A-1']]}, html),
    ])
    expect(kb.diagnostics.filter(({id}) => id === 'unread-column').map(({message}) => message)).toEqual([
      'Column 3, “Ticket”, was not understood, and its cells were not read',
    ])
  })

  it('gives a column of ports to the machine before it, and reads transports under any header', () => {
    const header = ['Source', 'Port', 'Destination', 'Port', 'Kind']
    const rows = [['Depot', '1024-65535', 'Vault', '22', 'TCP']]
    expect(outcomes({header, rows}, html)).toEqual(['tcp 22'])
    expect(ends({header, rows})).toEqual(['– Depot > Vault'])
  })

  it('puts no peer and no machine on a side that nothing tells', () => {
    const header = ['Port', 'Protocol', 'Peer']
    const rows = [['9000', 'TCP', 'Twin']]
    expect(ends({header, rows, heading: 'Archive server'})).toEqual(['– – > –'])
    expect(
      ends({
        header: ['Port', 'Protocol', 'Used by', 'Ticket'],
        rows: [['9000', 'TCP', 'Twin', 'A']],
        heading: 'Archive server',
      }),
    ).toEqual(['– Twin > –'])
  })

  it('takes no place from where ports are reached for the machine that they are on', () => {
    const rows = [['443', 'TCP']]
    const kb = buildKnowledgeBase([
      documentOf({header: ['Port', 'Protocol'], rows, heading: 'Must be reachable from the Internet'}, html),
    ])
    expect(kb.topics[0]?.tables[0]?.rows[0]?.rules[0]?.facts.host).toBeNull()
  })

  it('keeps networks and addresses of version 6 in a column of addresses, and drops ports and paths of hosts', () => {
    const header = ['Addresses', 'Port', 'Protocol']
    const row = ['10.8.4.0/23, 2001:db8:1:22::/64, https://tide.example:8443/api/v1', '443', 'TCP']
    const kb = buildKnowledgeBase([documentOf({header, rows: [row]}, html)])
    const facts = kb.topics[0]?.tables[0]?.rows[0]?.rules[0]?.facts
    expect(facts?.destination).toEqual({
      id: '10.8.4.0/23',
      qualifiers: [],
      alternatives: ['2001:db8:1:22::/64', 'tide.example'],
    })
  })

  it('refuses an address of which the machine is missing', () => {
    const header = ['URL', 'Port', 'Protocol']
    const page = {header, rows: [['https://:443', '443', 'TCP']]}
    expect(outcomes(page, html)).toEqual(['unreadable'])
    expect(buildKnowledgeBase([documentOf(page, html)]).diagnostics.map(({message}) => message)).toContain(
      '“https://:443” is an address without a machine',
    )
  })

  it.each([
    ['en-US', ['Client', 'Protocol', 'Port', 'Server']],
    ['pl-PL', ['Klient', 'Protokół', 'Port', 'Serwer']],
    ['cs-CZ', ['Klient', 'Protokol', 'Port', 'Server']],
    ['hu-HU', ['Ügyfél', 'Protokoll', 'Port', 'Kiszolgáló']],
    ['tr-TR', ['İstemci', 'Protokol', 'Bağlantı noktası', 'Sunucu']],
    ['es-ES', ['Cliente', 'Protocolo', 'Puerto', 'Servidor']],
    ['pt-BR', ['Cliente', 'Protocolo', 'Porta', 'Servidor']],
    ['ru-RU', ['Клиент', 'Протокол', 'Порт', 'Сервер']],
    ['uk-UA', ['Клієнт', 'Протокол', 'Порт', 'Сервер']],
    ['ja-JP', ['クライアント', 'プロトコル', 'ポート', 'サーバー']],
    ['ko-KR', ['클라이언트', '프로토콜', '포트', '서버']],
  ])('knows in %s which column is that of the client and of the server', (locale, header) => {
    const kb = buildKnowledgeBase([
      documentOf({locale, header, rows: [['Gauge', 'TCP', '8400', 'Sluice']]}, html),
    ])
    const facts = kb.topics[0]?.tables[0]?.rows[0]?.rules[0]?.facts
    expect([facts?.source?.id, facts?.host?.id]).toEqual(['gauge', 'sluice'])
  })
})
