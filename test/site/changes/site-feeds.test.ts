import {SaxesParser} from 'saxes'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {siteFiles, writeDataFiles} from '../../../src/app/build/write-data-fs.ts'
import {toSiteDataset} from '../../../src/site/dataset/site-dataset.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const data = tinyDataFolder()
writeDataFiles(data, siteFiles(toSiteDataset(tinyKnowledgeBase())))

type Feeds = (locale: string, site?: string) => {json: string; atom: string}
let feeds: Feeds
/** The pages' dataset is read once when its module is loaded, which another test of this worker may have done. */
beforeAll(async () => {
  vi.resetModules()
  vi.doMock('virtual:portolan/workspace', () => ({
    workspace: {data, guide: '', content: null},
    settings: {},
    ownTexts: {},
    isBuild: true,
    base: '/',
  }))
  const {createPage} = await import('../../../src/site/layout/page-context.ts')
  const {siteFeeds} = await import('../../../src/site/changes/site-feeds.ts')
  feeds = (locale, site) => siteFeeds(createPage(locale, ''), site === undefined ? undefined : new URL(site))
})

afterAll(() => {
  vi.doUnmock('virtual:portolan/workspace')
  vi.resetModules()
})

/** Texts of elements, and addresses of links, by an XML parser. */
function readAtom(xml: string): {ids: string[]; updated: string[]; links: string[]; authors: number} {
  const read = {ids: [] as string[], updated: [] as string[], links: [] as string[], authors: 0}
  let open = ''
  const parser = new SaxesParser({xmlns: true})
  parser.on('opentag', ({name, attributes}) => {
    open = name
    if (name === 'link') read.links.push(attributes['href']?.value ?? '')
    if (name === 'author') read.authors += 1
  })
  parser.on('closetag', () => {
    open = ''
  })
  parser.on('text', (text) => {
    if (open === 'id') read.ids.push(text)
    if (open === 'updated') read.updated.push(text)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return read
}

describe('src/site/changes/site-feeds.ts', () => {
  it.each(['en', 'fr-FR', 'ja-JP', 'zh-TW'])(
    'has what Atom asks for, wherever the site stands (%s)',
    (locale) => {
      const {ids, updated, links, authors} = readAtom(feeds(locale).atom)
      expect(authors).toBe(1)
      expect(ids.length).toBeGreaterThan(2)
      // RFC 4287, 4.2.6: absolute, and no other entry’s; 4.2.7.1 allows relative links.
      for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
      expect(new Set(ids).size).toBe(ids.length)
      for (const date of updated) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      for (const link of links) expect(link).toMatch(/^\.\/(?!\/)/)
    },
  )

  it('has the same entries in both formats', () => {
    const {json, atom} = feeds('ja-JP')
    const {items, feed_url: own, home_page_url: home} = JSON.parse(json)
    expect(items.map(({id}: {id: string}) => id)).toEqual(readAtom(atom).ids.slice(1))
    expect([own, home]).toEqual(['./changes.json', './'])
    for (const {url} of items) expect(url).toMatch(/^\.\/topics\/[^/]+\/$/)
  })

  it('keeps the ids of entries when the site moves, and gives those of another language others', () => {
    const ids = (...where: Parameters<Feeds>) => readAtom(feeds(...where).atom).ids.slice(1)
    expect(ids('fr-FR', 'https://ports.example/')).toEqual(ids('fr-FR'))
    expect(ids('fr-FR').filter((id) => ids('ja-JP').includes(id))).toEqual([])
  })

  it('has absolute addresses where the site has one', () => {
    const {atom, json} = feeds('zh-TW', 'https://ports.example/')
    expect(atom).not.toContain('portolan.invalid')
    for (const link of readAtom(atom).links) expect(link).toMatch(/^https:\/\/ports\.example\/zh-TW\//)
    expect(JSON.parse(json).feed_url).toBe('https://ports.example/zh-TW/changes.json')
    expect(feeds('zh-TW').json).not.toContain('portolan.invalid')
  })
})
