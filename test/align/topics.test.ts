import {describe, expect, it} from 'vitest'
import {groupTopics} from '../../src/align/topics.ts'
import {editionOf} from '../support/edition-of.ts'

describe('src/align/topics.ts', () => {
  it('puts editions with the same asset id together, whatever their names', () => {
    const {topics} = groupTopics([
      editionOf({path: 'ja-JP/a.md', locale: 'ja-JP', assetId: 'one', name: 'a'}),
      editionOf({path: 'fr-FR/b.md', locale: 'fr-FR', assetId: 'one', name: 'b'}),
    ])
    expect(topics.map(({key, editions}) => [key, editions.length])).toEqual([['one', 2]])
  })

  it('places a document without an asset id by its name', () => {
    const {topics, diagnostics} = groupTopics([
      editionOf({path: 'ja-JP/a.md', locale: 'ja-JP', assetId: 'one', name: 'a'}),
      editionOf({path: 'fr-FR/a.md', locale: 'fr-FR', assetId: null, name: 'a'}),
      editionOf({path: 'fr-FR/c.md', locale: 'fr-FR', assetId: null, name: 'c'}),
    ])
    expect(topics.map(({key}) => key)).toEqual(['name:c', 'one'])
    expect(diagnostics).toEqual([])
  })

  it('tells documents of one name and locale apart by their folders, in every locale alike', () => {
    const {topics} = groupTopics(
      ['ja-JP', 'fr-FR'].flatMap((locale) =>
        ['calls', 'meetings'].map((folder) =>
          editionOf({
            path: `${locale}/${folder}/ports.md`,
            locale,
            assetId: null,
            name: 'ports',
            stem: `${folder}/ports`,
          }),
        ),
      ),
    )
    expect(topics.map(({key, editions}) => [key, editions.length])).toEqual([
      ['name:calls/ports', 2],
      ['name:meetings/ports', 2],
    ])
  })

  it('keeps the newest of two editions of one topic, locale and translation type', () => {
    const {topics} = groupTopics([
      editionOf({path: 'new.md', revision: '2020-05-01'}),
      editionOf({path: 'old.md', revision: '2019-05-01'}),
      editionOf({path: 'undated.md', revision: null}),
    ])
    expect(topics.flatMap(({supersededBy}) => [...supersededBy])).toEqual([
      ['old.md', 'new.md'],
      ['undated.md', 'new.md'],
    ])
  })

  it('keeps the bilingual one of two machine editions of the same revision', () => {
    const {topics} = groupTopics([
      editionOf({path: 'a.md', form: 'machine', revision: '2020-05-01'}),
      editionOf({path: 'b.md', form: 'bilingual', revision: '2020-05-01'}),
    ])
    expect(topics.flatMap(({supersededBy}) => [...supersededBy])).toEqual([['a.md', 'b.md']])
  })

  it('keeps a human and a machine edition side by side', () => {
    const {topics} = groupTopics([
      editionOf({path: 'a.md', form: 'human', translationType: 'human'}),
      editionOf({path: 'b.md', form: 'machine'}),
    ])
    expect(topics.flatMap(({supersededBy}) => [...supersededBy])).toEqual([])
  })

  it('gives the same groups for any order of the documents', () => {
    const editions = ['a.md', 'b.md', 'c.md'].map((path) => editionOf({path, name: path}))
    expect(groupTopics(editions.toReversed())).toEqual(groupTopics(editions))
  })
})
