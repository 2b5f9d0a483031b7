import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from './read-document.ts'

describe('tables in languages without a folder of their own', () => {
  it.each([
    ['nl-NL', 'Poort | Protocol | Bron | Actie', 'Toestaan', 'Weigeren', 'Geblokkeerd'],
    ['pl-PL', 'Port | Protokół | Źródło | Akcja', 'Zezwól', 'Odmów', 'Zablokowane'],
    ['tr-TR', 'Bağlantı noktası | Protokol | Kaynak | Eylem', 'İzin ver', 'Reddet', 'Engelle'],
    ['cs-CZ', 'Port | Protokol | Zdroj | Akce', 'Povolit', 'Zakázat', 'Zahodit'],
    ['sv-SE', 'Port | Protokoll | Källa | Åtgärd', 'Tillåt', 'Neka', 'Blockera'],
    ['uk-UA', 'Порт | Протокол | Джерело | Дія', 'Дозволити', 'Заборонити', 'Відхилити'],
    ['ar-SA', 'المنفذ | البروتوكول | المصدر | الإجراء', 'السماح', 'رفض', 'حظر'],
    ['he-IL', 'יציאה | פרוטוקול | מקור | פעולה', 'מותר', 'דחייה', 'חסומה'],
    ['vi-VN', 'Cổng | Giao thức | Nguồn | Hành động', 'Cho phép', 'Từ chối', 'Chặn'],
  ])('stop in %s what they stop', (locale, header, allow, deny, block) => {
    const rows = [allow, deny, block].map((action, at) => `70${at}1 | TCP | ABC | ${action}`)
    expect(readDocument(locale, pipe(header, ...rows)).map(portsOf)).toEqual([
      'tcp 7001',
      'deny tcp 7011',
      'deny tcp 7021',
    ])
  })

  it('deny in Hebrew by whole words, also with an article, and not by letters inside other words', () => {
    const read = readDocument(
      'he-IL',
      pipe(
        'יציאה | פרוטוקול | הערות',
        '7001 | TCP | היציאה החסומה תמיד.',
        '7002 | TCP | אין לפתוח.',
        '7003 | TCP | מחסומים אינם כאן.',
      ),
    )
    expect(read.map(portsOf)).toEqual(['denied', 'denied', 'tcp 7003'])
  })

  it.each([
    ['nl-NL', 'Poort | Protocol | Richting', 'Inkomend', 'Uitgaand'],
    ['pl-PL', 'Port | Protokół | Kierunek', 'Przychodzący', 'Wychodzący'],
    ['tr-TR', 'Port | Protokol | Yön', 'Gelen', 'Giden'],
    ['fi-FI', 'Portti | Protokolla | Suunta', 'Saapuva', 'Lähtevä'],
    ['hu-HU', 'Port | Protokoll | Irány', 'Bejövő', 'Kimenő'],
  ])('say in %s which way', (locale, header, there, back) => {
    const read = readDocument(locale, pipe(header, `7001 | TCP | ${there}`, `7002 | UDP | ${back}`))
    expect(read.map((row) => (typeof row === 'string' ? row : row[0]?.direction))).toEqual(['in', 'out'])
  })
})

describe('headers of several rows', () => {
  it('take the ends from above the ports', () => {
    const body = `<table><thead><tr><th colspan="2">Source</th><th colspan="2">Destination</th><th rowspan="2">Protocol</th></tr>
<tr><th>Host</th><th>Port</th><th>Host</th><th>Port</th></tr></thead>
<tbody><tr><td>Lock</td><td>5000</td><td>Gauge</td><td>4840</td><td>TCP</td></tr></tbody></table>`
    const [head, row] = readDocument('en-US', body)
    expect(head).toBe('header')
    expect(row).toMatchObject([
      {transports: ['tcp'], ports: [[4840, 4840]], sourcePorts: [[5000, 5000]], source: {id: 'lock'}},
    ])
  })

  it('take transports from below the ports', () => {
    const body = `<table><thead><tr><th rowspan="2">Dienst</th><th colspan="2">Ports</th></tr><tr><th>TCP</th><th>UDP</th></tr></thead>
<tbody><tr><td>Pegel</td><td>4840</td><td>123</td></tr></tbody></table>`
    expect(readDocument('de-DE', body).map(portsOf)).toEqual(['header', 'tcp 4840; udp 123'])
  })
})

describe('columns of a direction and a transport', () => {
  it.each([
    ['en-US', 'Use | Inbound TCP | Outbound TCP | Outbound UDP'],
    ['fr-FR', 'Usage | TCP entrant | TCP sortant | UDP sortant'],
    ['es-ES', 'Uso | TCP entrante | TCP saliente | UDP saliente'],
  ])('hold ports in %s', (locale, header) => {
    const read = readDocument(locale, pipe(header, 'A | 7624 | – | –', 'B | – | 587 | 123'))
    expect(read.map(portsOf)).toEqual(['tcp 7624', 'tcp 587; udp 123'])
    expect(
      read.flatMap((row) => (typeof row === 'string' ? row : row.map((each) => each.direction))),
    ).toEqual(['in', 'out', 'out'])
  })
})

describe('ends beside a direction', () => {
  it.each([
    ['en-US', 'Inbound to the lock', 'destination', 'lock'],
    ['en-US', 'Outbound from the lock', 'source', 'lock'],
    ['de-DE', 'Eingehend von Pegel', 'source', 'pegel'],
    ['fr-FR', 'Sortant vers Écluse', 'destination', 'écluse'],
  ])('are read in %s: %s', (locale, cell, side, name) => {
    const header = locale === 'de-DE' ? 'Port | Protokoll | Richtung' : 'Port | Protocol | Direction'
    const head = locale === 'fr-FR' ? 'Port | Protocole | Sens' : header
    const [row] = readDocument(locale, `## Canal server\n\n${pipe(head, `7001 | TCP | ${cell}`)}`)
    const [facts] = typeof row === 'string' || row === undefined ? [] : row
    const end = side === 'source' ? facts?.source : facts?.destination
    expect(end?.id.normalize('NFD')).toContain(
      name.normalize('NFD').slice(0, 1) === name ? name : name.slice(-4),
    )
    expect([facts?.source, facts?.destination].filter((each) => each?.id === 'canal-server')).toEqual([])
  })
})

describe('addresses with ports', () => {
  it('open them in a document that has no word for ports', () => {
    const table = pipe(
      'Purpose | Address',
      'Feed | feed.lock.example:8443',
      'Time | ntp.lock.example:123/udp',
    )
    expect(readDocument('en-US', table).map(portsOf)).toEqual([' 8443', 'udp 123'])
  })
})

describe('ranges with a name and no numbers', () => {
  it.each([
    ['en-US', 'Service | Protocol | Port', 'RPC | TCP | RPC dynamic'],
    ['fr-FR', 'Service | UDP | TCP', 'RPC | – | DYNAMIQUE (voir la note 6, ports hauts)'],
    ['ja-JP', 'サービス | UDP | TCP', 'RPC | – | 動的 <sup>[注 6](#n6) 変更可能</sup>'],
  ])('are rules of their own kind in %s below %s', (locale, header, row) => {
    expect(readDocument(locale, pipe(header, row, row.replace(/[^|]+$/u, ' 135')))[0]).toMatchObject([
      {transports: ['tcp'], ports: [], portNames: ['dynamic']},
    ])
  })

  it('stand beside ports of another transport as a rule each, and not beside ports of their own', () => {
    const read = readDocument('en-US', pipe('Service | UDP | TCP', 'RPC | 135 | dynamic', 'Web | – | 443'))
    expect(read[0]).toMatchObject([
      {transports: ['udp'], ports: [[135, 135]]},
      {transports: ['tcp'], ports: [], portNames: ['dynamic']},
    ])
    const mixed = readDocument('en-US', pipe('Service | Protocol | Port', 'RPC | TCP | 135, dynamic'))
    expect(mixed.map(portsOf)).toEqual(['not-a-port-table'])
  })
})

describe('cells that say nothing by themselves', () => {
  it.each([
    ['en-US', '″'],
    ['en-US', 'same as above'],
    ['de-DE', 'wie oben'],
    ['ja-JP', '同上'],
    ['ru-RU', 'то же'],
  ])('are no machines in %s: %s', (locale, mark) => {
    const header = {
      'en-US': 'Source | Port | Protocol',
      'de-DE': 'Quelle | Port | Protokoll',
      'ja-JP': '送信元 | ポート | プロトコル',
      'ru-RU': 'Источник | Порт | Протокол',
    }[locale]
    const read = readDocument(locale, pipe(header ?? '', 'Buoy | 7001 | TCP', `${mark} | 7002 | TCP`))
    expect(read.map(portsOf)).toEqual(['tcp 7001', 'unreadable'])
  })

  it('refuse a row that says no to being exposed', () => {
    const table = pipe('Port | Protocol | Exposed to guests?', '7001 | TCP | Yes', '7002 | TCP | No')
    expect(readDocument('en-US', table).map(portsOf)[1]).toMatch(/unreadable|deny/u)
    const asked = pipe('Port | Protocol | Expose?', '7001 | TCP | Yes', '7002 | TCP | No')
    expect(readDocument('en-US', asked).map(portsOf)).toEqual(['tcp 7001', 'unreadable'])
  })
})

describe('tables in languages of which nothing is known', () => {
  it('give no rule where a column may say which rows are denied', () => {
    const header = 'Prievadas | Protokolas | Veiksmas'
    const rows = ['7001 | TCP | Leisti', '7002 | TCP | Drausti', '7003 | TCP | Drausti']
    expect(readDocument('lt-LT', pipe(header, ...rows))).toEqual(Array(3).fill('unknown-action'))
    const told = ['7001 | TCP | Langas į sistemą', '7002 | TCP | Laikas', '7003 | TCP | Žurnalas']
    expect(readDocument('lt-LT', pipe(header, ...told)).map(portsOf)).toEqual([
      'tcp 7001',
      'tcp 7002',
      'tcp 7003',
    ])
  })

  it('follow the action of their own column below a heading of which it is not known what it says', () => {
    const header = 'Port | Protocol | Action'
    const table = pipe(header, '7001 | TCP | Allow', '7002 | TCP | Deny', '7003 | TCP | Escalate')
    const read = readDocument('en-US', `## Mirrored\n\n${table}`)
    expect(read.map(portsOf)).toEqual(['tcp 7001', 'deny tcp 7002', 'unknown-purpose'])
    const closed = readDocument('en-US', `## Blocked ports\n\n${table}`)
    expect(closed.map(portsOf)).toEqual(['denied', 'deny tcp 7002', 'denied'])
  })
})
