import {describe, expect, it} from 'vitest'
import {columnsOf, tableOf} from '../documents.ts'

describe('src/ingest/table/recognise.ts on the English of headers', () => {
  const shapes: [string, string[][], string][] = [
    [
      'path, source, destination, notes',
      [
        ['Role/Protocol/TCP or UDP/Port', 'Source IP address', 'Destination IP address', 'Notes'],
        ['Access/SIP(TLS)/TCP/443', 'Any', 'Access Edge', ''],
      ],
      'path source destination notes',
    ],
    [
      'server role, service, port, protocol, notes',
      [
        ['Server role', 'Service name', 'Port', 'Protocol', 'Notes'],
        ['Director', 'SQL Browser', '1434', 'UDP', 'x'],
      ],
      'host service port protocol notes',
    ],
    [
      'load balancer, port, protocol',
      [
        ['Load Balancer', 'Port', 'Protocol'],
        ['Pool', '5061', 'TCP (TLS)'],
      ],
      'host port protocol',
    ],
    [
      'component, port, protocol, notes',
      [
        ['Component', 'Port', 'Protocol', 'Notes'],
        ['Clients', '67/68', 'DHCP', ''],
      ],
      'host port protocol notes',
    ],
    [
      'traffic with both ports',
      [
        ['Traffic', 'From', 'To', 'Source port', 'Destination port'],
        ['UDP/SRTP', 'Client', 'SBC', 'Defined on the SBC', '3478-3481'],
      ],
      'traffic source destination sourcePort port',
    ],
    [
      'rule name with both ports and authentication',
      [
        [
          'Rule name',
          'Source IP',
          'Destination IP',
          'Protocol',
          'Source port',
          'Destination port',
          'Authentication Requirement',
        ],
        ['Inbound', 'Any', 'Mediation', 'UDP and TCP', 'Any', 'Any', "Don't authenticate"],
      ],
      'service source destination protocol sourcePort port authentication',
    ],
    [
      'direction and purpose',
      [
        [
          'Direction',
          'Source IP',
          'Destination IP',
          'Source Port',
          'Destination Port',
          'Protocol',
          'Purpose',
        ],
        ['Outbound', 'a', 'b', 'Any', '53', 'TCP/UDP', 'DNS'],
      ],
      'direction source destination sourcePort port protocol notes',
    ],
    [
      'media type and class',
      [
        ['Media traffic type', 'Client source port range', 'Protocol', 'DSCP value', 'DSCP class'],
        ['Audio', '50,000–50,019', 'TCP/UDP', '46', 'EF'],
      ],
      'service sourcePort protocol other other',
    ],
    [
      'start and count',
      [
        ['Packet Type', 'Starting Port', 'Number of Ports Reserved'],
        ['Audio', '49152', '8348'],
        ['Totals', '', '24402'],
      ],
      'service portStart portCount',
    ],
    [
      'port start and port range',
      [
        ['Client Traffic Type', 'Port Start', 'Port Range'],
        ['Audio', '50020', '20'],
      ],
      'service portStart portCount',
    ],
    [
      'a range alone',
      [
        ['Component', 'Port range', 'Protocol'],
        ['Clients', '1024-65535', 'TCP/UDP'],
      ],
      'host port protocol',
    ],
    [
      'any order',
      [
        ['Notes', 'Protocol', 'Destination', 'Port', 'Source'],
        ['x', 'TCP', 'b', '443', 'a'],
      ],
      'notes protocol destination port source',
    ],
    [
      'two ports, one of them with a name, which stay two',
      [
        ['Virtual IP/Port', 'Node Port', 'Notes'],
        ['web_vs 443', '4443', 'HTTPS'],
      ],
      'port port notes',
    ],
    [
      'several transports in a cell',
      [
        ['App', 'Destination FQDNs', 'Ports'],
        ['a', '*.example.org', 'TCP: 80, UDP: 3478-3481'],
      ],
      'service destination port',
    ],
  ]
  for (const [name, rows, columns] of shapes) {
    it(`finds ${name}`, () => {
      expect(columnsOf(rows)).toBe(columns)
    })
  }

  it('takes a long list of ports for ports, and prose that names one for none', () => {
    const many = (from: number) => Array.from({length: 90}, (_, at) => `${from + at * 3}`).join(', ')
    const list = [
      ['Component', 'Port', 'Protocol'],
      ['Turbine controller', many(20_000), 'TCP'],
      ['Weather mast', many(30_000), 'UDP'],
    ]
    expect(tableOf(list).portTable).toBe(true)
    const prose = `The port is chosen by the operator when the mast is set up; ${'it is written on the mast. '.repeat(12)}By default the TCP port is 8443.`
    expect(
      tableOf([
        ['Component', 'Port'],
        ['Weather mast', prose],
      ]).portTable,
    ).toBe(false)
  })

  it('says why in English', () => {
    expect(
      tableOf([
        ['Component', 'Port'],
        ['Clients', '443'],
        ['Phones', 'x'],
      ]).evidence,
    ).toMatchInlineSnapshot(`
      [
        "column 2 is a port column by its header “Port”; 1 of 2 sampled cells read as such",
      ]
    `)
  })
})

describe('src/ingest/table/recognise.ts on the words of a locale', () => {
  it('finds port tables by localized headers', () => {
    expect(
      columnsOf([
        ['角色/通訊協定/TCP 或 UDP/埠', '來源（IP 位址）', '批註'],
        ['XMPP/TCP/5269', '每', ''],
      ]),
    ).toBe('path source notes')
    expect(
      columnsOf(
        [
          ['ロード バランサー', 'ポート', 'プロトコル'],
          ['プール', '5061', 'TCP'],
        ],
        'ja-JP',
      ),
    ).toBe('host port protocol')
    expect(
      columnsOf(
        [
          ['Type de paquet', 'Port de début', 'Nombre de ports réservés'],
          ['Audio', '49152', '8348'],
        ],
        'fr-FR',
      ),
    ).toBe('service portStart portCount')
  })
})

describe('src/ingest/table/recognise.ts on columns named TCP and UDP', () => {
  it.each([
    ['de-DE', ['Beschreibung', 'UDP', 'TCP'], ['Anmeldung', '--', '7443'], 'notes port port'],
    ['fr-FR', ['TCP', 'UDP', 'Description'], ['7443', '7443', 'Ouverture de session'], 'port port notes'],
    ['ja-JP', ['用途', 'TCP', 'UDP'], ['音声', '', '30000-30999'], 'notes port port'],
    ['en', ['Port', 'TCP', 'UDP'], ['7443', '✓', ''], 'port protocol protocol'],
    ['zh-CN', ['端口', 'TCP', 'UDP', '用途'], ['7443', '是', '否', '登录'], 'port protocol protocol notes'],
  ])('in %s takes %j for what their cells hold', (locale, header, row, expected) => {
    expect(columnsOf([header, row], locale)).toBe(expected)
  })

  it('takes a comparison of the two for no table of ports', () => {
    const compared = [
      ['Property', 'TCP', 'UDP'],
      ['Ordered', 'Yes', 'No'],
      ['Bytes of header', '20', '8'],
      ['Number of the protocol', '6', '17'],
    ]
    expect(columnsOf(compared, 'en')).toContain('no: ')
    expect(columnsOf(compared.slice(0, 2), 'en')).toContain('no: ')
  })

  it.each([
    ['en', ['Service', 'TCP port', 'UDP port']],
    ['fr-FR', ['Service', 'Port TCP', 'Port UDP']],
    ['ja-JP', ['サービス', 'TCP ポート', 'UDP ポート']],
  ])('in %s takes %j for ports, however few cells can be read', (locale, header) => {
    const rows = ['a', 'b', 'c', 'd'].map((name) => [name, '8443 / 9443 * 2 ? x7', '--'])
    expect(columnsOf([header, ['e', '7443', '--'], ...rows], locale)).not.toContain('no: ')
  })

  it('keeps a column whose ports stand below the rows that are sampled', () => {
    const rows = Array.from({length: 60}, (_, at) => ['x', '--', String(7000 + at)])
    rows[58] = ['x', '9000', '--']
    expect(columnsOf([['Description', 'UDP', 'TCP'], ...rows], 'en')).toBe('notes port port')
  })
})
