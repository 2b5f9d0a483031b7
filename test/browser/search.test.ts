import {type Browser, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {chromiumPath} from './chromium.ts'
import {type MadeQuery, pieceQueries, portQueries, wordQueries} from './search-queries.ts'
import {openSearchSite, type SearchSite} from './search-site.ts'

let site: SearchSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    openSearchSite(),
    chromium.launch({executablePath: chromiumPath(), args: ['--no-sandbox']}),
  ])
}, 240_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** A page whose console is watched: `said` must stay empty. */
const open = async (path: string, options: {width?: number; height?: number} = {}) => {
  const {width = 1280, height = 800} = options
  const page = await browser.newPage({viewport: {width, height}})
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  await page.goto(site.url + path)
  return {page, said}
}

/** Types a query into the search page and gives all rules that it lists, pressing "more" to the end. */
const askAll = (page: Page, texts: string[]): Promise<string[][]> =>
  page.evaluate(async (queries) => {
    const place = document.querySelector('[data-search-page]')
    const input = document.querySelector<HTMLInputElement>('[data-search-form] input')
    if (place === null || input === null) throw new Error('this is no search page')
    const pause = () => new Promise((resolve) => setTimeout(resolve))
    const idle = async () => {
      while (place.ariaBusy !== 'false') await pause()
    }
    const rules = () =>
      [...place.querySelectorAll<HTMLElement>('[data-rule]')].map(({dataset}) => dataset['rule'] ?? '')
    const answers: string[][] = []
    await idle()
    for (const text of queries) {
      input.value = text
      input.dispatchEvent(new InputEvent('input', {bubbles: true}))
      await idle()
      const more = place.querySelector<HTMLButtonElement>('.found-rules + button')
      while (more && !more.hidden) {
        const before = rules().length
        more.click()
        while (rules().length === before) await pause()
      }
      answers.push(rules().sort())
    }
    return answers
  }, texts)

const searchPath = (locale: string, query: string) => `${locale}/search/?q=${encodeURIComponent(query)}`

describe('search in the browser', () => {
  test('400 queries made from the dataset give exactly the rules that a scan gives', async () => {
    const {kb} = site
    const made = [
      ...pieceQueries(kb, 'zh-TW', 100, 11),
      ...pieceQueries(kb, 'ja-JP', 100, 12),
      ...wordQueries(kb, 'fr-FR', 60, 13),
      ...wordQueries(kb, 'en', 60, 14),
      ...portQueries(kb, ['en', 'fr-FR', 'ja-JP', 'zh-TW'], 80, 15),
    ]
    expect(made).toHaveLength(400)
    const wrong: (MadeQuery & {found: string[]})[] = []
    for (const [locale, queries] of Map.groupBy(made, (query) => query.locale)) {
      const {page, said} = await open(`${locale}/search/`)
      const answers = await askAll(
        page,
        queries.map(({text}) => text),
      )
      for (const [at, query] of queries.entries()) {
        const found = answers[at] ?? []
        if (found.join() !== query.rules.join()) wrong.push({...query, found})
      }
      expect(said).toEqual([])
      await page.close()
    }
    expect(wrong).toEqual([])
    expect(made.filter(({rules}) => rules.length > 0).length).toBeGreaterThan(300)
  }, 300_000)

  test('the words for "port" of all languages reach the same rules', async () => {
    const answers: string[][] = []
    for (const [locale, word] of [
      ['zh-TW', '連接埠'],
      ['ja-JP', 'ポート'],
      ['fr-FR', 'port'],
      ['en', 'port'],
    ] as const) {
      const {page} = await open(`${locale}/search/`)
      answers.push(...(await askAll(page, [word])))
      await page.close()
    }
    expect(answers[0]?.length).toBeGreaterThan(0)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  }, 120_000)

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
    await askAll(page, [text])
    expect(await page.locator('.found-status').textContent()).not.toBe('')
    expect(await page.locator('[data-search-page] :is(img, script, iframe)').count()).toBe(0)
    expect(said).toEqual([])
    await page.close()
  })

  test('a port that no rule opens is said so in four languages, with what was searched', async () => {
    const free = Array.from({length: 65536}, (_, port) => port).find(
      (port) =>
        !site.kb.topics.some(({tables}) =>
          tables.some(({rows}) =>
            rows.some(
              ({rule}) =>
                rule &&
                [...rule.facts.ports, ...rule.facts.sourcePorts].some(
                  ([low, high]) => low <= port && port <= high,
                ),
            ),
          ),
        ),
    )
    if (free === undefined) return
    const said = new Set<string>()
    for (const locale of ['en', 'fr-FR', 'ja-JP', 'zh-TW']) {
      const {page} = await open(searchPath(locale, `${free}`))
      await page.locator('[data-search-page][aria-busy=false]').waitFor()
      const status = await page.locator('.found-status').textContent()
      expect(status).toContain(`${free}`)
      expect(await page.locator('[data-rule]').count()).toBe(0)
      said.add(status)
      await page.close()
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
    await page.keyboard.press('ArrowDown')
    const target = await page.locator('[role=option][aria-selected=true]').getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(target ?? '')
    expect(await page.locator(':target').count()).toBe(1)
    expect(said).toEqual([])
    await page.close()
  })

  test('Ctrl-K opens the box, and Enter without a choice opens all results with the query in the address', async () => {
    const {page} = await open('zh-TW/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('443/tcp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/zh-TW\/search\/\?q=443%2Ftcp$/)
    await page.locator('[data-rule]').first().waitFor()
    await page.close()
  })

  test('a facet narrows the results, stays in the address and keeps the focus', async () => {
    const {page} = await open(searchPath('fr-FR', '443'))
    await page.locator('[data-rule]').first().waitFor()
    const box = page.locator('.found-facets input[name=direction]').first()
    const count = Number((await box.locator('xpath=..').locator('small').textContent()).replace(/\D/g, ''))
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
    await page.close()
  })

  test('all languages are searched when asked', async () => {
    const {page} = await open(searchPath('en', 'ポート'))
    await page.locator('[data-search-page][aria-busy=false]').waitFor()
    expect(await page.locator('[data-rule]').count()).toBe(0)
    await page.locator('.found-languages input').check()
    await page.locator('[data-rule]').first().waitFor()
    expect(await page.locator('[data-rule]').first().getAttribute('lang')).toBe('ja-JP')
    expect(page.url()).toContain('all=1')
    await page.close()
  })

  test('prose is found with its place, and what is marked there is what was asked', async () => {
    const {page, said} = await open(searchPath('zh-TW', '連接埠'))
    const item = page.locator('.found-texts li').first()
    await item.waitFor()
    expect(await item.locator('mark').first().textContent()).toBe('連接埠')
    expect(said).toEqual([])
    await item.locator('a').click()
    await page.waitForURL(/zh-TW\/(?:topics|guide)\//)
    await page.close()
  })

  test('on a phone the list fits, and the page has no sideways scroll', async () => {
    const {page} = await open('ja-JP/', {width: 360, height: 740})
    await page.locator('form[data-search] input').fill('5061')
    await page.locator('[role=option]').first().waitFor()
    const box = await page.locator('.found').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    await page.goto(site.url + searchPath('ja-JP', '5061'))
    await page.locator('[data-rule]').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.close()
  })

  test('without scripts the search page lists ports and topics', async () => {
    const context = await browser.newContext({javaScriptEnabled: false})
    const page = await context.newPage()
    await page.goto(`${site.url}en/search/`)
    expect(await page.locator('noscript a[href*="ports/"]').count()).toBeGreaterThan(5)
    expect(await page.locator('noscript a[href*="topics/"]').count()).toBeGreaterThan(1)
    await context.close()
  })
})
