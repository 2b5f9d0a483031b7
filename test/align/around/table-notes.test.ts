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

  it('takes what stands below a table for no purpose of it', () => {
    expect(outcomes(['8443'], 'Port forwarding and QoS are other topics.')).toEqual(['8443'])
  })
})
