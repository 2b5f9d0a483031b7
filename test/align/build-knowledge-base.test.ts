import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import type {Edition} from '../../src/model/edition.ts'
import {knowledgeBaseSchema} from '../../src/model/schema.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {type CellText, editionOf, tableOf} from '../support/edition-of.ts'

const COLUMNS = ['path', 'source', 'destination', 'notes'] as const
const HEADER: CellText[] = [
  ['路徑', 'Role/Protocol/TCP or UDP/Port'],
  ['來源', 'Source'],
  ['目的地', 'Destination'],
  ['附註', 'Notes'],
]
const SIP: CellText[] = [
  ['存取/SIP(TLS)/TCP/443', 'Access/SIP(TLS)/TCP/443'],
  ['每', 'Any'],
  ['Access Edge 服務', 'Access Edge service'],
  ['外部使用者', 'External users'],
]
const MEDIA: CellText[] = [
  ['A/V/RTP/UDP/59,999', 'A/V/RTP/UDP/50,000-59,999'],
  ['A/V Edge 服務', 'A/V Edge service'],
  ['任何', 'Any'],
  ['僅限舊版夥伴', 'Only for older partners'],
]

const bilingual = editionOf({
  path: 'zh-TW/edge.md',
  form: 'bilingual',
  name: 'edge',
  title: {source: 'Ports of the Edge', target: 'Edge 的連接埠'},
  tables: [tableOf([...COLUMNS], [HEADER, SIP, MEDIA])],
})

/** The same tables in another locale, without English. */
const translated = (path: string, locale: string, lines: string[][], human = false): Edition =>
  editionOf({
    path,
    locale,
    form: human ? 'human' : 'machine',
    translationType: human ? 'human' : 'machine',
    name: 'edge',
    tables: [tableOf([...COLUMNS], lines)],
  })

const japanese = translated('ja-JP/edge.md', 'ja-JP', [
  ['パス', '送信元', '宛先', 'メモ'],
  ['アクセス/SIP(TLS)/TCP/443', '任意', 'アクセス エッジ サービス', '外部ユーザー'],
  ['音声ビデオ/RTP/UDP/50,000-59,999', '音声ビデオ エッジ サービス', '任意', '旧版のみ'],
])

const SIP_FACTS = {
  role: 'Access',
  protocols: ['SIP'],
  security: 'TLS',
  transports: ['tcp'],
  ports: [[443, 443]],
}
const MEDIA_FACTS = {role: 'A/V', protocols: ['RTP'], transports: ['udp'], ports: [[50000, 59999]]}

describe('src/align/build-knowledge-base.ts', () => {
  it('reads the facts of a rule from its English, whatever the translations say', () => {
    const kb = buildKnowledgeBase([bilingual, japanese])
    const facts = kb.topics.flatMap((topic) => rulesOf(topic).map(({rule}) => rule.facts))
    expect(facts).toMatchObject([SIP_FACTS, MEDIA_FACTS])
  })

  it('gives the English of a bilingual edition to its siblings, and says where it is from', () => {
    const kb = buildKnowledgeBase([bilingual, japanese])
    const unit = kb.units.find(({locale, row, column}) => locale === 'ja-JP' && row === 1 && column === 2)
    expect(unit).toMatchObject({
      source: 'Any',
      sourceOrigin: 'sibling',
      sourceFrom: 'zh-TW/edge.md',
      target: '任意',
    })
  })

  it('takes the English of a known text from the memory when the topic has none', () => {
    const other = editionOf({
      path: 'zh-TW/other.md',
      assetId: 'topic-2',
      name: 'other',
      tables: [
        tableOf(
          ['path', 'source'],
          [
            ['路徑', '來源'],
            ['DNS/UDP/53', 'Access Edge 服務'],
          ],
        ),
      ],
    })
    const unit = buildKnowledgeBase([bilingual, other]).units.find(
      ({edition, row, column}) => edition === 'zh-TW/other.md' && row === 1 && column === 2,
    )
    expect(unit).toMatchObject({
      source: 'Access Edge service',
      sourceOrigin: 'memory',
      sourceFrom: 'zh-TW/edge.md',
    })
  })

  it('takes the English of a table of the same shape when a topic stands alone', () => {
    const alone = editionOf({
      path: 'zh-TW/alone.md',
      assetId: 'topic-2',
      name: 'alone',
      form: 'human',
      translationType: 'human',
      tables: [
        tableOf(
          [...COLUMNS],
          [
            ['路徑', '來源', '目的地', '備註'],
            ['存取/SIP(TLS)/TCP/443', '任何一個', 'Access Edge 服務', '適用於外部使用者'],
            ['A/V/RTP/UDP/50,000-59,999', 'A/V Edge 服務', '任何一個', '僅限舊版的夥伴'],
          ],
        ),
      ],
    })
    const kb = buildKnowledgeBase([bilingual, alone])
    const topic = kb.topics.find(({key}) => key === 'topic-2')
    expect(topic && rulesOf(topic).map(({rule}) => rule.facts)).toMatchObject([SIP_FACTS, MEDIA_FACTS])
    expect(topic?.tables[0]?.header?.cells.map(({source}) => source)).toEqual([
      'Role/Protocol/TCP or UDP/Port',
      'Source',
      'Destination',
      'Notes',
    ])
    expect(topic?.tables[0]?.rows[1]?.cells.map(({sourceOrigin}) => sourceOrigin)).toContain('shape')
  })

  it('takes the English of an English document, and publishes English as no locale', () => {
    const english = translated(
      'en-US/edge.md',
      'en-US',
      [HEADER, SIP, MEDIA].map((line) => line.map((cell) => (typeof cell === 'string' ? cell : cell[1]))),
      true,
    )
    const kb = buildKnowledgeBase([english, japanese])
    expect(kb.locales).toEqual(['ja-JP'])
    expect(kb.topics.flatMap((topic) => rulesOf(topic).map(({rule}) => rule.facts))).toMatchObject([
      SIP_FACTS,
      MEDIA_FACTS,
    ])
    expect(kb.units.filter(({locale}) => locale === 'en-US')).toHaveLength(12)
    expect(kb.units.find(({cell, locale}) => locale === 'ja-JP' && cell.endsWith('r1c2'))).toMatchObject({
      source: 'Any',
      sourceOrigin: 'document',
      sourceFrom: 'en-US/edge.md',
      sourcePlace: {path: 'en-US/edge.md'},
    })
    expect(kb.topics[0]?.tables[0]?.rows[0]?.cells[1]).toMatchObject({
      source: 'Any',
      texts: {'ja-JP': {text: '任意'}},
    })
    expect(kb.ledger).toMatchObject({read: 4, published: 4, entries: []})
  })

  it('enters the rows of a document without a locale into the ledger, and publishes none of them', () => {
    const unplaced = {...japanese, info: {...japanese.info, id: 'x.md', path: 'x.md', locale: 'und'}}
    const kb = buildKnowledgeBase([bilingual, unplaced])
    expect(kb.locales).toEqual(['zh-TW'])
    expect(kb.topics.flatMap((topic) => topic.tables.flatMap(({rows}) => rows)).length).toBe(2)
    expect(kb.ledger.entries.map(({edition, reason}) => [edition, reason])).toEqual([
      ['x.md', 'no-locale'],
      ['x.md', 'no-locale'],
    ])
  })

  it('publishes the human edition of a locale beside the machine one, and keeps both as units', () => {
    const human = translated(
      'zh-TW/edge.human.md',
      'zh-TW',
      [
        ['路徑', '來源', '目的地', '附註'],
        ['存取/SIP(TLS)/TCP/443', '任何一個', 'Access Edge Service', '外部使用者'],
        ['A/V/RTP/UDP/50,000-59,999', 'A/V Edge Service', '任何一個', '僅限舊版'],
      ],
      true,
    )
    const kb = buildKnowledgeBase([bilingual, human])
    const cell = kb.topics[0]?.tables[0]?.rows[0]?.cells[1]
    expect(cell?.texts['zh-TW']).toMatchObject({
      text: '任何一個',
      status: 'human',
      unit: 'zh-TW/edge.human.md#t1r1c2',
    })
    expect(
      kb.units.filter((unit) => unit.cell === `${kb.topics[0]?.id}#t1r1c2`).map(({target}) => target),
    ).toEqual(['任何一個', '每'])
  })

  it('reads a rule without any English from what most languages say', () => {
    const broken = [
      ['路徑', '來源', '目的地', '附註'],
      ['SIP/TLS/TCP/5061', '任何', 'x', ''],
      ['RTP/TCP 50000 59999', '', '', ''],
    ]
    const right = [
      ['Chemin', 'Source', 'Destination', 'Notes'],
      ['SIP/TLS/TCP/5061', '', '', ''],
      ['RTP/TCP/50 000-59 999', '', '', ''],
    ]
    const kb = buildKnowledgeBase([
      translated('zh-TW/edge.md', 'zh-TW', broken),
      translated('fr-FR/edge.md', 'fr-FR', right),
      translated('ja-JP/edge.md', 'ja-JP', right),
    ])
    expect(kb.topics.flatMap((topic) => rulesOf(topic).map(({rule}) => rule.facts.ports))).toEqual([
      [[5061, 5061]],
      [[50000, 59999]],
    ])
  })

  it('keeps the ids of rules when only wording changes', () => {
    const idsOf = (editions: Edition[]): string[] =>
      buildKnowledgeBase(editions).topics.flatMap((topic) => rulesOf(topic).map(({rule}) => rule.id))
    const reworded = editionOf({
      path: 'zh-TW/edge.md',
      form: 'bilingual',
      name: 'edge',
      tables: [tableOf([...COLUMNS], [HEADER, [...SIP.slice(0, 3), ['外', 'Outside users']], MEDIA])],
    })
    expect(idsOf([reworded])).toEqual(idsOf([bilingual]))
  })

  it('gives the same dataset for any order of the documents', () => {
    const editions = [bilingual, japanese, editionOf({path: 'x.md', assetId: 'topic-9', name: 'x'})]
    const expected = JSON.stringify(buildKnowledgeBase(editions))
    fc.assert(
      fc.property(fc.shuffledSubarray(editions, {minLength: editions.length}), (shuffled) => {
        expect(JSON.stringify(buildKnowledgeBase(shuffled))).toBe(expected)
      }),
    )
  })

  it('is what the schema says', () => {
    expect(knowledgeBaseSchema.safeParse(buildKnowledgeBase([bilingual, japanese])).error).toBeUndefined()
  })

  it('makes an empty dataset of no documents', () => {
    expect(buildKnowledgeBase([])).toMatchObject({topics: [], units: [], ledger: {read: 0, published: 0}})
  })
})
