import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {ingest} from '../../src/ingest/ingest.ts'

interface Page {
  locale?: string
  heading?: string
  lead?: string
  header: string[]
  rows: string[][]
}

const front = (locale: string) =>
  `---\ntitle: a\nms:assetid: a\nms.contentlocale: ${locale}\nms.translationtype: HT\n---\n\n# a\n\n`

const above = ({heading, lead}: Page) =>
  `${heading === undefined ? '' : `## ${heading}\n\n`}${lead === undefined ? '' : `${lead}\n\n`}`

const pipe = ({header, rows}: Page) =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')

const html = ({header, rows}: Page) => {
  const row = (tag: string, cells: string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table><thead>${row('th', header)}</thead><tbody>${rows.map((cells) => row('td', cells)).join('')}</tbody></table>\n`
}

/** What each row gives: its transports and ports, or why it gives none. */
const outcomes = (page: Page, form: (page: Page) => string): string[] => {
  const locale = page.locale ?? 'en-US'
  const kb = buildKnowledgeBase([ingest(front(locale) + above(page) + form(page), `${locale}/a.md`)])
  const table = kb.topics[0]?.tables[0]
  return page.rows.map((_, index) => {
    const rule = table?.rows.find(({row}) => row === index + 1)?.rule
    const entry = kb.ledger.entries.find(({row}) => row === index + 1)
    const ports = rule?.facts.ports.map(([low, high]) => (low === high ? `${low}` : `${low}-${high}`))
    return rule ? `${rule.facts.transports.join('+')} ${ports?.join(' ')}` : (entry?.reason ?? 'nothing')
  })
}

const inBoth = (page: Page, expected: string[]) => {
  expect([outcomes(page, html), outcomes(page, pipe)]).toEqual([expected, expected])
}

describe('src/facts/row-denial.ts', () => {
  it('refuses rows whose column of actions forbids, in any language and under any header', () => {
    const rows = (allow: string, deny: string) => [
      ['8080', 'TCP', allow],
      ['8081', 'TCP', deny],
    ]
    const expected = ['tcp 8080', 'denied']
    inBoth({header: ['Port', 'Protocol', 'Action'], rows: rows('Permit', 'Discard')}, expected)
    inBoth({header: ['Port', 'Protocol', 'Target'], rows: rows('ACCEPT', 'DROP')}, expected)
    inBoth({header: ['Port', 'Protocol', 'Blocked'], rows: rows('No', 'Yes')}, expected)
    inBoth(
      {header: ['Port', 'Protokoll', 'Maßnahme'], rows: rows('Freigeben', 'Sperren'), locale: 'de-DE'},
      expected,
    )
    inBoth(
      {header: ['Port', 'Protocole', 'Action'], rows: rows('Autoriser', 'Interdire'), locale: 'fr-FR'},
      expected,
    )
    inBoth(
      {header: ['Puerto', 'Protocolo', 'Acción'], rows: rows('Permitir', 'Rechazar'), locale: 'es-ES'},
      expected,
    )
    inBoth(
      {header: ['Porta', 'Protocollo', 'Azione'], rows: rows('Consenti', 'Nega'), locale: 'it-IT'},
      expected,
    )
    inBoth(
      {header: ['Porta', 'Protocolo', 'Ação'], rows: rows('Permitir', 'Negar'), locale: 'pt-BR'},
      expected,
    )
    inBoth(
      {header: ['Порт', 'Протокол', 'Действие'], rows: rows('Разрешить', 'Запретить'), locale: 'ru-RU'},
      expected,
    )
    inBoth(
      {header: ['ポート', 'プロトコル', 'アクション'], rows: rows('許可', '遮断'), locale: 'ja-JP'},
      expected,
    )
    inBoth({header: ['連接埠', '通訊協定', '動作'], rows: rows('允許', '封鎖'), locale: 'zh-TW'}, expected)
    inBoth({header: ['端口', '协议', '操作'], rows: rows('允许', '拒绝'), locale: 'zh-CN'}, expected)
    inBoth({header: ['포트', '프로토콜', '작업'], rows: rows('허용', '거부'), locale: 'ko-KR'}, expected)
  })

  it('refuses an action that it does not know', () => {
    inBoth(
      {
        header: ['Port', 'Protocol', 'Action'],
        rows: [
          ['8080', 'TCP', 'Allow'],
          ['8081', 'TCP', 'Escalate'],
          ['8082', 'TCP', ''],
        ],
      },
      ['tcp 8080', 'unknown-action', 'unknown-action'],
    )
  })

  it('refuses what a note, a header, a heading, the text before a table or a row above forbids', () => {
    const header = ['Port', 'Protocol', 'Remarks']
    const rows = [
      ['7001', 'TCP', 'Agents connect here.'],
      ['7002', 'TCP', 'Must stay closed.'],
    ]
    inBoth({header, rows}, ['tcp 7001', 'denied'])
    inBoth({header: ['Denied ports', 'Protocol'], rows: [['7001', 'TCP']]}, ['denied'])
    inBoth({header, rows: rows.slice(0, 1), heading: 'Ports to shut: blocked services'}, ['denied'])
    inBoth({header, rows: rows.slice(0, 1), lead: 'Block the following ports.'}, ['denied'])
    inBoth({header, rows: [['**Closed ports**', '', ''], ...rows.slice(0, 1)]}, ['denied', 'denied'])
    inBoth({header, rows: [['7001 (do not open)', 'TCP', '']]}, ['denied'])
  })

  it('opens what fails where it is blocked', () => {
    const rows = [['7001', 'TCP', 'If this port is blocked, agents are shown as lost.']]
    inBoth({header: ['Port', 'Protocol', 'Remarks'], rows}, ['tcp 7001'])
  })

  it('refuses what is struck out, and opens what stands in its place', () => {
    const header = ['Service', 'Protocol', 'Port']
    const page = (struck: string, other: string) => ({
      header,
      rows: [
        ['A', 'TCP', struck],
        ['B', 'TCP', `${struck} ${other}`],
      ],
    })
    inBoth(page('<s>9000</s>', '9001'), ['struck-out', 'tcp 9001'])
    inBoth(page('<del>9000</del>', '<ins>9001</ins>'), ['struck-out', 'tcp 9001'])
    inBoth(page('<strike>9000</strike>', '9001'), ['struck-out', 'tcp 9001'])
    inBoth(page('~~9000~~', '9001'), ['struck-out', 'tcp 9001'])
    inBoth(page('<span style="text-decoration: line-through">9000</span>', '9001'), [
      'struck-out',
      'tcp 9001',
    ])
    expect(outcomes(page('<div style="text-decoration:line-through">9000</div>', '9001'), html)).toEqual([
      'struck-out',
      'tcp 9001',
    ])
  })
})

describe('src/ingest/table/tree-structure.ts', () => {
  const header = ['Service', 'Protocol', 'Port']
  it.each([
    ['22<br>443', 'tcp 22 443'],
    ['<p>25</p><p>587</p>', 'tcp 25 587'],
    ['<ul><li>53</li><li>135</li></ul>', 'tcp 53 135'],
    ['<div>53</div><div>953</div>', 'tcp 53 953'],
    ['135<sup>2</sup>', 'tcp 135'],
    ['1024-5000<sup>1</sup>', 'tcp 1024-5000'],
    ['389[^1]', 'tcp 389'],
    ['389<a href="#n1">1</a>', 'tcp 389'],
    ['<b>44</b>3', 'unreadable'],
    ['22 443', 'unreadable'],
    ['<code>80</code><code>443</code>', 'unreadable'],
    ['2<sup>16</sup>', 'unreadable'],
    ['16384<sub>min</sub>-16482<sub>max</sub>', 'unreadable'],
    ['80<s>80</s>', 'tcp 80'],
    ['8<s>0</s>443', 'unreadable'],
  ])('reads the ports of %s by their structure', (cell, expected) => {
    inBoth(
      {
        header,
        rows: [
          ['A', 'TCP', cell],
          ['B', 'TCP', '5000'],
        ],
      },
      [expected, 'tcp 5000'],
    )
  })

  it('never pairs the lines of two cells each with each', () => {
    inBoth(
      {
        header,
        rows: [
          ['A', 'UDP<br>TCP', '53<br>953'],
          ['B', 'UDP<br>UDP', '123<br>323'],
        ],
      },
      ['unreadable', 'udp 123 323'],
    )
  })

  it('keeps two segments of a bilingual cell apart', () => {
    const pair = (id: number, text: string) =>
      `<span data-ttu-id="a-${id}">${text}</span><span class="sxs-lookup"><span data-stu-id="a-${id}">${text}</span></span>`
    const rows = [
      ['A', 'TCP', `<p>${pair(1, '22')}</p><p>${pair(2, '443')}</p>`],
      ['B', 'TCP', `${pair(3, '135')}<sup>${pair(4, '2')}</sup>`],
      ['C', 'TCP', `<s>${pair(5, '80')}</s>`],
    ]
    expect(outcomes({header, rows, locale: 'de-DE'}, html)).toEqual(['tcp 22 443', 'tcp 135', 'struck-out'])
  })
})

describe('src/facts/facts-ports.ts on columns beside each other', () => {
  it('reads a range from its ends, and from its start and a count', () => {
    const ends = (header: string[], locale = 'en-US') =>
      outcomes(
        {
          header,
          rows: [
            ['A', 'UDP', '20000', '20099'],
            ['B', 'UDP', '20099', '20000'],
          ],
          locale,
        },
        html,
      )
    const expected = ['udp 20000-20099', 'unreadable']
    expect(ends(['Stream', 'Protocol', 'First port', 'Last port'])).toEqual(expected)
    expect(ends(['Strom', 'Protokoll', 'Startport', 'Endport'], 'de-DE')).toEqual(expected)
    expect(ends(['Flux', 'Protocole', 'Port de début', 'Port de fin'], 'fr-FR')).toEqual(expected)
    expect(ends(['用途', 'プロトコル', '開始ポート', '終了ポート'], 'ja-JP')).toEqual(expected)
    expect(ends(['용도', '프로토콜', '시작 포트', '끝 포트'], 'ko-KR')).toEqual(expected)
    expect(
      outcomes(
        {header: ['Stream', 'Protocol', 'Port', 'Number of ports'], rows: [['A', 'UDP', '20000', '20']]},
        html,
      ),
    ).toEqual(['udp 20000-20019'])
  })

  it('takes transports from the headers of columns, and refuses ports that differ', () => {
    inBoth(
      {
        header: ['Service', 'TCP port', 'UDP port'],
        rows: [
          ['A', '389', '389'],
          ['B', '3268', ''],
          ['C', '', '123'],
          ['D', '80', '81'],
        ],
      },
      ['tcp+udp 389', 'tcp 3268', 'udp 123', 'unreadable'],
    )
    inBoth({header: ['External port', 'Internal port', 'Protocol'], rows: [['443', '8443', 'TCP']]}, [
      'unreadable',
    ])
  })

  it('refuses numbers where machines should stand', () => {
    inBoth({header: ['From', 'To', 'Port', 'Protocol'], rows: [['8000', '8100', '443', 'TCP']]}, [
      'unreadable',
    ])
  })

  it('refuses figures that a partial reading would leave out', () => {
    inBoth(
      {
        header: ['Service', 'Ports'],
        rows: [
          ['A', 'UDP 50,000 - 59,999'],
          ['B', 'TCP 443 - and 8443 for administrators'],
          ['C', 'TCP used by agents on 8443'],
          ['D', 'TCP 1024+'],
        ],
      },
      ['udp 50000-59999', 'unreadable', 'unreadable', 'tcp 1024-65535'],
    )
  })
})

describe('src/align/table-purpose.ts', () => {
  const purposeOf = (page: Page) => {
    const kb = buildKnowledgeBase([
      ingest(front(page.locale ?? 'en-US') + above(page) + html(page), `${page.locale ?? 'en-US'}/a.md`),
    ])
    return kb.topics[0]?.tables[0]?.purpose
  }
  const header = ['Port', 'Protocol', 'Purpose']
  const rows = [['5004', 'UDP', 'Sound']]

  it.each([
    ['IPsec exemptions', 'en-US', 'exempt'],
    ['IPsec-Ausnahmen', 'de-DE', 'exempt'],
    ['IPsec の除外', 'ja-JP', 'exempt'],
    ['QoS policies', 'en-US', 'mark'],
    ['Qualité de service', 'fr-FR', 'mark'],
    ['Port forwarding', 'en-US', 'map'],
    ['端口映射', 'zh-CN', 'map'],
    ['Health checks', 'en-US', 'probe'],
    ['상태 확인', 'ko-KR', 'probe'],
    ['Registry keys', 'en-US', 'open'],
    ['Registry key', 'en-US', 'setting'],
    ['Conflitti di porte', 'it-IT', 'conflict'],
    ['Firewall rules', 'en-US', 'open'],
    ['Edge servers with private addresses using NAT', 'en-US', 'open'],
  ])('reads the heading %s (%s) as %s', (heading, locale, expected) => {
    expect(purposeOf({heading, locale, header, rows})).toBe(expected)
  })

  it('reads the headers, and of the text before a table what it marks or exempts', () => {
    expect(purposeOf({header: ['Port', 'Protocol', 'DSCP'], rows})).toBe('mark')
    expect(purposeOf({header, rows, lead: 'The switches apply QoS to these ports.'})).toBe('mark')
    expect(purposeOf({header, rows, lead: 'Change them with a registry key.'})).toBe('open')
  })
})
