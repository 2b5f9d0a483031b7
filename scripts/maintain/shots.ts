/**
 * Takes pictures of a built site for a person to look at: 12 pages × every language × phone and desktop × light and
 * dark, joined in one contact sheet a language and scheme. Names what a program can see: pages wider than the window,
 * text that is cut off, and punctuation at the start of a line.
 *
 * `node scripts/maintain/shots.ts [dist] [out] [only a part of a page's address]`
 */
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import getPort from 'get-port'
import type {Browser, Page} from 'playwright-core'
import {serveSite} from '../../src/app/serve/serve-fs.ts'
import {launchBrowser} from '../../test/support/browser.ts'
import {lookForFaults} from './look-for-faults.ts'

const [dist = 'dist', out = 'test-results/shots', only = ''] = process.argv.slice(2)

const sizes = {desktop: {width: 1280, height: 900}, phone: {width: 360, height: 780}}
const schemes = ['light', 'dark'] as const

/** The subfolder with the largest page: pages are named by what the documents hold. */
function richest(...path: string[]): string {
  const folder = join(dist, ...path)
  const pages = existsSync(folder) ? readdirSync(folder, {withFileTypes: true}) : []
  const sized = pages
    .filter((entry) => entry.isDirectory())
    .map(({name}) => ({name, size: sizeOf(join(folder, name))}))
    .toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
  return sized[0]?.name ?? ''
}

/** Folders without pages of their own count for those within. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('index.html'))
    .reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0)

/** Pages of one language, with what is opened on them before the picture. */
function pagesOf(locale: string): {path: string; open?: string}[] {
  const topic = `topics/${richest(locale, 'topics')}/`
  const from = `compare/${richest(locale, 'compare')}`
  return [
    {path: ''},
    {path: 'topics/'},
    {path: topic},
    {path: `${topic}?view=both`, open: '.ports td .b:not(.machine, .human)'},
    {path: 'ports/'},
    {path: `ports/${richest(locale, 'ports')}/`},
    {path: `${from}/${richest(locale, from)}/`},
    {path: 'corrections/'},
    {path: `checks/${richest(locale, 'checks')}/`},
    {path: 'quality/'},
    {path: `guide/${richest(locale, 'guide')}/`},
    {path: 'search/?q=443'},
  ].filter(({path}) => `${locale}/${path}`.includes(only))
}

const locales = readdirSync(dist).filter((name) => existsSync(join(dist, name, 'topics/index.html')))

async function picture(page: Page, address: string, open?: string): Promise<Buffer> {
  await page.goto(address, {waitUntil: 'load'})
  if (address.includes('/search/')) await page.waitForLoadState('networkidle')
  for (const fault of await page.evaluate(lookForFaults)) process.stdout.write(`${address}: ${fault}\n`)
  if (open !== undefined && (await page.locator(open).count()) > 0) await page.locator(open).first().click()
  return page.screenshot()
}

/** One page of pictures, itself a picture. */
async function sheet(browser: Browser, pictures: Buffer[], path: string): Promise<void> {
  const page = await browser.newPage({viewport: {width: 2000, height: 800}})
  const images = pictures.map(
    (png) => `<img height="560" src="data:image/png;base64,${png.toString('base64')}">`,
  )
  await page.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;gap:6px;background:#777">${images.join('')}`,
  )
  await page.screenshot({path, fullPage: true})
  await page.close()
}

mkdirSync(out, {recursive: true})
const {url, server} = await serveSite(resolve(dist), await getPort())
const browser = await launchBrowser()
for (const colorScheme of schemes) {
  const pages = await Promise.all(
    Object.values(sizes).map(async (viewport) => {
      const context = await browser.newContext({viewport, colorScheme, serviceWorkers: 'block'})
      return context.newPage()
    }),
  )
  for (const locale of locales) {
    const pictures: Buffer[] = []
    for (const {path, open} of pagesOf(locale)) {
      const address = `${url}${locale}/${path}`
      const taken = await Promise.all(pages.map((page) => picture(page, address, open)))
      pictures.push(...taken)
    }
    if (pictures.length === 0) continue
    const path = join(out, `${locale}-${colorScheme}.png`)
    await sheet(browser, pictures, path)
    process.stdout.write(`${path}\n`)
  }
}
await browser.close()
server.close()
