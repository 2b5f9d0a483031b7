import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import type {ColumnKind, Topic} from '../../../src/model/schema.ts'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {createEarlierRules, earlierRuleIds} from '../../../src/site/dataset/earlier-rules.ts'
import {editionOf, tableOf} from '../../support/edition-of.ts'

const columns: ColumnKind[] = ['service', 'protocol', 'port']
const document = (locale: string, rows: string[][]) =>
  editionOf({
    path: `${locale}/relay.md`,
    locale,
    form: locale === 'en' ? 'source' : 'plain',
    assetId: 'relay',
    tables: [tableOf(columns, rows)],
  })
const finnish = document('fi', [
  ['Palvelu', 'Protokolla', 'Portti'],
  ['Välitys', 'TCP', '7443'],
  ['Loki', 'TCP', '7443'],
  ['Kello', 'UDP', '123'],
])
const english = document('en', [
  ['Service', 'Protocol', 'Port'],
  ['Relay', 'TCP', '7443'],
  ['Log', 'TCP', '7443'],
  ['Clock', 'UDP', '123'],
])
const topicOf = (...editions: (typeof finnish)[]): Topic => {
  const [topic] = buildKnowledgeBase(editions).topics
  if (topic === undefined) throw new Error('no topic')
  return topic
}
const idsOf = (topic: Topic): string[] => rulesOf(topic).map(({rule}) => rule.id)

describe('src/site/dataset/earlier-rules.ts', () => {
  const [before, after] = [topicOf(finnish), topicOf(finnish, english)]

  it('finds each rule under the id that it had before the first English edition', () => {
    const gone = idsOf(before).filter((id) => !idsOf(after).includes(id))
    expect(gone).toHaveLength(3)
    const earlier = earlierRuleIds(after, before)
    expect(idsOf(after).flatMap((id) => earlier.get(id) ?? [])).toEqual(idsOf(before))
  })

  it('leads nowhere where another number of rows has the same ports and none stands in the same place', () => {
    const more = topicOf(
      document('en', [
        ['Service', 'Protocol', 'Port'],
        ['Clock', 'UDP', '123'],
        ['Clock of the other site', 'UDP', '123'],
      ]),
    )
    expect([...earlierRuleIds(more, before).values()].flat()).toEqual([])
  })

  it('knows no earlier rules of a topic that was not there', () => {
    expect(createEarlierRules([after], [])(after.id).size).toBe(0)
    expect(createEarlierRules([after], [before])(after.id).size).toBe(3)
  })
})
