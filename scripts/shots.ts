/**
 * Takes pictures of a built site for a person to look at: 12 pages × every language × phone and desktop × light and
 * dark, joined in one contact sheet a language and scheme.
 *
 * `node scripts/shots.ts [dist] [out] [only a part of a page's path]`
 */
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import getPort from 'get-port'
import type {Browser} from 'playwright-core'
import {launchBrowser} from '../test/support/browser.ts'
import {serveSite} from './lib/serve-fs.ts'

const [dist = 'dist', out = 'test-results/shots', only = ''] = process.argv.slice(2)

const sizes = {phone: {width: 360, height: 780}, desktop: {width: 1280, height: 900}}
const schemes = ['light', 'dark'] as const

/** The first subfolder: the pages are named by what the documents hold. */
const first = (...path: string[]) =>
  readdirSync(join(dist, ...path), {withFileTypes: true}).find((entry) => entry.isDirectory())?.name ?? ''

/** Pages of one language, with what is done on them before the picture. */
function pagesOf(locale: string): {path: string; open?: string}[] {
  const topic = first(locale, 'topics')
  const from = first(locale, 'compare')
  return [
    {path: ''},
    {path: 'topics/'},
    {path: `topics/${topic}/`},
    {path: `topics/${topic}/?view=both`, open: 'td .b'},
    {path: 'ports/'},
    {path: `ports/${first(locale, 'ports')}/`},
    {path: `compare/${from}/${first(locale, 'compare', from)}/`},
    {path: 'corrections/'},
    {path: `checks/${first(locale, 'checks')}/`},
    {path: 'quality/'},
    {path: `guide/${first(locale, 'guide')}/`},
    {path: 'search/?q=443'},
  ].filter(({path}) => path.includes(only))
}

const locales = readdirSync(dist).filter(
  (name) =>
    /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(name) &&
    name !== 'data' &&
    readdirSync(join(dist, name)).includes('topics'),
)

async function picture(
  browser: Browser,
  address: string,
  size: keyof typeof sizes,
  colorScheme: 'light' | 'dark',
  open?: string,
) {
  const context = await browser.newContext({viewport: sizes[size], colorScheme})
  const page = await context.newPage()
  await page.goto(address, {waitUntil: 'networkidle'})
  if (open !== undefined) await page.locator(open).first().click()
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (over > 0) process.stdout.write(`wider than the window by ${over} px: ${address} (${size})\n`)
  const png = await page.screenshot()
  await context.close()
  return png
}

/** One page of pictures, itself a picture. */
async function sheet(browser: Browser, pictures: Buffer[], path: string) {
  const page = await browser.newPage({viewport: {width: 1900, height: 800}})
  const images = pictures.map(
    (png) => `<img height="520" src="data:image/png;base64,${png.toString('base64')}">`,
  )
  await page.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;gap:6px;background:#777">${images.join('')}`,
  )
  writeFileSync(path, await page.screenshot({fullPage: true}))
  await page.close()
}

mkdirSync(out, {recursive: true})
const {url, server} = await serveSite(resolve(dist), await getPort())
const browser = await launchBrowser()
for (const locale of locales)
  for (const scheme of schemes) {
    const pictures: Buffer[] = []
    for (const {path, open} of pagesOf(locale))
      for (const size of ['desktop', 'phone'] as const)
        pictures.push(await picture(browser, `${url}${locale}/${path}`, size, scheme, open))
    const path = join(out, `${locale}-${scheme}.png`)
    await sheet(browser, pictures, path)
    process.stdout.write(`${path}\n`)
  }
await browser.close()
server.close()
