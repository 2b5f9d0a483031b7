import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type FactsReading, rowToFacts} from '../../src/facts/facts.ts'
import {knownLocales} from '../../src/languages/languages.ts'
import {type ColumnKind, columnKindSchema, type Facts, factsSchema} from '../../src/model/schema.ts'
import {LEVEL, RAISED} from '../../src/text/cell-structure.ts'
import {cellText} from '../support/cells.ts'
import {runs} from '../support/thorough.ts'

const english = (columns: ColumnKind[], texts: string[], heading?: string): FactsReading =>
  rowToFacts({
    columns,
    cells: texts.map((source) => ({source, target: ''})),
    locale: 'en',
    language: 'source',
    ...(heading === undefined ? {} : {heading}),
  })

const translated = (locale: string, columns: ColumnKind[], texts: string[]): FactsReading =>
  rowToFacts({columns, cells: texts.map((target) => ({source: null, target})), locale, language: 'target'})

/** The facts that are not empty, ports as text, endpoints by id. */
const short = (reading: FactsReading) => {
  if (!reading.ok) return `${reading.reason}, column ${reading.column}: ${reading.message}`
  return reading.rules.map(({facts}) => shortFacts(facts)).join(' | ')
}

const shortFacts = (facts: Facts): string => {
  const {ports, sourcePorts, source, destination, host, known: _, action, ...others} = facts
  const rest = {...others, ...(action === 'deny' ? {action} : {})}
  const ends = {source: source?.id, destination: destination?.id, host: host?.id}
  const ranges = {ports: JSON.stringify(ports), sourcePorts: JSON.stringify(sourcePorts)}
  const filled = Object.entries({...rest, ...ranges, ...ends}).filter(
    ([, value]) => value !== null && value !== undefined && value !== '[]' && String(value) !== '',
  )
  return filled.map(([key, value]) => `${key} ${value}`).join('; ')
}

describe('src/facts/facts.ts', () => {
  it.each([['ICMP', '8']])('takes the figure beside %s for no port', (protocol, figure) => {
    expect(english(['protocol', 'port'], [protocol, figure])).toMatchObject({ok: false, reason: 'unreadable'})
    expect(english(['protocol', 'port'], [`${protocol} over TCP`, '443'])).toMatchObject({ok: true})
  })

  it.each([
    ['en', ['443', 'No', 'No'], ['Inbound', 'Outbound']],
    ['en', ['443', '✓', '✗'], ['TCP', 'UDP']],
    ['ja-JP', ['443', 'いいえ', '×'], ['受信', '送信']],
    ['de-DE', ['443', 'Nein', 'Nein'], ['LAN', 'Gäste']],
  ])('opens nothing by a grid of answers in %s that says no: %s', (locale, texts, headers) => {
    const reading = rowToFacts({
      columns: ['port', 'other', 'other'],
      cells: texts.map((target) => ({source: null, target})),
      locale,
      language: 'target',
      headers: ['Port', ...headers],
    })
    expect(reading).toMatchObject({ok: false, reason: 'unreadable'})
  })

  it('takes an answer for no machine', () => {
    for (const no of ['No', '✗'])
      expect(english(['port', 'source'], ['TCP 443', no])).toMatchObject({ok: false, reason: 'unreadable'})
    expect(english(['port', 'source'], ['TCP 443', 'Nobody'])).toMatchObject({ok: false, reason: 'denied'})
  })

  it('keeps one answer that is about something else', () => {
    expect(english(['port', 'other', 'notes'], ['TCP 443', 'No', 'Web'])).toMatchObject({ok: true})
  })

  const rows: [ColumnKind[], string[], string][] = [
    [
      ['path', 'source', 'destination', 'notes'],
      ['Access/SIP(MTLS)/TCP/5061', 'Any', 'Access Edge service', 'Needed only if you federate'],
      'role Access; protocols SIP; security MTLS; transports tcp; requirement conditional; ports [[5061,5061]]; source any; destination access-edge',
    ],
    [
      ['host', 'service', 'port', 'protocol', 'notes'],
      ['Front End Servers', 'Call Park service', '5075', 'TCP', ''],
      'role Call Park service; transports tcp; requirement unknown; ports [[5075,5075]]; host front-end',
    ],
    [
      ['host', 'service', 'port', 'protocol', 'notes'],
      ['Office Web Apps Servers', 'Not applicable', '443', '', ''],
      'requirement unknown; ports [[443,443]]; host office-web-apps',
    ],
    [
      ['host', 'port', 'protocol'],
      ['Director load balancer', '4443', 'HTTPS (from reverse proxy)'],
      'protocols HTTPS; transports tcp; requirement unknown; ports [[4443,4443]]; host director',
    ],
    [
      ['traffic', 'source', 'destination', 'sourcePort', 'port'],
      [
        'UDP/SRTP',
        'Media Processor',
        'SBC',
        '3478-3481 and 49152 – 53247',
        'Defined on the SBC (port 5061 for some)',
      ],
      'protocols SRTP; transports udp; requirement unknown; sourcePorts [[3478,3481],[49152,53247]]; source media-processor; destination sbc',
    ],
    [
      ['service', 'source', 'destination', 'protocol', 'sourcePort', 'port', 'authentication'],
      ['Inbound', 'Any', 'Mediation Server(s)', 'UDP and TCP', 'Any', 'Any', 'None'],
      'role Inbound; transports tcp,udp; requirement unknown; ports [[0,65535]]; sourcePorts [[0,65535]]; source any; destination mediation',
    ],
    [
      ['source', 'destination', 'sourcePort', 'port'],
      ['A/V Edge service interface', 'Any', 'TCP 50,000-59,999', 'TCP 443'],
      'transports tcp; requirement unknown; ports [[443,443]]; sourcePorts [[50000,59999]]; source av-edge; destination any',
    ],
    [
      ['service', 'sourcePort', 'protocol', 'other', 'other'],
      ['Audio', '50,000–50,019', 'TCP/UDP', '46', 'EF'],
      'role Audio; transports tcp,udp; requirement unknown; sourcePorts [[50000,50019]]',
    ],
    [
      ['service', 'portStart', 'portCount'],
      ['Audio', '49152', '8,348'],
      'role Audio; requirement unknown; ports [[49152,57499]]',
    ],
    [
      ['traffic', 'portStart', 'portCount'],
      ['Audio', '50020', '20'],
      'role Audio; requirement unknown; ports [[50020,50039]]',
    ],
    [
      ['path', 'protocol', 'port', 'source', 'destination'],
      ['A/V/STUN.MSTURN', 'UDP', '3478', 'Any', 'Edge Server internal interface'],
      'role A/V; protocols STUN,MSTURN; transports udp; requirement unknown; ports [[3478,3478]]; source any; destination edge-internal',
    ],
    [
      ['host', 'portCount', 'protocol'],
      ['Clients', '1024-65535', 'TCP'],
      'transports tcp; requirement unknown; ports [[1024,65535]]; host clients',
    ],
  ]
  it.each(rows)('reads a table of %j: %j', (columns, texts, expected) => {
    expect(short(english(columns, texts))).toBe(expected)
  })

  it('names the machine by the heading where no column does, if the heading names one', () => {
    expect(short(english(['port', 'protocol'], ['5070', 'TCP'], 'Mediation Server'))).toContain(
      'host mediation',
    )
    expect(short(english(['port', 'protocol'], ['5070', 'TCP'], 'How to read this'))).not.toContain('host')
  })

  const refused: [ColumnKind[], string[], string][] = [
    [['path', 'notes'], ['', ''], 'empty-row, column null: the row is empty'],
    [
      ['service', 'portStart', 'portCount'],
      ['Totals', '', '24730'],
      'totals-row, column 1: “Totals” sums up other rows',
    ],
    [
      ['service', 'portStart', 'portCount'],
      ['Home base', '--', '24730'],
      'totals-row, column 1: “Home base” sums up other rows',
    ],
    [
      ['service', 'portStart', 'portCount'],
      ['Audio', '60000', '9000'],
      'unreadable, column 3: 9000 ports from 60000 end above 65535',
    ],
    [['path', 'notes'], ['Internal', 'x'], 'no-port, column 1: the row names no port'],
    [
      ['source', 'port', 'notes'],
      ['SBC', 'Defined on the SBC', ''],
      'no-port, column 2: the row names no port',
    ],
    [
      ['path', 'notes'],
      ['SIP/TCP/50000 59999', ''],
      'unreadable, column 1: “SIP/TCP/50000 59999”: no character of a range or list between 50000 and 59999',
    ],
    [
      ['port', 'protocol'],
      ['5061', 'TCP-OUT'],
      'unreadable, column 2: “TCP-OUT”: unknown protocol “TCP-OUT”',
    ],
    [
      ['sourcePort', 'port'],
      ['TCP 443', 'UDP 443'],
      'unreadable, column 2: “UDP 443”: two columns name different transports',
    ],
  ]
  it.each(refused)('makes no rule of %j: %j', (columns, texts, expected) => {
    expect(short(english(columns, texts))).toBe(expected)
  })

  it('reads the same ports and protocols from a translation, and calls a machine that nobody knows as it does', () => {
    const columns: ColumnKind[] = ['path', 'source', 'destination', 'notes']
    expect(
      short(
        translated('ja-JP', columns, ['音声ビデオ/RTP/UDP/50,000 ～ 59,999', '任意', '何かのサーバー', '注']),
      ),
    ).toBe(
      'role A/V; protocols RTP; transports udp; requirement unknown; ports [[50000,59999]]; source any; destination 何かのサーバー',
    )
  })

  it('tells what is wrong with an English cell that it could read', () => {
    const reading = english(['path'], ['Web Conferencing/PSOM(TLS)TCP/443'])
    expect(reading.ok && reading.rules[0]?.anomalies).toEqual(['a slash is missing before TCP'])
  })

  it('gives valid facts or a reason for any row', () => {
    const columns = fc.array(fc.constantFrom(...columnKindSchema.options), {minLength: 1, maxLength: 7})
    fc.assert(
      fc.property(
        columns,
        fc.array(cellText),
        fc.constantFrom(...knownLocales),
        fc.boolean(),
        (kinds, texts, locale, source) => {
          const cells = kinds.map((_, i) => ({source: texts[i] ?? null, target: texts[i] ?? ''}))
          const reading = rowToFacts({columns: kinds, cells, locale, language: source ? 'source' : 'target'})
          if (reading.ok) for (const {facts} of reading.rules) factsSchema.parse(facts)
          else expect(reading.message).not.toBe('')
        },
      ),
      {numRuns: runs(300)},
    )
  })
})

describe('src/facts/facts.ts on what stands raised beside a port', () => {
  const port = (locale: string, raised: string) =>
    short(translated(locale, ['port', 'protocol'], [`7443 ${RAISED}${raised}${LEVEL}`, 'TCP']))

  it('takes a named note with words for a mark', () => {
    expect(port('ja-JP', '注 2 変更できます')).toContain('[[7443,7443]]')
    expect(port('fr-FR', 'note 2, port modifiable')).toContain('[[7443,7443]]')
  })

  it('refuses raised words that name a transport or another port, or forbid', () => {
    expect(port('en', 'note 2, UDP only')).toContain('unreadable')
    expect(port('en', 'note 2, or 7444')).toContain('unreadable')
    expect(port('en', 'note 2, do not open this port')).toContain('denied')
  })
})
