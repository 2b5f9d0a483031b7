import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Page, Route} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {violations} from '../support/axe.ts'
import {sampleDataset} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

/** As small as a picture: what a page of another site can be asked to load. */
const MOST_BYTES = 15_000
/** Of a site that allows nothing but its own files, and no inline styles. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"

const topics = sampleDataset().topics.filter(({tables}) => tables.some(({portTable}) => portTable))
const [first, second] = topics
if (first === undefined || second === undefined) throw new Error('the sample has two topics')
const rulesIn = ({tables}: typeof first): number =>
  tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)).length

const table = (attributes = '', inside = '') =>
  `<portolan-table src="data/topics/${first.id}.json" ${attributes}>${inside}</portolan-table>`
const comparison = `<portolan-comparison from="compare/${first.id}.json" to="compare/${second.id}.json"></portolan-comparison>`

/** A page of a site that has none of our styles. */
async function visit(page: Page, body: string, lang = 'ja-JP', css = ''): Promise<void> {
  const scripts = ['portolan-table', 'portolan-comparison'].map(
    (name) => `<script defer src="${name}.js"></script>`,
  )
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="host.css">${scripts.join('')}<main><h1>Host</h1><h2>Ports</h2>${body}</main>`
  await page.route('**/host.html', (route) =>
    route.fulfill({body: html, headers: {'content-type': 'text/html', 'content-security-policy': policy}}),
  )
  await page.route('**/host.css', (route) => route.fulfill({body: css, contentType: 'text/css'}))
  await page.goto(`${inject('site')}host.html`)
}

/** Numbers of which a part stands on another line: half a port would be read as another. In the page. */
const tornNumbers = (cells: Element[]): string[] =>
  cells.flatMap((cell) => {
    const text = cell.firstChild
    return [...(cell.textContent ?? '').matchAll(/\d[\d,]+/g)].flatMap(({0: number, index}) => {
      const range = document.createRange()
      if (text === null || cell.childNodes.length > 1) return []
      range.setStart(text, index)
      range.setEnd(text, index + number.length)
      return new Set([...range.getClientRects()].map(({top}) => top)).size > 1 ? [number] : []
    })
  })

/** Answers with what the site says, changed. */
const changed = (change: (text: string) => string) => async (route: Route) => {
  const response = await route.fetch()
  await route.fulfill({response, body: change(await response.text())})
}

describe('src/site/elements', () => {
  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'show every rule under a strict policy, open the evidence of a row, and have no violation of axe: %s, %i px',
    async (colorScheme, width) => {
      const {page, noise} = await open({colorScheme, viewport: {width, height: 900}})
      await visit(page, table() + comparison, 'ja-JP', 'main {max-inline-size: 45rem}')
      const shown = page.locator('portolan-table')
      await shown.locator('.ports').first().waitFor()
      await page.locator('portolan-comparison h3').waitFor()
      expect(await shown.locator('tbody .ps').count()).toBe(rulesIn(first))
      expect(await shown.locator('td .t').first().getAttribute('lang')).toBeNull()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await shown.locator('td .t').evaluateAll(tornNumbers)).toEqual([])
      const button = shown.locator('tbody .v').first()
      await button.click()
      expect(await shown.locator('.p:popover-open dd[lang=en]').first().isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await violations(page)).toEqual([])
      expect(noise).toEqual([])
    },
  )

  test('link to the rows and pages of the site, in the language of the page', async () => {
    const {page} = await open()
    await visit(page, table() + comparison)
    const anchor = page.locator('portolan-table .anchor').first()
    await anchor.waitFor()
    const address = new URL((await anchor.getAttribute('href')) ?? '')
    expect(address.pathname).toBe(`/ja-JP/topics/${first.id}/`)
    await page.goto(address.href)
    expect(await page.locator(':target').count()).toBe(1)
  })

  test('keep what the author wrote, and say in the language of the page that the data can’t be had', async () => {
    const {page, noise} = await open()
    await visit(
      page,
      `<portolan-table src="data/topics/gone.json"><a href="en/">All ports</a></portolan-table><portolan-table src="javascript:alert(1)"></portolan-table><portolan-comparison from="compare/${first.id}.json"></portolan-comparison>`,
      'de',
    )
    for (const element of await page.locator('portolan-table, portolan-comparison').all()) {
      const said = element.locator('[role=status]')
      await said.waitFor()
      expect(await said.textContent()).toMatch(/^Die Themen konnten nicht geladen werden/)
    }
    expect(await page.getByRole('link', {name: 'All ports'}).isVisible()).toBe(true)
    expect(noise.some((line) => /gone\.json/.test(line))).toBe(true)
  })

  test('follow a change of their attributes, and take the nearest language or English', async () => {
    const {page} = await open()
    await visit(page, table('locale="fr"'))
    const shown = page.locator('portolan-table .portolan')
    await expect.poll(() => shown.getAttribute('lang')).toBe('fr-FR')
    await page.evaluate(() => document.querySelector('portolan-table')?.setAttribute('locale', 'nl-NL'))
    await expect.poll(() => shown.getAttribute('lang')).toBe('en')
    expect(await shown.locator('.note').first().textContent()).toContain('English')
  })

  test('show texts of documents as text, and without characters that turn their writing round', async () => {
    const {page, noise} = await open()
    const markup = '\\"><script>document.title=1</script><img src=x onerror=document.title=1>\\u202e'
    const hostile = changed((text) => text.replaceAll(/"(text|source)":"/g, `"$1":"${markup}`))
    await page.route('**/data/topics/*.json', hostile)
    await page.route('**/compare/*.json', hostile)
    await visit(page, table() + comparison, 'fr-FR')
    await page.locator('portolan-table .ports').first().waitFor()
    await page.locator('portolan-comparison h3').waitFor()
    for (const element of await page.locator('.portolan').all()) {
      const text = (await element.textContent()) ?? ''
      expect([text.includes('<script>'), text.includes('\u202e')]).toEqual([true, false])
    }
    expect(await page.locator('.portolan :is(script, img)').count()).toBe(0)
    expect(await page.title()).toBe('Host')
    expect(noise).toEqual([])
  })

  test('read from right to left in a language that does, with ports in their own order', async () => {
    const {page, noise} = await open()
    const texts = readFileSync('src/languages/ar-SA/interface.json', 'utf8')
    await page.route(
      '**/elements/topics/*.json',
      changed((text) => text.replace('"locales":["en"', '"locales":["en","ar-SA"')),
    )
    await page.route('**/elements/ar-SA.json', (route) =>
      route.fulfill({json: {locale: 'ar-SA', texts: JSON.parse(texts), checks: {}, qualifiers: {}}}),
    )
    await visit(page, table() + comparison, 'ar')
    await page.locator('portolan-comparison h3').waitFor()
    const shown = page.locator('portolan-table .portolan')
    expect(await shown.getAttribute('dir')).toBe('rtl')
    expect(await shown.locator('.note').textContent()).toContain('بالإنجليزية')
    expect(await shown.locator('.port bdi').count()).toBeGreaterThan(10)
    expect(noise).toEqual([])
  })

  test('move nothing where the page keeps their height', async () => {
    const {page} = await open({fresh: true})
    await page.addInitScript(() => {
      const moved = Object.assign(window, {moved: 0})
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) moved.moved += Number(entry.value)
      }).observe({type: 'layout-shift', buffered: true})
    })
    await visit(
      page,
      `${table()}<p>After</p>`,
      'ja-JP',
      'portolan-table {display: block; min-block-size: 500rem}',
    )
    await page.locator('portolan-table .ports').first().waitFor()
    expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toBe(0)
  })

  test('are small', () => {
    for (const name of ['portolan-table.js', 'portolan-comparison.js'])
      expect(gzipSync(readFileSync(join(inject('siteFolder'), name)), {level: 9}).length).toBeLessThan(
        MOST_BYTES,
      )
  })
})
