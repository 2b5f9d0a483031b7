import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {useBrowser} from '../support/visit.ts'

const site = inject('siteBelow')
const {open: visit} = useBrowser()

/** A page whose console and network are watched: `said` must stay empty. */
const open = async (path: string, options: {width?: number; height?: number} = {}) => {
  const {width = 1280, height = 800} = options
  const {page, noise: said} = await visit({viewport: {width, height}})
  await page.goto(site + path)
  return {page, said}
}

/** Types a query into the search page and waits for its answer. */
const ask = async (page: Page, text: string) => {
  await page.locator('[data-search-page][aria-busy=false]').waitFor()
  await page.evaluate((query) => {
    const input = document.querySelector<HTMLInputElement>('[data-search-form] input')
    if (input === null) throw new Error('this is no search page')
    input.value = query
    input.dispatchEvent(new InputEvent('input', {bubbles: true}))
  }, text)
  await page.locator('[data-search-page][aria-busy=false]').waitFor()
}

const searchPath = (locale: string, query: string) => `${locale}/search/?q=${encodeURIComponent(query)}`

describe('search in the browser', () => {
  test.each([
    '65536',
    '70000',
    '-5',
    '50000-000-59 999',
    '',
    '5'.repeat(10_000),
    '<img src=x onerror=alert(1)>',
    '(a+)+$',
    '.*',
    '\u202eمنفذ 5061\u202c',
  ])('the query %.40j gets a plain answer', async (text) => {
    const {page, said} = await open('en/search/')
    await ask(page, text)
    expect(await page.locator('.found-status').textContent()).not.toBe('')
    expect(await page.locator('[data-search-page] :is(img, script, iframe)').count()).toBe(0)
    expect(said).toEqual([])
  })

  test('a port that no rule opens is said so in four languages, with what was searched', async () => {
    const {topics}: KnowledgeBase = JSON.parse(
      readFileSync(join(inject('dataFolder'), 'knowledge-base.json'), 'utf8'),
    )
    const free = Array.from({length: 65536}, (_, port) => port).find(
      (port) =>
        !topics.some(({tables}) =>
          tables.some(({rows}) =>
            rows
              .flatMap(({rules}) => rules)
              .some(({facts}) =>
                [...facts.ports, ...facts.sourcePorts].some(([low, high]) => low <= port && port <= high),
              ),
          ),
        ),
    )
    if (free === undefined) return
    const said = new Set<string>()
    const {page} = await visit()
    for (const locale of ['en', 'fr-FR', 'ja-JP', 'zh-TW']) {
      await page.goto(site + searchPath(locale, `${free}`))
      await page.locator('[data-search-page][aria-busy=false]').waitFor()
      const status = await page.locator('.found-status').textContent()
      expect(status).toContain(`${free}`)
      expect(await page.locator('[data-rule]').count()).toBe(0)
      said.add(status ?? '')
    }
    expect(said.size).toBe(4)
  })

  test.each(['en', 'fr-FR', 'ja-JP', 'zh-TW'])('the box of %s works by keyboard alone', async (locale) => {
    const {page, said} = await open(`${locale}/topics/`)
    await page.keyboard.press('/')
    const box = page.locator('form[data-search] input')
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('443')
    await page.locator('[role=option]').first().waitFor()
    expect(await box.getAttribute('role')).toBe('combobox')
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator(`#${await box.getAttribute('aria-controls')}`).getAttribute('role')).toBe(
      'listbox',
    )
    expect(await page.locator('form[data-search] [role=status]').textContent()).toMatch(/\d/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const active = page.locator(`[id="${await box.getAttribute('aria-activedescendant')}"]`)
    expect(await active.getAttribute('aria-selected')).toBe('true')
    expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.locator('.found').isVisible()).toBe(false)
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.locator('[role=option]').first().waitFor()
    // The page of the port comes first, then its rules.
    expect(await page.locator('[role=option]').first().getAttribute('href')).toMatch(/\/ports\/443\/$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const target = await page.locator('[role=option][aria-selected=true]').getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(target ?? '')
    expect(await page.locator(':target').count()).toBe(1)
    expect(said).toEqual([])
  })

  test('Ctrl-K opens the box, and Enter without a choice opens all results with the query in the address', async () => {
    const {page} = await open('zh-TW/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('443/tcp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/zh-TW\/search\/\?q=443%2Ftcp$/)
    await page.locator('[data-rule]').first().waitFor()
  })

  test('the page of a port is the first answer, with as many rules as it shows', async () => {
    const {page, said} = await open(searchPath('en', '3478'))
    await page.locator('[data-rule]').first().waitFor()
    const link = page.locator('.found-status a').first()
    const text = (await link.textContent()) ?? ''
    await link.click()
    await page.waitForURL(/en\/ports\/3478\/$/)
    const [, rules] = /: (\d+) rules$/.exec(text) ?? []
    expect(await page.locator('.ports tbody tr .ps').count()).toBe(Number(rules))
    expect(said).toEqual([])
  })

  test('a slow answer is told to be on its way, and a misspelt word is asked about', async () => {
    const {page} = await open('en/topics/')
    const answer = Promise.withResolvers<void>()
    await page.route('**/search/index.json', async (route) => {
      await answer.promise
      await route.continue()
    })
    await page.keyboard.press('/')
    await page.keyboard.type('certificat')
    await expect.poll(() => page.locator('.found-message').textContent()).toBe('Searching…')
    answer.resolve()
    await page.locator('[role=option]').first().waitFor()
    expect(await page.locator('.found-message').isVisible()).toBe(false)
    await page.locator('form[data-search] input').fill('certifciate')
    const meant = page.getByRole('option', {name: 'Did you mean “certificate”?'})
    await meant.click()
    await page.waitForURL(/q=certificate$/)
    await page.locator('[data-rule]').first().waitFor()
  })

  test('a facet narrows the results, stays in the address and keeps the focus', async () => {
    const {page} = await open(searchPath('fr-FR', '443'))
    await page.locator('[data-rule]').first().waitFor()
    const box = page.locator('.found-facets input[name=direction]').first()
    const count = Number((await box.locator('xpath=..').locator('small').textContent())?.replace(/\D/g, ''))
    await box.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/direction=/)
    await page.locator('[data-search-page][aria-busy=false]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('direction')
    expect(await page.locator('.found-status').textContent()).toContain(`${count}`)
    const address = page.url()
    await page.goto(address)
    await page.locator('[data-rule]').first().waitFor()
    expect(await page.locator('.found-status').textContent()).toContain(`${count}`)
  })

  test.each([
    ['en', '5061', '5061'],
    ['zh-TW', '憑證', '憑證'],
    ['ja-JP', 'フェデレーション', 'フェデレーション'],
    ['fr-FR', 'révocation', 'révocation'],
    ['fr-FR', 'revocation', 'révocation'],
  ])('in %s, “%s” finds rules that say “%s”', async (locale, query, said) => {
    const {page} = await open(searchPath(locale, query))
    await page.locator('[data-rule]').first().waitFor()
    for (const rule of await page.locator('[data-rule]').all()) {
      expect((await rule.textContent())?.toLowerCase()).toContain(said.toLowerCase())
    }
  })

  test('all languages are searched when asked', async () => {
    const {page} = await open(searchPath('en', 'ポート'))
    await page.locator('[data-search-page][aria-busy=false]').waitFor()
    expect(await page.locator('[data-rule]').count()).toBe(0)
    await page.locator('.found-languages input').check()
    await page.locator('[data-rule]').first().waitFor()
    expect(await page.locator('[data-rule]').first().getAttribute('lang')).toBe('ja-JP')
    expect(page.url()).toContain('all=1')
  })

  test('words with a number that is no port here can be searched as a text', async () => {
    const {page} = await open(searchPath('en', 'Edge 2'))
    const button = page.locator('.found-status button').first()
    await button.click()
    await page.locator('[data-search-page][aria-busy=false]').waitFor()
    expect(await page.locator('[data-search-form] input').inputValue()).toBe('"Edge 2"')
    expect(new URL(page.url()).searchParams.get('q')).toBe('"Edge 2"')
  })

  test('prose is found with its place, and what is marked there is what was asked', async () => {
    const {page, said} = await open(searchPath('zh-TW', '連接埠'))
    const item = page.locator('.found-texts li').first()
    await item.waitFor()
    expect(await item.locator('mark').first().textContent()).toBe('連接埠')
    expect(said).toEqual([])
    await item.locator('a').click()
    await page.waitForURL(/zh-TW\/(?:topics|guide)\//)
  })

  test('on a phone the list fits, and the page has no sideways scroll', async () => {
    const {page} = await open('ja-JP/', {width: 360, height: 740})
    await page.locator('form[data-search] input').fill('5061')
    await page.locator('[role=option]').first().waitFor()
    const box = await page.locator('.found').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    await page.goto(site + searchPath('ja-JP', '5061'))
    await page.locator('[data-rule]').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('without scripts the search page lists ports and topics', async () => {
    const {page} = await visit({javaScriptEnabled: false})
    await page.goto(`${site}en/search/`)
    expect(await page.locator('noscript a[href*="ports/"]').count()).toBeGreaterThan(5)
    expect(await page.locator('noscript a[href*="topics/"]').count()).toBeGreaterThan(1)
  })
})
