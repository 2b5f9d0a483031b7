/**
 * What search costs in a browser: bytes that a first query loads and the time until its results stand, then the time of
 * later queries from key press to results.
 */
import type {Browser, Page} from 'playwright-core'
import {launchBrowser} from '../test/support/browser.ts'
import {quantile, type Row, type Section} from './harness.ts'
import {serveCompressed} from './search-server.ts'

export interface Cost {
  name: string
  /** Compressed bytes, with headers, as the browser counts them. */
  bytes: number
  requests: number
  /** From key press to results, in milliseconds. */
  milliseconds: number
}

/** The box of a page that is already there, nothing of search in any cache. */
export const firstQuery = async (
  browser: Browser,
  url: string,
  locale: string,
  query: string,
): Promise<Cost> => {
  const context = await browser.newContext({serviceWorkers: 'block'})
  const page = await context.newPage()
  await page.goto(`${url}${locale}/topics/`, {waitUntil: 'networkidle'})
  const counted = await countBytes(page)
  const milliseconds = await pressAndWait(page, query)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(200)
  const cost = {name: `${locale} “${query}”, first`, ...counted(), milliseconds}
  await context.close()
  return cost
}

/** The search page with facets and prose; the page itself is not counted. The time is that of the rules. */
export const firstOnPage = async (
  browser: Browser,
  url: string,
  locale: string,
  query: string,
): Promise<Cost> => {
  const context = await browser.newContext({serviceWorkers: 'block'})
  const page = await context.newPage()
  const counted = await countBytes(page)
  await page.goto(`${url}${locale}/search/`, {waitUntil: 'networkidle'})
  const milliseconds = await page.evaluate(async (text) => {
    const place = document.querySelector('[data-search-page]')
    const input = document.querySelector<HTMLInputElement>('[data-search-form] input')
    if (place === null || input === null) throw new Error('this is no search page')
    const start = performance.now()
    input.value = text
    input.dispatchEvent(new InputEvent('input', {bubbles: true}))
    while (place.ariaBusy !== 'false') await new Promise((resolve) => setTimeout(resolve))
    return performance.now() - start
  }, query)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  const cost = {name: `${locale} “${query}”, first, search page with prose`, ...counted(), milliseconds}
  await context.close()
  return cost
}

/** Times of the queries, typed one after the other into one box. */
export const laterQueries = async (
  browser: Browser,
  url: string,
  locale: string,
  queries: string[],
): Promise<number[]> => {
  const page = await browser.newPage()
  await page.goto(`${url}${locale}/topics/`, {waitUntil: 'networkidle'})
  await pressAndWait(page, queries[0] ?? '')
  const times: number[] = []
  for (const query of queries.slice(1)) times.push(await pressAndWait(page, query))
  await page.close()
  return times
}

const countBytes = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const search = new Set<string>()
  let [bytes, requests] = [0, 0]
  session.on('Network.requestWillBeSent', ({requestId, request}) => {
    if (/\/(?:search|pagefind|_astro)\/.*\.(?:js|json|pf_\w+|pagefind)(?:$|\?)/.test(request.url))
      search.add(requestId)
  })
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    if (!search.has(requestId)) return
    bytes += encodedDataLength
    requests += 1
  })
  return () => ({bytes, requests})
}

/** Puts a query into the box as one key press would, and waits until the list has changed. */
const pressAndWait = (page: Page, query: string): Promise<number> =>
  page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('form[data-search] input')
    if (input === null) throw new Error('there is no search box')
    const form = input.form
    const start = performance.now()
    input.focus()
    input.value = text
    input.dispatchEvent(new InputEvent('input', {bubbles: true}))
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (form?.dataset['answered'] !== text) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, {subtree: true, childList: true, attributes: true})
      if (form?.dataset['answered'] === text) resolve()
    })
    return performance.now() - start
  }, query)

/** First and later queries on a built site. */
export const costSections = async (folder: string, quick: boolean): Promise<Section[]> => {
  const served = await serveCompressed(folder)
  const browser = await launchBrowser()
  try {
    // The first start of a browser is not search's.
    await firstQuery(browser, served.url, 'en', '1')
    const firsts: Row[] = []
    for (const [locale, query] of firstQueries.slice(0, quick ? 3 : undefined)) {
      for (const visit of [firstQuery, firstOnPage]) {
        const visits: Cost[] = []
        for (let again = 0; again < VISITS; again++)
          visits.push(await visit(browser, served.url, locale, query))
        firsts.push(rowOf(visits))
      }
    }
    const laters: Row[] = []
    for (const [locale, texts] of laterTexts) {
      const times = await laterQueries(browser, served.url, locale, ['1', ...texts.flatMap(typed)])
      const [median, slow] = [quantile(times, 0.5), quantile(times, 0.75)]
      const more = {queries: String(times.length), 'slowest twentieth from': quantile(times, 0.95)}
      laters.push({name: locale, median, slow, ratio: null, more})
    }
    return [
      {
        title: 'Search: the first query of a visit, in Chromium',
        note: `From key press to results with nothing of search in any cache, in the box and on the search page (which loads prose too), ${VISITS} visits of each; bytes as the browser counts them, compressed.`,
        unit: 'ms',
        rows: firsts,
        goals: [],
      },
      {
        title: 'Search: later queries, in Chromium',
        note: 'From key press to results in the box, typed character by character.',
        unit: 'ms',
        rows: laters,
        goals: [],
      },
    ]
  } finally {
    await browser.close()
    served.close()
  }
}

const firstQueries: [locale: string, query: string][] = [
  ['en', '5061'],
  ['zh-TW', '憑證撤銷'],
  ['fr-FR', '443/tcp'],
  ['ja-JP', 'フロントエンド'],
  ['fr-FR', 'fédération'],
  ['en', 'revocation'],
  ['en', 'server'],
]

const laterTexts: [locale: string, texts: string[]][] = [
  ['en', ['revocation', '5061', 'front end pool', '50000-50100', 'tcp 443', 'media']],
  ['zh-TW', ['憑證撤銷', '通訊協定', '伺服器', '音訊視訊']],
]

/** Visits with a cold cache; one alone says more of the machine than of search. */
const VISITS = 9

const rowOf = (visits: readonly Cost[]): Row => {
  const times = visits.map(({milliseconds}) => milliseconds)
  return {
    name: visits[0]?.name ?? '',
    median: quantile(times, 0.5),
    slow: quantile(times, 0.75),
    ratio: null,
    more: {
      KB: Math.max(...visits.map(({bytes}) => bytes)) / 1024,
      files: String(Math.max(...visits.map(({requests}) => requests))),
    },
  }
}

/** Each beginning of a text, as it is typed. */
const typed = (text: string): string[] => [...text].map((_, at) => [...text].slice(0, at + 1).join(''))
