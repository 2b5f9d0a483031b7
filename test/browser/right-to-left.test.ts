import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import type {KnowledgeBase, Text} from '../../src/model/schema.ts'
import {violations} from '../support/axe.ts'
import {useSiteOf} from '../support/built-site.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const notes = 'المنفذ 50,000-59,999 أو 443/TCP عبر Pier Lock (FQDN).'

const say = (text: Text | undefined, words: string) => {
  const said = text?.texts['ar']
  if (said !== undefined) said.text = words
}

/** French becomes Arabic, of which machines are named in one region alone; one cell says names and ports in it, and one turns its writing round. */
function arabic(): KnowledgeBase {
  const kb: KnowledgeBase = JSON.parse(JSON.stringify(tinyKnowledgeBase()).replaceAll('fr-FR', 'ar'))
  kb.locales.sort()
  const [topic] = kb.topics
  const [first, second] = topic?.tables[0]?.rows ?? []
  if (topic === undefined) throw new Error('the tiny dataset has a topic')
  for (const endpoint of kb.endpoints)
    endpoint.names = {en: endpoint.names['en'] ?? endpoint.id, 'ar-SA': `آلة ${endpoint.id}`}
  say(topic.title, 'منافذ البوابة')
  say(first?.cells.at(-1), notes)
  say(second?.cells.at(-1), 'المنفذ \u202e443\u202c وارد')
  return kb
}

const site = useSiteOf(arabic)

const kinds = [
  '',
  'topics/',
  'topics/edge-with-nat/',
  'topics/edge-with-nat/export/',
  'topics/edge-with-nat/flows/',
  'ports/',
  'ports/443/',
  'compare/',
  'compare/edge-with-nat/partner-chat/',
  'compare/pair/?a=edge-with-nat&b=partner-chat',
  'search/?q=443',
  'corrections/',
  'checks/',
  'checks/port-range/',
  'quality/',
  'changes/',
  'guide/',
]

/** Texts set apart whose first character doesn't stand on the left of their last one. */
const turned = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main bdi')].flatMap((apart) => {
      const text = apart.firstChild
      if (!(text instanceof Text) || text.data.length < 2 || apart.getClientRects().length !== 1) return []
      const at = (from: number) => {
        const range = document.createRange()
        range.setStart(text, from)
        range.setEnd(text, from + 1)
        return range.getBoundingClientRect().left
      }
      return at(0) < at(text.data.length - 1) ? [] : [text.data]
    }),
  )

describe('src/site: right to left', () => {
  test('every kind of page in Arabic is accessible, quiet, no wider than its window, and keeps ports in order', {
    timeout: 900_000,
  }, async () => {
    const {page, noise} = await open({reducedMotion: 'reduce'})
    const found: string[] = []
    for (const path of kinds) {
      await page.setViewportSize({width: 1280, height: 900})
      const response = await page.goto(`${site().url}ar/${path}`)
      expect([path, response?.status()]).toEqual([path, 200])
      if (path.startsWith('search/')) await page.locator('.found-rules > li').first().waitFor()
      if (path.startsWith('compare/pair')) await page.locator('.diff').first().waitFor()
      found.push(...(await violations(page)).map((line) => `${path}: ${line}`))
      found.push(...(await turned(page)).map((text) => `${path}: ${text} is turned round`))
      for (const width of [1280, 320]) {
        await page.setViewportSize({width, height: 640})
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) found.push(`${path}: ${over} px wider than ${width}`)
      }
    }
    expect(found).toEqual([])
    expect(noise).toEqual([])
  })

  test('names and ports in an Arabic cell stand apart, and what forces a direction is left out', async () => {
    const {page} = await open()
    await page.goto(`${site().url}ar/topics/edge-with-nat/`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const cells = page.locator('.ports').first().locator('tbody tr td:last-child .t')
    expect(await cells.nth(0).textContent()).toBe(notes)
    expect(await cells.nth(0).locator('bdi').allTextContents()).toEqual([
      '50,000-59,999',
      '443/TCP',
      'Pier Lock (FQDN)',
    ])
    expect(await cells.nth(1).textContent()).toBe('المنفذ 443\u202c وارد')
  })

  test('machines that are named for a region are called so in the whole language, also by scripts', async () => {
    const {page} = await open()
    await page.goto(`${site().url}ar/compare/pair/?a=edge-with-nat&b=partner-chat`)
    await page.locator('.diff .ends').first().waitFor()
    const ends = await page.locator('.diff .ends').allTextContents()
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.filter((text) => !text.includes('آلة'))).toEqual([])
    await page.goto(`${site().url}ar/topics/edge-with-nat/export/`)
    await expect.poll(() => page.locator('[data-file]').textContent()).toContain('آلة')
  })

  test('the picture of flows keeps the outside on the left, as arrows of direction do', async () => {
    const {page} = await open({viewport: {width: 1600, height: 900}})
    await page.goto(`${site().url}ar/topics/edge-with-nat/flows/`)
    const places = await page
      .locator('.flow-wide .flow-zone rect')
      .evaluateAll((zones) => zones.map((zone) => zone.getBoundingClientRect().left))
    expect(places.length).toBeGreaterThan(1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    await page.goto(`${site().url}ar/topics/edge-with-nat/`)
    const arrows = await page
      .locator('.i-arrow-right, .i-arrow-left')
      .evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).scale))
    expect(arrows.length).toBeGreaterThan(0)
    expect(new Set(arrows)).toEqual(new Set(['none']))
  })

  test('Arabic on a page from left to right is written in its own direction', async () => {
    const {page} = await open()
    await page.goto(`${site().url}zh-TW/topics/edge-with-nat/`)
    const others = page.locator('.p dd[lang="ar"]')
    expect(await others.count()).toBeGreaterThan(0)
    expect(await others.first().getAttribute('dir')).toBe('rtl')
  })
})
