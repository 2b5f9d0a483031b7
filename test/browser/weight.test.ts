import {gzipSync} from 'node:zlib'
import {describe, expect, inject, test} from 'vitest'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

/** Bytes over the wire, at the level that servers compress with by default; Brotli sends a quarter less. */
const budget = {page: 25_000, script: 10_000, requests: 6}

describe('src/site: weight', () => {
  test('a topic page with 37 rules stays in its budget of bytes, script and requests', async () => {
    const topic = sampleTopics()[0]
    expect(
      topic?.tables.flatMap(({rows}) => rows.filter(({rules}) => rules.length > 0)).length,
    ).toBeGreaterThanOrEqual(37)
    for (const locale of ['en', ...sampleDataset().locales]) {
      const {page, noise} = await open({fresh: true})
      const bodies: Promise<Buffer>[] = []
      page.on('response', (response) => bodies.push(response.body()))
      await page.goto(`${inject('site')}${locale}/topics/${topic?.id}/`, {waitUntil: 'networkidle'})
      const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
      const scripts = await page.evaluate(() =>
        [...document.scripts].map((script) => script.textContent).join(''),
      )
      expect(sizes.length).toBeLessThanOrEqual(budget.requests)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget.page)
      expect(scripts.length).toBeLessThanOrEqual(budget.script)
      expect(await page.locator('script[src]').count()).toBe(0)
      expect(noise).toEqual([])
    }
  })

  test('nothing moves while a topic page loads', async () => {
    const {page} = await open({fresh: true})
    await page.addInitScript(() => {
      Object.assign(globalThis, {shift: 0})
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry)
            Object.assign(globalThis, {shift: Number(Reflect.get(globalThis, 'shift')) + Number(entry.value)})
      }).observe({type: 'layout-shift', buffered: true})
    })
    await page.goto(`${inject('site')}ja-JP/topics/${sampleTopics()[0]?.id}/`, {waitUntil: 'networkidle'})
    expect(await page.evaluate(() => Reflect.get(globalThis, 'shift'))).toBe(0)
  })

  test('no page asks anything of another server, and sets no cookie', async () => {
    const {page} = await open({fresh: true})
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(inject('site'))) elsewhere.push(request.url())
    })
    for (const path of ['', 'en/', `fr-FR/topics/${sampleTopics()[0]?.id}/`, 'zh-TW/search/?q=5061'])
      await page.goto(inject('site') + path, {waitUntil: 'networkidle'})
    expect(elsewhere).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })
})
