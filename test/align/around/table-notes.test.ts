import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {ingest} from '../../../src/ingest/ingest.ts'

const HEADERS: Record<string, string> = {
  'en-US': '| Service | Protocol | Port |',
  'ja-JP': '| サービス | プロトコル | ポート |',
  'zh-TW': '| 服務 | 通訊協定 | 連接埠 |',
  'fr-FR': '| Service | Protocole | Port |',
}

/** What the rows of a table give that has one port a row and a text below it. */
const outcomes = (ports: string[], below: string, locale = 'en-US'): string[] => {
  const front = `---\ntitle: a\nms:assetid: a\nms.contentlocale: ${locale}\nms.translationtype: HT\n---\n\n# a\n\n`
  const table = [HEADERS[locale], '|---|---|---|', ...ports.map((port) => `| Web | TCP | ${port} |`)].join(
    '\n',
  )
  const kb = buildKnowledgeBase([ingest(`${front}${table}\n\n${below}\n`, `${locale}/a.md`)])
  return ports.map((_, index) => {
    const rule = kb.topics[0]?.tables[0]?.rows.find(({row}) => row === index + 1)?.rules[0]
    return rule
      ? String(rule.facts.ports[0]?.[0])
      : (kb.ledger.entries.find(({row}) => row === index + 1)?.reason ?? 'nothing')
  })
}

describe('src/align/around/table-notes.ts', () => {
  it.each([
    ['8443*', '\\* Do not open this port.', 'en-US'],
    ['8443<sup>1</sup>', '<sup>1</sup> Must be blocked at the firewall.', 'en-US'],
    ['8443¹', '¹ Keep this port closed.', 'en-US'],
    ['8443 (1)', '(1) Not to be opened from the Internet.', 'en-US'],
    ['8443[^a]', '# Other\n\nText.\n\n[^a]: This port must stay closed.', 'en-US'],
    ['8443 ※1', '※1 開放しないでください。', 'ja-JP'],
    ['8443（注 2）', '注 2 閉じておくこと。', 'ja-JP'],
    ['8443 (1)', '(1) 請勿開放。', 'zh-TW'],
    ['8443†', '† Ne pas ouvrir.', 'fr-FR'],
  ])('refuses the row of “%s” with the note “%s”, and no other', (port, note, locale) => {
    expect(outcomes([port, '8444'], note, locale)).toEqual(['denied', '8444'])
  })

  it.each([
    'Port 8443 must be closed.',
    '> [!WARNING]\n> Never open port 8443.',
    'First paragraph.\n\n8443: never open to the Internet.',
  ])('refuses the row whose port the text below forbids: %s', (note) => {
    expect(outcomes(['8443', '8444'], note)).toEqual(['denied', '8444'])
  })

  it.each([
    '\\* Needed only by guests.',
    'If port 8443 is blocked, calls fail.',
    'Do not open port 9999.',
    '# Other\n\nDo not open port 8443 on other servers.',
    'Ports to scan are listed elsewhere.',
  ])('leaves the row alone with: %s', (note) => {
    expect(outcomes(['8443*', '8444'], note)).toEqual(['8443', '8444'])
  })

  const noted = (cell: string, below: string, extension = 'md'): string[] => {
    const row = ['7001', 'TCP', 'any', 'Kiosk server', cell]
    const headers = ['Port', 'Protocol', 'Source', 'Destination', 'Notes']
    const table =
      extension === 'md'
        ? `| ${headers.join(' | ')} |\n|---|---|---|---|---|\n| ${row.join(' | ')} |\n| 7002 | TCP | any | Kiosk server | |`
        : `<table><tr>${headers.map((header) => `<th>${header}</th>`).join('')}</tr><tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr><tr><td>7002</td><td>TCP</td><td>any</td><td>Kiosk server</td><td></td></tr></table>`
    const kb = buildKnowledgeBase([
      ingest(
        `${extension === 'md' ? '# Ports' : '<h1>Ports</h1>'}\n\n${table}\n\n${below}\n`,
        `en/a.${extension}`,
      ),
    ])
    const rules = kb.topics.flatMap(({tables}) =>
      tables.flatMap(({rows}) => rows.flatMap((each) => each.rules)),
    )
    return [7001, 7002].map((port) => {
      const rule = rules.find(({facts}) => facts.ports[0]?.[0] === port)
      return rule === undefined ? 'refused' : JSON.stringify(rule.facts.source?.qualifiers)
    })
  }

  it.each([
    ['1', '1 Not from guests.', 'md'],
    ['1, 2', '2. Not from guests.', 'md'],
    ['<a href="#n1">1</a>', '<p id="n1">1 Not from guests.</p>', 'html'],
    ['Replicas<a href="#n1">1</a>', '<p id="n1">1 Not from guests.</p>', 'html'],
    ['(a)', '(a) Not from guests.', 'md'],
  ])('a cell of notes that is “%s” means the note “%s”', (cell, below, extension) => {
    expect(noted(cell, below, extension)).toEqual(['["not-from-guests"]', '[]'])
  })

  it('a footnote that the document does not have may say anything', () => {
    expect(noted('[^limits]', 'Text.')).toEqual(['refused', '[]'])
    expect(noted('[^limits]', '[^limits]: Replicas.')).not.toContain('refused')
    expect(noted('[^1]', '[^1] Replicas.')).not.toContain('refused')
    expect(noted('names match [^0-9] and [^a-z]', 'Text.')).not.toContain('refused')
    expect(noted('names match `([^ab]+)`', 'Text.')).not.toContain('refused')
  })

  it('takes what stands below a table for no purpose of it', () => {
    expect(outcomes(['8443'], 'Port forwarding and QoS are other topics.')).toEqual(['8443'])
  })
})
