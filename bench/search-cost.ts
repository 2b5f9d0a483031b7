/**
 * What search costs in a browser: bytes that a first query loads and the time until its results stand, then the time of
 * later queries from key press to results. Usage: `node bench/search-cost.ts FOLDER…` with built sites.
 */
import type {Browser, Page} from 'playwright-core'
import {launchBrowser} from '../test/support/browser.ts'
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

const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

export const printCosts = async (folder: string): Promise<void> => {
  const served = await serveCompressed(folder)
  const browser = await launchBrowser()
  const line = ({name, bytes, requests, milliseconds}: Cost) =>
    console.log(
      `${name.padEnd(56)} ${(bytes / 1024).toFixed(1).padStart(7)} KB ${String(requests).padStart(3)} files ${milliseconds.toFixed(0).padStart(5)} ms`,
    )
  try {
    // The first start of a browser is not search's.
    await firstQuery(browser, served.url, 'en', '1')
    for (const [locale, query] of [
      ['en', '5061'],
      ['zh-TW', '55000'],
      ['fr-FR', '443/tcp'],
    ] as const)
      line(await firstQuery(browser, served.url, locale, query))
    for (const [locale, query] of [
      ['zh-TW', '憑證撤銷'],
      ['ja-JP', 'フロントエンド'],
      ['fr-FR', 'fédération'],
      ['en', 'revocation'],
      ['en', 'server'],
    ] as const) {
      line(await firstQuery(browser, served.url, locale, query))
      line(await firstOnPage(browser, served.url, locale, query))
    }
    const queries = [
      '1',
      ...typed('revocation'),
      ...typed('5061'),
      ...typed('front end pool'),
      ...typed('50000-50100'),
      ...typed('tcp 443'),
      ...typed('media'),
    ]
    const times = await laterQueries(browser, served.url, 'en', queries)
    const chinese = await laterQueries(browser, served.url, 'zh-TW', [
      '1',
      ...typed('憑證撤銷'),
      ...typed('通訊協定'),
      ...typed('伺服器'),
      ...typed('音訊視訊'),
    ])
    for (const [name, list] of [
      ['later queries, en', times],
      ['later queries, zh-TW', chinese],
    ] as const)
      console.log(
        `${name}: ${list.length}, median ${quantile(list, 0.5).toFixed(1)} ms, p95 ${quantile(list, 0.95).toFixed(1)} ms`,
      )
  } finally {
    await browser.close()
    served.close()
  }
}

/** Each beginning of a text, as it is typed. */
const typed = (text: string): string[] => [...text].map((_, at) => [...text].slice(0, at + 1).join(''))

if (import.meta.main)
  for (const folder of process.argv.slice(2)) {
    console.log(folder)
    await printCosts(folder)
  }
