import {describe, expect, it} from 'vitest'
import {groupTopics} from '../../src/align/topics.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'

const document = (locale: string, stem: string, port = '443') => ({
  ...editionOf({
    path: `${locale}/${stem}.md`,
    locale,
    form: locale === 'en' ? ('source' as const) : ('plain' as const),
    assetId: null,
    tables: [
      tableOf(
        ['protocol', 'port'],
        [
          ['Protocol', 'Port'],
          ['TCP', port],
        ],
      ),
    ],
  }),
  stem,
  name: stem.split('/').at(-1) ?? '',
})

const topicsOf = (...editions: ReturnType<typeof document>[]) => {
  const {topics, diagnostics} = groupTopics(editions)
  return {
    topics: topics.map(({editions: own}) => own.map(({info}) => info.path).toSorted()),
    said: diagnostics.map(({id, place}) => `${id} ${place.path}`),
  }
}

describe('src/align/moved-documents.ts', () => {
  it('finds the English document that moved one folder down since it was translated, and says so', () => {
    const {topics, said} = topicsOf(
      document('en', 'sensor/deploy/needs'),
      document('de', 'sensor/needs'),
      document('en', 'gateway/needs'),
      document('fr', 'gateway/needs'),
    )
    expect(topics).toContainEqual(['de/sensor/needs.md', 'en/sensor/deploy/needs.md'])
    expect(topics).toContainEqual(['en/gateway/needs.md', 'fr/gateway/needs.md'])
    expect(said).toEqual(['moved-document de/sensor/needs.md'])
  })

  it('takes none whose tables are others', () => {
    const {topics, said} = topicsOf(
      document('en', 'sensor/deploy/needs'),
      document('de', 'sensor/needs', '8443'),
    )
    expect(topics).toEqual([['en/sensor/deploy/needs.md'], ['de/sensor/needs.md']])
    expect(said).toEqual([])
  })

  it('takes none where two English documents could be meant, or its folders are others', () => {
    const two = topicsOf(
      document('en', 'sensor/old/needs'),
      document('en', 'sensor/new/needs'),
      document('de', 'sensor/needs'),
    )
    expect(two.topics).toHaveLength(3)
    const other = topicsOf(
      document('en', 'sensor/a/needs'),
      document('de', 'gateway/needs'),
      document('fr', 'relay/needs'),
    )
    expect(other.topics).toHaveLength(3)
  })
})
