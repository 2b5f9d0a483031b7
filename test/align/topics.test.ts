import {describe, expect, it} from 'vitest'
import {groupTopics} from '../../src/align/topics.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'

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

  it('takes the page of the next release, with a copy of the asset id, for a topic of its own, and leaves each its translations', () => {
    const page = (path: string, locale: string, title: string) =>
      editionOf({
        path,
        locale,
        assetId: 'one',
        name: path.split('/').at(-1) ?? '',
        stem: path.replace(/^[a-z-]+\//i, ''),
        title: {source: null, target: title},
      })
    const pages = [
      page('en/kiln/firing', 'en', 'Firing'),
      page('en/kiln-5/firing-kiln-5', 'en', 'Firing in Kiln 5'),
      page('es-ES/kiln-5/firing-kiln-5', 'es-ES', 'Cocción en Kiln 5'),
      page('ko-KR/kiln5/firing-kiln-5', 'ko-KR', 'Kiln 5의 소성'),
      page('ko-KR/kiln/firing', 'ko-KR', '소성'),
    ]
    const pathsOf = (editions: Parameters<typeof groupTopics>[0]) =>
      groupTopics(editions)
        .topics.map((topic) => topic.editions.map(({info}) => info.path).toSorted())
        .toSorted()
    expect(pathsOf(pages)).toEqual([
      ['en/kiln-5/firing-kiln-5', 'es-ES/kiln-5/firing-kiln-5', 'ko-KR/kiln5/firing-kiln-5'],
      ['en/kiln/firing', 'ko-KR/kiln/firing'],
    ])
    expect(pathsOf(pages.filter(({info}) => info.locale !== 'es-ES' && info.locale !== 'ko-KR'))).toEqual([
      ['en/kiln-5/firing-kiln-5', 'en/kiln/firing'],
    ])
    expect(pathsOf(pages.toReversed())).toEqual(pathsOf(pages))
  })

  /** A page of one asset id in a folder of its locale, with a table of these ports. */
  const releaseOf = (path: string, title: string, ports: readonly number[]) =>
    editionOf({
      path,
      locale: path.split('/')[0] ?? '',
      assetId: 'one',
      name: path.split('/').at(-1) ?? '',
      stem: path.replace(/^[a-z-]+\//i, ''),
      title: {source: null, target: title},
      tables: [tableOf(['service', 'port'], [['A', 'B'], ...ports.map((port) => ['x', `TCP ${port}`])])],
    })
  const groupsOf = (editions: Parameters<typeof groupTopics>[0]) =>
    groupTopics(editions)
      .topics.map((topic) => topic.editions.map(({info}) => info.path).toSorted())
      .toSorted()

  it('keeps releases apart by their folders where all pages have one name, and loses none of them', () => {
    const pages = [1, 2, 3].flatMap((release) => [
      releaseOf(`en/r${release}/furnace`, `Furnace ${release}`, [6100 + release]),
      releaseOf(`de-DE/r${release}/furnace`, `Ofen ${release}`, [6100 + release]),
      releaseOf(`ko-KR/r${release}/furnace`, `용광로 ${release}`, [6100 + release]),
    ])
    const groups = [1, 2, 3].map((release) =>
      ['de-DE', 'en', 'ko-KR'].map((locale) => `${locale}/r${release}/furnace`),
    )
    expect(groupsOf(pages)).toEqual(groups)
    expect(groupsOf(pages.toReversed())).toEqual(groups)
    // The first release is not translated: the second one's translation is not its.
    expect(groupsOf(pages.filter(({info}) => info.path !== 'de-DE/r1/furnace'))).toEqual(
      groups.map((group) => group.filter((path) => path !== 'de-DE/r1/furnace')).toSorted(),
    )
  })

  it('leaves a translation of another name with the release that has its tables', () => {
    const pages = [
      releaseOf('en/furnace-1', 'Furnace 1', [6101, 6111]),
      releaseOf('en/furnace-2', 'Furnace 2', [6102, 6112]),
      releaseOf('de-DE/ofen-2', 'Ofen 2', [6102, 6112]),
    ]
    expect(groupsOf(pages)).toEqual([['de-DE/ofen-2', 'en/furnace-2'], ['en/furnace-1']])
  })

  it('leaves it with the release that has more of its rows where both have most of them', () => {
    const pages = [
      releaseOf('en/furnace-1', 'Furnace 1', [6101, 6102, 6103]),
      releaseOf('en/furnace-2', 'Furnace 2', [6101, 6102, 6150]),
      releaseOf('fr-FR/furnace-1', 'Four 1', [6101, 6102, 6103]),
      releaseOf('de-DE/ofen', 'Ofen 2', [6101, 6102, 6150]),
    ]
    const groups = [
      ['de-DE/ofen', 'en/furnace-2'],
      ['en/furnace-1', 'fr-FR/furnace-1'],
    ]
    expect(groupsOf(pages)).toEqual(groups)
    expect(groupsOf(pages.toReversed())).toEqual(groups)
  })

  it('gives the same groups for any order of the documents', () => {
    const editions = ['a.md', 'b.md', 'c.md'].map((path) => editionOf({path, name: path}))
    expect(groupTopics(editions.toReversed())).toEqual(groupTopics(editions))
  })
})
