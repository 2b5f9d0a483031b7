import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, test} from 'vitest'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {useSiteOf} from '../support/built-site.ts'
import {siteText} from '../support/site-text.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const locales = ['en', 'fr-FR', 'ja-JP', 'zh-TW']

/** Today's dataset, before a port of the first rule moved, its second rule came, and the other topic came. */
function earlier(): KnowledgeBase {
  const kb = tinyKnowledgeBase()
  const [topic] = kb.topics
  const [first, second] = topic?.tables[0]?.rows ?? []
  if (topic === undefined || !first?.rules[0] || !second?.rules[0])
    throw new Error('the tiny knowledge base has rules')
  first.rules[0].facts.ports = [[4000, 4001]]
  second.rules = []
  kb.topics = [topic]
  return kb
}

const site = useSiteOf(tinyKnowledgeBase, earlier)
const page = (locale: string) => readFileSync(join(site().folder, locale, 'changes/index.html'), 'utf8')
const file = (name: string) => readFileSync(join(site().folder, name), 'utf8')

describe('src/site: changes', () => {
  test('tells in every language what an earlier dataset did not have, with links to the rules', () => {
    const told = locales.map((locale) =>
      [...page(locale).matchAll(/<li class="(\w+)">.*?href="([^"]*)"/g)].map(([, kind, href]) => [
        kind,
        href,
      ]),
    )
    expect(told[0]?.map(([kind]) => kind)).toEqual(['changed', 'onlyB'])
    for (const each of told) expect(each).toEqual(told[0])
    for (const locale of locales) expect(page(locale)).toContain(siteText(locale, 'changes.added'))
  })

  test('leads from a change to its rule', async () => {
    const {page: tab, noise} = await open()
    await tab.goto(`${site().url}ja-JP/changes/`)
    await tab.locator('.flows li.changed a.port').click()
    await tab.waitForURL('**/ja-JP/topics/edge-with-nat/#r-*')
    expect(await tab.locator('.ports tr:target').count()).toBe(1)
    expect(noise).toEqual([])
  })

  test('feeds say the same, in the language of their pages', () => {
    for (const locale of locales) {
      const {items} = JSON.parse(file(`${locale}/changes.json`))
      const changes = items.filter(({content_html}: {content_html: string}) => content_html.includes('<h3'))
      expect(changes).toHaveLength(2)
      const added = siteText(locale, 'changes.added')
      expect(changes.filter(({title}: {title: string}) => title.includes(added))).toHaveLength(1)
      for (const {id, url, content_html} of changes) {
        expect(id).toMatch(/^urn:uuid:/)
        expect(url).toMatch(new RegExp(`^https://ports\\.example/${locale}/topics/[^/]+/$`))
        expect(content_html).not.toMatch(/href="(?!https:\/\/ports\.example\/)/)
      }
      const atom = file(`${locale}/changes.xml`)
      for (const {id} of items) expect(atom).toContain(`<id>${id}</id>`)
    }
  })

  test('without an earlier dataset the page says how to give one; the footer leads there', async () => {
    for (const locale of locales) {
      const html = readFileSync(join(inject('siteFolder'), locale, 'changes/index.html'), 'utf8')
      expect(html).toContain(siteText(locale, 'changes.how'))
      expect(html).toContain('portolan build --previous')
    }
    const {page: tab, noise} = await open()
    await tab.goto(`${inject('site')}zh-TW/`)
    await tab
      .locator('.foot')
      .getByRole('link', {name: siteText('zh-TW', 'nav.changes')})
      .click()
    await tab.waitForURL('**/zh-TW/changes/')
    expect(noise).toEqual([])
  })
})
