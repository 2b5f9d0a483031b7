/** Takes the picture in the README: a topic in Japanese with the evidence of a corrected cell. `node scripts/maintain/topic-picture.ts [dist]` */
import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import getPort from 'get-port'
import sharp from 'sharp'
import {serveSite} from '../../src/app/serve/serve-fs.ts'
import {launchBrowser} from '../../test/support/browser.ts'

const [dist = 'dist'] = process.argv.slice(2)
const locale = 'ja-JP'
const size = {width: 1280, height: 860}

/** The button of a cell whose correction says most. */
const corrected = '.ports td.w .b.corrected, .ports td .b.corrected'

const topics = join(dist, locale, 'topics')
const topic = readdirSync(topics, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => ({name, corrections: count(readFileSync(join(topics, name, 'index.html'), 'utf8'))}))
  .toSorted((a, b) => b.corrections - a.corrections || (a.name < b.name ? -1 : 1))[0]
if (topic === undefined) throw new Error(`${topics}: expected a topic, found none`)

const {url, server} = await serveSite(resolve(dist), await getPort())
const browser = await launchBrowser()
const context = await browser.newContext({
  viewport: size,
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
  serviceWorkers: 'block',
})
const page = await context.newPage()
await page.goto(`${url}${locale}/topics/${topic.name}/`)
const button = page.locator(corrected).first()
// Rows above the cell, and room for the evidence below it.
await button.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 360))
await button.click()
await page.mouse.move(0, 0)
const path = fileURLToPath(new URL('../../docs/topic.png', import.meta.url))
const {size: bytes} = await sharp(await page.screenshot())
  .png({palette: true, colours: 96, compressionLevel: 9, effort: 10})
  .toFile(path)
process.stdout.write(`${path}: ${bytes} bytes\n`)
await browser.close()
server.close()

function count(html: string): number {
  return html.split('class="b corrected"').length
}
