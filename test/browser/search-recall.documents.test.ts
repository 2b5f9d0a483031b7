import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {useBrowser} from '../support/visit.ts'
import {type MadeQuery, pieceQueries, portQueries, wordQueries} from './search-queries.ts'
import {openSearchSite, type SearchSite} from './search-site.ts'

let site: SearchSite
const {open} = useBrowser()

beforeAll(async () => {
  site = await openSearchSite()
}, 900_000)

afterAll(() => site?.close())

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

/** Queries that are tried; each is typed and its whole answer read, which takes a third of a second. */
const QUERIES = Number(process.env['QUERIES'] ?? 32)
const share = (part: number): number => Math.ceil(QUERIES * part)

describe('recall and precision of search in the browser', () => {
  test('queries made from the dataset give exactly the rules that a scan gives', async () => {
    const {kb} = site
    const made = [
      ...pieceQueries(kb, 'zh-TW', share(0.25), 11),
      ...pieceQueries(kb, 'ja-JP', share(0.25), 12),
      ...wordQueries(kb, 'fr-FR', share(0.15), 13),
      ...wordQueries(kb, 'en', share(0.15), 14),
      ...portQueries(kb, ['en', 'fr-FR', 'ja-JP', 'zh-TW'], share(0.2), 15),
    ]
    expect(made.length).toBeGreaterThanOrEqual(QUERIES)
    const wrong: (MadeQuery & {found: string[]})[] = []
    const {page, noise} = await open()
    for (const [locale, queries] of Map.groupBy(made, (query) => query.locale)) {
      await page.goto(`${site.url}${locale}/search/`)
      const answers = await askAll(
        page,
        queries.map(({text}) => text),
      )
      for (const [at, query] of queries.entries()) {
        const found = answers[at] ?? []
        if (found.join() !== query.rules.join()) wrong.push({...query, found})
      }
    }
    expect(noise).toEqual([])
    expect(wrong).toEqual([])
    expect(made.filter(({rules}) => rules.length > 0).length).toBeGreaterThan(0.75 * QUERIES)
  }, 900_000)

  test('the words for "port" of all languages reach the same rules', async () => {
    const {page} = await open()
    const answers: string[][] = []
    for (const [locale, word] of [
      ['zh-TW', '連接埠'],
      ['ja-JP', 'ポート'],
      ['fr-FR', 'port'],
      ['en', 'port'],
    ] as const) {
      await page.goto(`${site.url}${locale}/search/`)
      answers.push(...(await askAll(page, [word])))
    }
    expect(answers[0]?.length).toBeGreaterThan(0)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  }, 900_000)
})
