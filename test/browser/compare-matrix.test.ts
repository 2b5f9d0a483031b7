import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {sampleTopics} from '../support/sample.ts'
import {siteText} from '../support/site-text.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const columns = (page: Page) =>
  page
    .locator('.matrix thead a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href.split('/').at(-2)))
const message = (page: Page) => page.locator('[data-message]').textContent()
const box = (page: Page, id: string | undefined) => page.locator(`[data-topics] input[value="${id}"]`)

describe('src/site: topics side by side', () => {
  test('the choice survives reload and the back button', async () => {
    const {page, noise} = await open()
    await page.goto(`${inject('site')}ja-JP/compare/`)
    const first = await columns(page)
    expect(first.length).toBeGreaterThan(1)
    const other = sampleTopics().find(({id}) => !first.includes(id))
    await box(page, other?.id).check()
    await expect.poll(() => columns(page)).toContain(other?.id)
    await box(page, first[0]).uncheck()
    await expect.poll(() => columns(page)).not.toContain(first[0])
    const chosen = await columns(page)
    expect(new URL(page.url()).searchParams.getAll('t')).toEqual(chosen)

    await page.reload()
    await expect.poll(() => columns(page)).toEqual(chosen)
    expect(await box(page, first[0]).isChecked()).toBe(false)

    await page.goBack()
    await expect.poll(() => columns(page)).toContain(first[0])
    expect(await box(page, first[0]).isChecked()).toBe(true)
    await page.goBack()
    await expect.poll(() => columns(page)).toEqual(first)
    await page.goForward()
    await page.goForward()
    await expect.poll(() => columns(page)).toEqual(chosen)
    expect(noise).toEqual([])
  })

  test('the head of each interface is a row of the table, as wide as it', async () => {
    const {page} = await open()
    await page.goto(`${inject('site')}ja-JP/compare/`)
    const heads = page.locator('.matrix tbody th[scope="rowgroup"]')
    expect(await heads.count()).toBeGreaterThan(1)
    const widths = await heads.evaluateAll((all) =>
      all.map((head) => {
        const table = head.closest('table')?.getBoundingClientRect().width ?? 0
        return head.getBoundingClientRect().width / table
      }),
    )
    for (const width of widths) expect(width).toBeGreaterThan(0.95)
  })

  test('“differences only” stands in the address, too, and hides what all topics have', async () => {
    const {page} = await open()
    await page.goto(`${inject('site')}fr-FR/compare/`)
    const equal = page.locator('.matrix tr.equal')
    expect(await equal.filter({visible: true}).count()).toBeGreaterThan(0)
    await page.locator('#differences').check()
    await page.reload()
    await page.locator('.matrix').waitFor()
    expect(await page.locator('#differences').isChecked()).toBe(true)
    expect(await equal.filter({visible: true}).count()).toBe(0)
    expect(await page.locator('.matrix tbody tr').filter({visible: true}).count()).toBeGreaterThan(0)
  })

  test('the file holds what is seen', async () => {
    const {page} = await open()
    await page.goto(`${inject('site')}zh-TW/compare/?only=1`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-csv]').click()])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const lines = text.slice(1).trimEnd().split('\r\n')
    const rows = page.locator('.matrix tbody tr:has(td)').filter({visible: true})
    expect(lines.length).toBe(1 + (await rows.count()))
    const titles = await page.locator('.matrix thead th a').allTextContents()
    expect(lines[0]).toBe(['介面', ...titles].map((title) => `"${title}"`).join(','))
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
  })

  test('shows values, and what a topic about a part of another one does not cover', async () => {
    const {page} = await open()
    const [large, small] = [sampleTopics()[0], sampleTopics().at(-1)]
    await page.goto(`${inject('site')}en/compare/?t=${large?.id}&t=${small?.id}`)
    await expect.poll(() => columns(page)).toHaveLength(2)
    expect(await page.locator('.matrix td a').count()).toBeGreaterThan(0)
    expect(await page.locator('.matrix td.absent').count()).toBe(0)
    expect(await page.locator('.matrix td.unknown').first().textContent()).toContain(
      siteText('en', 'matrix.unknown'),
    )
  })

  test('answers an unknown topic, one topic and one topic twice', async () => {
    const {page, noise} = await open()
    const id = sampleTopics()[0]?.id
    for (const [query, expected] of [
      [
        `t=${id}&t=${sampleTopics()[1]?.id}&t=no%3Cb%3Esuch`,
        siteText('fr-FR', 'compare.unknown', {topic: 'no<b>such'}),
      ],
      [`t=${id}`, siteText('fr-FR', 'matrix.choose')],
      [`t=${id}&t=${id}`, siteText('fr-FR', 'matrix.choose')],
    ]) {
      await page.goto(`${inject('site')}fr-FR/compare/?${query}`)
      await expect.poll(() => message(page)).toBe(expected)
    }
    expect(noise).toEqual([])
  })

  test('is a table without a script, and its differences can be shown alone', async () => {
    const {page} = await open({javaScriptEnabled: false})
    await page.goto(`${inject('site')}zh-TW/compare/`)
    expect(await page.locator('.matrix tbody tr').count()).toBeGreaterThan(10)
    expect(await page.locator('[data-topics]').isVisible()).toBe(false)
    expect(await page.locator('[data-csv]').isVisible()).toBe(false)
    await page.locator('#differences').check()
    expect(await page.locator('.matrix tr.equal').filter({visible: true}).count()).toBe(0)
  })

  test('is used by keyboard alone, and its heads stay while it scrolls', async () => {
    const {page} = await open({reducedMotion: 'reduce'})
    await page.goto(`${inject('site')}en/compare/`)
    const first = await columns(page)
    await box(page, first[0]).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => columns(page)).toEqual(first.slice(1))
    await page.locator('[data-csv]').focus()
    await page.keyboard.press('Tab')
    const frame = page.locator('.matrix-box')
    expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(100)
    const [top, head] = await Promise.all([
      frame.boundingBox(),
      page.locator('.matrix thead th').first().boundingBox(),
    ])
    expect(Math.abs((top?.y ?? 0) - (head?.y ?? 99))).toBeLessThan(3)
  })

  test('works from a folder without a server', async () => {
    const {page} = await open()
    await page.goto(`file://${inject('siteFolder')}/ja-JP/compare/index.html`)
    const first = await columns(page)
    await page.locator('[data-topics] input:not(:checked)').first().check()
    await expect.poll(async () => (await columns(page)).length).toBe(first.length + 1)
  })
})
