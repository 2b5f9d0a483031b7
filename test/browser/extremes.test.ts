import {describe, expect, test} from 'vitest'
import type {KnowledgeBase, Table, Text} from '../../src/model/schema.ts'
import {useSiteOf} from '../support/built-site.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const rows = 1000
const longTitle = 'Ports of a very long title '.repeat(12).slice(0, 300)
const longWord = 'Verbindungsaushandlungsprotokoll'.repeat(7).slice(0, 200)
const longCell = 'This note goes on. '.repeat(264).slice(0, 5000)

const say = (text: Text, locale: string, words: string) => {
  const said = text.texts[locale]
  if (said !== undefined) said.text = words
}

/** A language without texts of its own on the site, a long title, a long word, a long cell, a long table, a wide one. */
function extreme(): KnowledgeBase {
  const kb = tinyKnowledgeBase()
  const renamed: KnowledgeBase = JSON.parse(JSON.stringify(kb).replaceAll('fr-FR', 'nl-NL'))
  renamed.locales.sort()
  const [topic] = renamed.topics
  const table = topic?.tables[0]
  const row = table?.rows[0]
  if (topic === undefined || table === undefined || row === undefined)
    throw new Error('the tiny dataset has a row')
  topic.title.source = longTitle
  for (const locale of renamed.locales) say(topic.title, locale, longTitle)
  table.rows = Array.from({length: rows}, (_, at) => {
    const copy = structuredClone(row)
    copy.row = at + 1
    if (copy.rules[0]) copy.rules[0].id = `r-${at.toString(16).padStart(10, '0')}`
    return copy
  })
  const [path, source, , notes] = table.rows[0]?.cells ?? []
  for (const locale of renamed.locales) {
    if (path !== undefined) say(path, locale, longWord)
    if (source !== undefined) say(source, locale, '')
    if (notes !== undefined) say(notes, locale, longCell)
  }
  widen(topic.tables[1])
  return renamed
}

/** Twelve columns. */
function widen(table: Table | undefined) {
  if (table === undefined) throw new Error('the tiny dataset has two tables')
  const more = Array.from({length: 8}, () => table.columns.length - 1)
  table.columns.push(...more.map(() => 'other' as const))
  for (const {cells} of [table.header, ...table.rows].filter((row) => row !== null))
    cells.push(...more.flatMap((at) => structuredClone(cells[at]) ?? []))
}

const nothing = (): KnowledgeBase => ({
  ...tinyKnowledgeBase(),
  topics: [],
  units: [],
  findings: [],
  endpoints: [],
  editions: [],
  ledger: {read: 0, published: 0, entries: []},
})

const longSite = useSiteOf(extreme)
const emptySite = useSiteOf(nothing)

describe('src/site: extremes', () => {
  test('a table of 1,000 rows, a word of 200 characters, a cell of 5,000 and a table of 12 columns leave the page usable', async () => {
    const {page, noise} = await open()
    for (const path of ['', 'topics/', 'topics/edge-with-nat/', 'ports/', 'corrections/', 'compare/']) {
      await page.goto(`${longSite().url}nl-NL/${path}`)
      for (const width of [1280, 360]) {
        await page.setViewportSize({width, height: 800})
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([path, width, over]).toEqual([path, width, 0])
        expect(await page.locator('h1').isVisible()).toBe(true)
      }
    }
    for (const viewport of [
      {width: 1280, height: 900},
      {width: 360, height: 780},
    ]) {
      await page.setViewportSize(viewport)
      await page.goto('about:blank')
      await page.goto(`${longSite().url}nl-NL/topics/edge-with-nat/#r-00000003e7`)
      expect(
        await page.locator('#r-00000003e7').evaluate((row) => row.getBoundingClientRect().top < innerHeight),
      ).toBe(true)
      await page.getByRole('button', {name: 'UDP', exact: true}).click()
      await expect.poll(() => page.locator('.ports tbody tr:not([hidden])').count()).toBeLessThan(rows)
    }
    expect(noise).toEqual([])
  })

  test('a language without texts of its own gets the English ones, and its own content', async () => {
    const {page, noise} = await open()
    await page.goto(`${longSite().url}nl-NL/topics/partner-chat/`)
    expect(await page.locator('html').getAttribute('lang')).toBe('nl-NL')
    expect(await page.locator('.languages').textContent()).toContain('Nederlands')
    expect(await page.locator('.ways a').first().textContent()).toBe('Topics')
    expect(await page.locator('header').getAttribute('lang')).toBe('en')
    expect(await page.locator('.tools').getAttribute('lang')).toBe('en')
    expect(noise).toEqual([])
  })

  test('languages without texts of their own share a sentence where nothing stands', async () => {
    const {page} = await open()
    await page.goto(`${longSite().url}404.html`)
    const said = page.locator('main > p[lang="en"]')
    expect(await said.count()).toBe(1)
    expect(await said.locator('a').allTextContents()).toEqual(['English', 'Nederlands'])
    expect(await page.locator('main > p[lang="ja-JP"] a').count()).toBe(1)
  })

  test('an empty cell in one language shows its English with a mark', async () => {
    const {page} = await open()
    await page.goto(`${longSite().url}nl-NL/topics/edge-with-nat/`)
    const cell = page.locator('#r-0000000000 td').nth(1)
    expect(await cell.getAttribute('lang')).toBe('en')
    expect(await cell.locator('.b.source').textContent()).toBe('English')
  })

  test('without any topic every page says so and leads on', async () => {
    const {page, noise} = await open()
    for (const path of [
      '',
      'topics/',
      'ports/',
      'compare/',
      'corrections/',
      'checks/',
      'quality/',
      'guide/',
      'search/',
    ]) {
      await page.goto(`${emptySite().url}ja-JP/${path}`)
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
    await page.goto(`${emptySite().url}en/`)
    expect(await page.getByText('There are no topics yet').isVisible()).toBe(true)
    expect(noise).toEqual([])
  })
})
