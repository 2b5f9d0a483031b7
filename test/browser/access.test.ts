import {describe, expect, inject, test} from 'vitest'
import {violations} from '../support/axe.ts'
import {pagesInTurn} from '../support/page-kinds.ts'
import {correctedCell, sampleDataset, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
describe('src/site: access', () => {
  test('axe finds nothing on any kind of page, light or dark', {timeout: 900_000}, async () => {
    const {page, noise} = await open({reducedMotion: 'reduce'})
    const found: string[] = []
    for (const [locale, path] of pagesInTurn(['en', ...sampleDataset().locales])) {
      await page.emulateMedia({colorScheme: 'light'})
      await page.goto(`${inject('site')}${locale}/${path}`)
      if (path.startsWith('search/')) await page.locator('.found-rules > li').first().waitFor()
      found.push(...(await violations(page)).map((line) => `${locale}/${path}: ${line}`))
      // What is dark differs in colours alone.
      await page.emulateMedia({colorScheme: 'dark'})
      const dark = await violations(page, ['color-contrast'])
      found.push(...dark.map((line) => `${locale}/${path} in the dark: ${line}`))
    }
    expect(found).toEqual([])
    expect(noise).toEqual([])
  })

  test('axe finds nothing in an open evidence panel, nor on a phone', async () => {
    const {page} = await open({viewport: {width: 360, height: 780}})
    const cell = correctedCell()
    await page.goto(`${inject('site')}${cell.locale}/topics/${cell.topic}/`)
    await page.locator(`#${cell.rule} button.corrected`).first().click()
    expect(await violations(page)).toEqual([])
  })

  test('a screen reader hears rules as rows of a table, and buttons by what they show', async () => {
    const {page} = await open()
    const cell = correctedCell()
    await page.goto(`${inject('site')}en/topics/${cell.topic}/`)
    const row = page
      .getByRole('row')
      .filter({has: page.locator(`#${cell.rule} > *, a[href="#${cell.rule}"]`)})
    expect(await row.getByRole('rowheader').count()).toBe(1)
    expect(await page.getByRole('table').first().getByRole('columnheader').count()).toBeGreaterThan(2)
    expect(await row.getByRole('button', {name: 'English, other languages'}).count()).toBe(1)
    expect(await page.getByRole('navigation', {name: 'Main'}).count()).toBe(1)
    expect(await page.getByRole('search').first().isVisible()).toBe(true)
  })

  test('nothing is wider than any window, from one zoomed to 400 % to a desktop’s, also when a device is turned', {
    timeout: 900_000,
  }, async () => {
    const {page} = await open()
    const wide: string[] = []
    for (const [locale, path] of pagesInTurn(['en', ...sampleDataset().locales], 1)) {
      await page.setViewportSize({width: 320, height: 640})
      await page.goto(`${inject('site')}${locale}/${path}`)
      for (const width of [320, 680, 768, 912, 1024, 1280, 768, 320]) {
        await page.setViewportSize({width, height: 640})
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) wide.push(`${locale}/${path} in ${width} px: ${over} px`)
      }
    }
    expect(wide).toEqual([])
  })

  test('forced colours leave marks and chosen buttons to be seen', async () => {
    const {page} = await open({forcedColors: 'active'})
    await page.goto(`${inject('site')}zh-TW/topics/${sampleTopics()[0]?.id}/`)
    const colours = await page.evaluate(() => {
      const icon = document.querySelector('.v')
      const chosen = document.querySelector('.seg :checked + span')
      if (icon === null || chosen === null) return null
      const plain = document.querySelector('.seg :not(:checked) + span')
      return {
        icon: getComputedStyle(icon, '::before').backgroundColor,
        paper: getComputedStyle(document.body).backgroundColor,
        chosen: getComputedStyle(chosen).backgroundColor,
        plain: plain && getComputedStyle(plain).backgroundColor,
      }
    })
    expect(colours?.icon).not.toBe(colours?.paper)
    expect(colours?.chosen).not.toBe(colours?.plain)
  })
})
