import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {editionChanges} from '../../src/compare/editions.ts'
import type {Edition} from '../../src/model/edition.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {type CellText, editionOf, tableOf} from '../support/edition-of.ts'

const columns = ['path', 'source', 'destination'] as const
const head: CellText[] = [
  ['路徑', 'Role/Protocol/TCP or UDP/Port'],
  ['來源', 'Source'],
  ['目的地', 'Destination'],
]
const sip = (port: number, from = 'Any'): CellText[] => [
  [`存取/SIP(TLS)/TCP/${port}`, `Access/SIP(TLS)/TCP/${port}`],
  [from === 'Any' ? '任何' : '董事', from],
  ['Access Edge 服務', 'Access Edge service'],
]
const media: CellText[] = [
  ['A/V/RTP/UDP/50,000-59,999', 'A/V/RTP/UDP/50,000-59,999'],
  ['A/V Edge 服務', 'A/V Edge service'],
  ['任何', 'Any'],
]
const targets = (lines: CellText[][]): string[][] =>
  lines.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : cell[0])))

const document = (revision: string | null, lines: CellText[][], options: Partial<Edition['info']> = {}) =>
  editionOf({
    path: `${options.locale ?? 'zh-TW'}/${revision ?? 'undated'}.md`,
    form: 'bilingual',
    revision,
    tables: [tableOf([...columns], [head, ...lines])],
    ...options,
  })

const changesOf = (...editions: Edition[]) => editionChanges(buildKnowledgeBase(editions))
const told = (...editions: Edition[]) =>
  changesOf(...editions).map(({from, to, diff}) => [from, to, diff.counts])

const none = {address: 0, condition: 0, unknown: 0}

describe('src/compare/editions.ts', () => {
  it('compares each revision of a document with the one before, the newest first', () => {
    expect(
      told(
        document('2020-01-01', [sip(443)]),
        document('2022-01-01', [sip(444), media]),
        document('2021-01-01', [sip(443), media]),
      ),
    ).toEqual([
      ['2021-01-01', '2022-01-01', {...none, open: 0, close: 0, change: 1, stay: 1}],
      ['2020-01-01', '2021-01-01', {...none, open: 1, close: 0, change: 0, stay: 1}],
    ])
  })

  it('gives rules that still stand the ids of the topic, and rules that went none', () => {
    const editions = [document('2020-01-01', [sip(443), media]), document('2021-01-01', [media])]
    const kb = buildKnowledgeBase(editions)
    const [change] = editionChanges(kb)
    const ids = kb.topics.flatMap((topic) => rulesOf(topic).map(({rule}) => rule.id))
    expect(change?.diff.rules.map(({kind, a, b}) => [kind, (b ?? a)?.rule.id])).toEqual([
      ['equal', ids[0]],
      ['onlyA', ''],
    ])
  })

  it('tells a change once that several locales tell alike', () => {
    const [change, more] = changesOf(
      document('2020-01-01', [sip(443)]),
      document('2021-01-01', [sip(444)]),
      document('2019-06-01', [sip(443)], {locale: 'ja-JP'}),
      document('2021-01-01', [sip(444)], {locale: 'ja-JP'}),
    )
    expect(more).toBeUndefined()
    expect([change?.from, change?.to]).toEqual(['2019-06-01', '2021-01-01'])
    expect(change?.editions.map(({to}) => to.locale)).toEqual(['ja-JP', 'zh-TW'])
  })

  it('finds nothing in a new wording, in documents without a date, and in two of one date', () => {
    const reworded = document('2021-01-01', [sip(443).with(1, ['每', 'Any'])])
    expect(told(document('2020-01-01', [sip(443)]), reworded)).toEqual([])
    expect(told(document(null, [sip(443)]), document('2021-01-01', [sip(444)]))).toEqual([])
    const twin = document('2021-01-01', [sip(444)], {path: 'zh-TW/twin.md'})
    expect(told(twin, document('2021-01-01', [sip(443)]))).toEqual([])
  })

  it('compares documents without English by their ports, and by the ends that their English is known for', () => {
    const plain = (revision: string, lines: CellText[][]) =>
      editionOf({
        path: `zh-TW/human-${revision}.md`,
        form: 'human',
        translationType: 'human',
        revision,
        tables: [tableOf([...columns], targets([head, ...lines]))],
      })
    const english = document('2019-01-01', [sip(443), media])
    expect(told(english, plain('2020-01-01', [sip(443), media]), plain('2021-01-01', [media]))).toEqual([
      ['2020-01-01', '2021-01-01', {...none, open: 0, close: 1, change: 0, stay: 1}],
    ])
  })
})
