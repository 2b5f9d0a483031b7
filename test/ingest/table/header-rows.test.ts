import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from '../../align/read-document.ts'

/** Rows of a table of HTML: `th` for headers, `*` before a cell in bold, `2x` or `x2` before one over columns or rows. */
const html = (...rows: string[]): string =>
  `<table>${rows
    .map((row) => {
      const [name, cells] = row.startsWith('th ') ? (['th', row.slice(3)] as const) : (['td', row] as const)
      return `<tr>${cells
        .split(' | ')
        .map((cell) => {
          const [, wide = '', high = '', star = '', text = ''] =
            /^(?:(\d)x )?(?:x(\d) )?(\*?)(.*)$/u.exec(cell) ?? []
          const spans = `${wide === '' ? '' : ` colspan="${wide}"`}${high === '' ? '' : ` rowspan="${high}"`}`
          return `<${name}${spans}>${star === '' ? text : `<strong>${text}</strong>`}</${name}>`
        })
        .join('')}</tr>`
    })
    .join('\n')}</table>`

describe('a second header row outside of a head', () => {
  it.each([
    ['en-US', 'th x2 Service | 2x Port', 'th TCP | UDP'],
    ['de-DE', 'th x2 Dienst | 2x Ports', 'th TCP | UDP'],
    ['pl-PL', 'th x2 Usługa | 2x Porty', 'th TCP | UDP'],
    ['fr-FR', 'x2 *Service | 2x *Ports', '*TCP | *UDP'],
    ['nl-NL', 'x2 *Dienst | 2x *Poort', '*TCP | *UDP'],
    ['es-ES', 'th Servicio | 2x Puerto', 'th Nombre | TCP | UDP'],
  ])('parts ports into transports in %s', (locale, upper, lower) => {
    const read = readDocument(locale, html(upper, lower, 'A | 4840 | 123', 'B | 7001 | –'))
    expect(read.map(portsOf)).toEqual(['header', 'tcp 4840; udp 123', 'tcp 7001'])
  })

  it.each([
    ['en-US', 'th 2x Source | 2x Destination | x2 Protocol', 'th Address | Port | Address | Port'],
    ['ja-JP', 'th 2x 送信元 | 2x 宛先 | x2 プロトコル', 'th アドレス | ポート | アドレス | ポート'],
    ['ru-RU', '2x *Источник | 2x *Назначение | x2 *Протокол', '*Адрес | *Порт | *Адрес | *Порт'],
  ])('parts the ends in %s', (locale, upper, lower) => {
    const [, row] = readDocument(locale, html(upper, lower, '10.0.0.1 | 5000 | 10.0.0.2 | 4840 | TCP'))
    expect(row).toMatchObject([
      {
        transports: ['tcp'],
        ports: [[4840, 4840]],
        sourcePorts: [[5000, 5000]],
        source: {id: '10.0.0.1'},
        destination: {id: '10.0.0.2'},
      },
    ])
  })

  it.each([
    ['en-US', 'Source | | Destination | | Protocol', 'Address | Port | Address | Port | '],
    ['zh-CN', '源 | | 目的 | | 协议', '地址 | 端口 | 地址 | 端口 | '],
    ['fr-FR', 'Source | | Destination | | Protocole', '**Adresse** | **Port** | **Adresse** | **Port** | '],
  ])('is the first row of a pipe table in %s', (locale, upper, lower) => {
    const [, row] = readDocument(locale, pipe(upper, lower, '10.0.0.1 | 5000 | 10.0.0.2 | 4840 | TCP'))
    expect(row).toMatchObject([
      {ports: [[4840, 4840]], sourcePorts: [[5000, 5000]], source: {id: '10.0.0.1'}},
    ])
  })

  it('stays a row where no header stands above two of its cells', () => {
    const read = readDocument(
      'en-US',
      pipe(
        'Service | Port | Protocol | Action',
        '**All** | **Any** | **Any** | **Deny**',
        'A | 4840 | TCP | Allow',
      ),
    )
    expect(read.map(portsOf)).toEqual(['deny tcp/udp 0-65535', 'tcp 4840'])
  })

  it('tells source ports from others, first ones from last ones, and ticks below a protocol', () => {
    const ends = html('th x2 Protocol | 2x Port', 'th Source | Destination', 'TCP | 5000 | 4840')
    expect(readDocument('en-US', ends)[1]).toMatchObject([
      {ports: [[4840, 4840]], sourcePorts: [[5000, 5000]]},
    ])
    const bounds = html('th x2 Protocol | 2x Port range', 'th From | To', 'TCP | 5000 | 5010')
    expect(readDocument('en-US', bounds).map(portsOf)).toEqual(['header', 'tcp 5000-5010'])
    const ticks = html('th x2 Port | 2x Protocol', 'th TCP | UDP', '4840 | ✓ | ', '123 | ✓ | ✓')
    expect(readDocument('en-US', ticks).map(portsOf)).toEqual(['header', 'tcp 4840', 'tcp/udp 123'])
  })
})

describe('groups above columns of ports', () => {
  it.each([
    ['en-US', 'th x2 Service | 2x Web server | 2x Database server'],
    ['de-DE', 'th x2 Dienst | 2x Version 1 | 2x Version 2'],
    ['ja-JP', 'th x2 サービス | 2x 旧拠点 | 2x 新拠点'],
  ])('of which nobody knows what they are refuse all rows in %s', (locale, upper) => {
    const body = html(
      upper,
      'th TCP | UDP | TCP | UDP',
      'A | 4840 | 123 | 7001 | ',
      'B | 4841 | | 7002 | 124',
    )
    expect(readDocument(locale, body).map(portsOf)).toEqual(['header', 'unreadable', 'unreadable'])
  })

  it('refuse all rows where nobody knows where a group of ends begins', () => {
    const upper = 'Rule | Source | | | Destination | '
    const body = pipe(
      upper,
      'Name | Address | Port | Protocol | Address | Port',
      'A | 10.0.0.1 | | TCP | 10.0.0.2 | 443',
    )
    expect(readDocument('en-US', body).map(portsOf)).toEqual(['header', 'unreadable'])
  })

  it('say of their ports which way they go', () => {
    const body = html(
      'th x2 Service | 2x Inbound | 2x Outbound',
      'th TCP | UDP | TCP | UDP',
      'A | 4840 | 123 | – | 53',
    )
    const [, row] = readDocument('en-US', body)
    expect(typeof row === 'string' ? row : row?.map(({direction}) => direction)).toEqual(['in', 'in', 'out'])
  })
})

describe('a header within a table', () => {
  it.each([
    ['en-US', 'th Service | TCP | UDP', 'th Service | UDP | TCP'],
    ['de-DE', 'Dienst | Port TCP | Port UDP', 'Dienst | Port UDP | Port TCP'],
    ['fr-FR', 'th Service | Port TCP | Port UDP', 'th Service | Port UDP | Port TCP'],
  ])('with other words refuses the rows below it (%s, %s)', (locale, header, inner) => {
    const read = readDocument(locale, html(header, 'A | 4840 | 123', inner, 'B | 4841 | 124'))
    expect(read.map(portsOf)).toEqual(['tcp 4840; udp 123', 'header', 'unreadable'])
  })

  it('with the words of the header changes nothing', () => {
    const header = 'Port | Protokoll | Quelle'
    const read = readDocument('de-DE', pipe(header, '4840 | TCP | ABC', header, '4841 | UDP | ABC'))
    expect(read.map(portsOf)).toEqual(['tcp 4840', 'header', 'udp 4841'])
  })
})

describe('columns of ports that are required and optional', () => {
  it.each([
    ['en-US', 'Service | Protocol | Required ports | Optional ports'],
    ['de-DE', 'Dienst | Protokoll | Erforderliche Ports | Optionale Ports'],
    ['fr-FR', 'Service | Protocole | Ports obligatoires | Ports facultatifs'],
    ['ja-JP', 'サービス | プロトコル | 必須ポート | オプションのポート'],
    ['zh-TW', '服務 | 通訊協定 | 必要連接埠 | 選用連接埠'],
  ])('give rules of their own in %s', (locale, header) => {
    const read = readDocument(locale, pipe(header, 'A | TCP | 4840 | 7001', 'B | TCP | | 7002'))
    expect(
      read.map((row) =>
        typeof row === 'string' ? row : row.map(({requirement, ports}) => [requirement, ports]),
      ),
    ).toEqual([
      [
        ['required', [[4840, 4840]]],
        ['optional', [[7001, 7001]]],
      ],
      [['optional', [[7002, 7002]]]],
    ])
  })

  it('leave to a column of requirements what it says itself', () => {
    const header = 'Protocol | Required ports | Optional ports | Required'
    const [row] = readDocument('en-US', pipe(header, 'TCP | 4840 | | Only if clocks are kept'))
    expect(row).toMatchObject([{requirement: 'conditional'}])
  })
})
