/** Readers come for the table: it stands on the first screen, in every language, on a desktop and on a phone. */
import {describe, expect, inject, test} from 'vitest'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const locales = ['en', ...sampleDataset().locales]
const [topic] = sampleTopics()
/** Of a phone no row is asked for but that the first one starts. */
const screens = [
  {width: 1440, height: 900, wanted: 10},
  {width: 1920, height: 1080, wanted: 13},
  {width: 390, height: 844, wanted: 0},
]

describe('src/site: first screen of a topic', () => {
  test('the first row starts within it, and on a desktop ten rows and more stand there whole', async () => {
    const {page, noise} = await open()
    for (const locale of locales)
      for (const {id, tables} of sampleTopics()) {
        await page.goto(`${inject('site')}${locale}/topics/${id}/`)
        for (const {width, height, wanted} of screens) {
          await page.setViewportSize({width, height})
          const rows = await page.locator('main .ports tbody tr').evaluateAll((all) =>
            all.map((row) => {
              const {top, bottom} = row.getBoundingClientRect()
              return {top, bottom}
            }),
          )
          const where = `${locale}/${id} on ${width} × ${height}`
          expect([where, (rows[0]?.top ?? Number.POSITIVE_INFINITY) < height]).toEqual([where, true])
          // A small topic has fewer rows than the screen has room for.
          if ((tables.find(({portTable}) => portTable)?.rows.length ?? 0) < wanted) continue
          const whole = rows.filter(({bottom}) => bottom <= height).length
          expect([where, Math.min(whole, wanted)]).toEqual([where, wanted])
        }
      }
    expect(noise).toEqual([])
  })

  test('what the document says before its tables is seen beside them, and unfolds on a phone', async () => {
    const {page} = await open({viewport: {width: 1920, height: 1080}})
    await page.goto(`${inject('site')}en/topics/${topic?.id}/`)
    const lead = page.locator('main .lead')
    expect(await lead.isVisible()).toBe(true)
    expect(await page.locator('.toc a').first().isVisible()).toBe(true)
    await page.setViewportSize({width: 390, height: 844})
    expect(await lead.isVisible()).toBe(false)
    await page.locator('.side > summary').click()
    expect(await lead.isVisible()).toBe(true)
    // A narrow desktop has no room beside its tables: there the panel opens over them, and moves nothing.
    await page.locator('.side > summary').click()
    await page.setViewportSize({width: 1440, height: 900})
    const table = page.locator('main .ports').first()
    const before = await table.boundingBox()
    await page.locator('.side > summary').click()
    expect(await lead.isVisible()).toBe(true)
    expect(await table.boundingBox()).toEqual(before)
    await page.setViewportSize({width: 390, height: 844})
    const last = page.locator('.toc a').last()
    await last.click()
    const target = (await last.getAttribute('href')) ?? '#'
    expect(await page.locator(target).isVisible()).toBe(true)
  })
})
