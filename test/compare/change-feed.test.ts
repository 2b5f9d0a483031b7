import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {type FeedEntry, permanentId, writeFeeds} from '../../src/compare/change-feed.ts'

const place = {
  id: 'https://ports.example/fr-FR/',
  title: 'Changes <&>',
  locale: 'fr-FR',
  siteUrl: 'https://ports.example/fr-FR/',
  feedUrls: {
    json: 'https://ports.example/fr-FR/changes.json',
    atom: 'https://ports.example/fr-FR/changes.xml',
  },
}

const entry = (id: string, date: string, title = 'Single edge'): FeedEntry => ({
  id: `https://ports.example/fr-FR/topics/${id}/#${date}`,
  title,
  link: `https://ports.example/fr-FR/topics/${id}/`,
  date,
  content: '<p>37</p>',
})

/** Text of each element of that name, as an XML parser reads it. */
function elements(xml: string, wanted: string): string[] {
  const found: string[] = []
  let inside = false
  const parser = new SaxesParser({xmlns: false})
  const add = (text: string) => {
    if (inside) found.push((found.pop() ?? '') + text)
  }
  parser.on('opentag', ({name}) => {
    inside = name === wanted
    if (inside) found.push('')
  })
  parser.on('closetag', () => {
    inside = false
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return found
}

describe('src/compare/change-feed.ts', () => {
  it('dates the feed by its newest entry, never by the clock', () => {
    const {atom, json} = writeFeeds([entry('a', '2026-03-01'), entry('b', '2026-04-22')], place)
    expect(elements(atom, 'updated')[0]).toBe('2026-04-22T00:00:00.000Z')
    expect(writeFeeds([entry('a', '2026-03-01'), entry('b', '2026-04-22')], place)).toEqual({atom, json})
    expect(elements(writeFeeds([], place).atom, 'updated')).toEqual(['1970-01-01T00:00:00.000Z'])
  })

  it('names an author, an id and itself, as Atom wants it', () => {
    const {atom} = writeFeeds([entry('a', '2026-03-01')], place)
    expect(elements(atom, 'name')).toEqual(['Changes <&>'])
    expect(elements(atom, 'id')).toEqual([
      'https://ports.example/fr-FR/',
      'https://ports.example/fr-FR/topics/a/#2026-03-01',
    ])
    expect(atom).toContain('rel="self" href="https://ports.example/fr-FR/changes.xml"')
  })

  it('lets no title of a document become markup', () => {
    const hostile = '<script>alert(1)</script> ]]> & co'
    const {atom, json} = writeFeeds([entry('a', '2026-03-01', hostile)], place)
    expect(elements(atom, 'title')[1]).toBe('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; co')
    expect(JSON.parse(json).items[0].title).toBe(hostile)
  })

  it('names what it tells of by a UUID that depends on nothing but the names (RFC 9562, version 8)', () => {
    const id = permanentId('ja-JP', 'topic', '2020-01-01')
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(permanentId('ja-JP', 'topic', '2020-01-01')).toBe(id)
    const others = [
      ['ja-JP', 'topic', '2020-01-02'],
      ['ja-JP', 'topic2020-01-01'],
      ['ja-JPtopic', '2020-01-01'],
    ]
    expect(new Set([id, ...others.map((names) => permanentId(...names))]).size).toBe(4)
  })
})
