import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const sizes = {desktop: {width: 1280, height: 900}, phone: {width: 360, height: 780}}

/** Texts that another text or a foreign box covers, that leave their picture, or that are too small to read. */
const troubles = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const crosses = (one: DOMRect, two: DOMRect) =>
      Math.min(one.right, two.right) - Math.max(one.left, two.left) > 0.5 &&
      Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 2
    let shown = 0
    for (const picture of document.querySelectorAll('svg.flow-picture')) {
      const frame = picture.getBoundingClientRect()
      if (frame.width === 0) continue
      shown += 1
      const texts = [...picture.querySelectorAll('text')].map((text) => ({
        name: text.textContent,
        box: text.getBoundingClientRect(),
      }))
      texts.forEach(({name, box}, at) => {
        if (box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom)
          found.push(`${name} leaves the picture`)
        if (box.height < 11) found.push(`${name} is ${box.height} px high`)
        for (const other of texts.slice(at + 1))
          if (crosses(box, other.box)) found.push(`${name} touches ${other.name}`)
      })
    }
    if (shown === 0) found.push('no picture is shown')
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window')
    return found
  })

describe('src/site: flow pictures', () => {
  for (const [name, viewport] of Object.entries(sizes))
    test(`no label touches another in any topic and language (${name})`, {timeout: 900_000}, async () => {
      const {page, noise} = await open({viewport})
      const found: string[] = []
      const [a, b] = sampleTopics()
      for (const locale of ['en', ...sampleDataset().locales])
        for (const path of [
          ...sampleTopics().map(({id}) => `topics/${id}/flows/`),
          `compare/${a?.id}/${b?.id}/`,
          `compare/${b?.id}/${sampleTopics().at(-1)?.id}/`,
        ]) {
          await page.goto(`${inject('site')}${locale}/${path}`)
          found.push(...(await troubles(page)).map((trouble) => `${locale}/${path}: ${trouble}`))
        }
      expect(found).toEqual([])
      expect(noise).toEqual([])
    })

  test('a topic page shows its picture when it is asked for, and a label leads to its rule', async () => {
    const {page, noise} = await open()
    await page.goto(`${inject('siteBelow')}zh-TW/topics/${sampleTopics()[0]?.id}/`)
    expect(await page.locator('.flow-map').count()).toBe(0)
    await page.locator('[data-flows] summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.flow-wide').waitFor()
    // The sheet of the picture comes with it.
    await expect
      .poll(() =>
        page
          .locator('.flow-line')
          .first()
          .evaluate((line) => getComputedStyle(line).strokeWidth),
      )
      .toBe('2px')
    expect(await troubles(page)).toEqual([])
    const label = page.locator('.flow-wide a[aria-label]').first()
    const row = await label.getAttribute('href')
    expect(row).toMatch(/^#r-[0-9a-f]+$/)
    await label.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('tr:target').getAttribute('id')).toBe(row?.slice(1))
    expect(noise).toEqual([])
  })

  test('without a script, or without a server, a link leads to the picture', async () => {
    const id = sampleTopics()[0]?.id
    const {page} = await open({javaScriptEnabled: false})
    await page.goto(`${inject('site')}en/topics/${id}/`)
    await page.locator('[data-flows] summary').click()
    await page.locator('[data-flows] a').click()
    await page.waitForURL(`**/en/topics/${id}/flows/`)
    expect(await page.locator('.flow-wide').isVisible()).toBe(true)
    const folder = (await open()).page
    await folder.goto(`file://${inject('siteFolder')}/en/topics/${id}/index.html`)
    await folder.locator('[data-flows] summary').click()
    await folder.locator('[data-flows] a').click()
    await folder.waitForURL(`**/en/topics/${id}/flows/index.html`)
    expect(await folder.locator('.flow-wide').isVisible()).toBe(true)
  })

  test('a screen reader hears who talks to whom, and by what', async () => {
    const {page} = await open()
    await page.goto(`${inject('site')}en/topics/${sampleTopics()[0]?.id}/flows/`)
    const picture = page.locator('.flow-wide')
    expect(await picture.getAttribute('role')).toBe('group')
    expect(await page.getByRole('group', {name: /^Flows: /}).count()).toBeGreaterThan(0)
    const names = await picture
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) expect(name).toMatch(/^.+ → .+: .+$/)
  })

  test.each(['light', 'dark'] as const)(
    'is seen in the colours of the page (%s), and on paper',
    async (colorScheme) => {
      const {page} = await open({colorScheme})
      await page.goto(`${inject('site')}en/topics/${sampleTopics()[0]?.id}/flows/`)
      const colours = () =>
        page.evaluate(() => {
          const of = (selector: string) => {
            const element = document.querySelector(selector)
            return element === null ? '' : getComputedStyle(element).fill
          }
          return [of('.flow-wide .flow-box rect'), of('.flow-wide .flow-box text')]
        })
      const [paper, ink] = await colours()
      expect(paper).not.toBe(ink)
      await page.setViewportSize({width: 700, height: 1000})
      await page.emulateMedia({media: 'print', colorScheme})
      expect((await colours())[0]).toBe('rgb(255, 255, 255)')
      // On paper the pieces stand in two columns, in letters of ten points.
      expect(await page.locator('.flow-wide').isVisible()).toBe(false)
      const boxes = await page
        .locator('.flow-piece')
        .evaluateAll((pieces) =>
          pieces.map((piece) => piece.getBoundingClientRect()).map(({x, width}) => [x, width]),
        )
      expect(new Set(boxes.map(([x]) => x)).size).toBe(2)
      for (const [, width] of boxes) expect(width).toBeGreaterThan(330)
    },
  )

  test('on paper a picture of few machines lies on its side, and its files hold what it shows', async () => {
    const {page} = await open()
    const topic = `${inject('site')}en/topics/xmpp-federation/`
    await page.goto(`${topic}flows/`)
    const paper = (await page.pdf({preferCSSPageSize: true})).toString('latin1')
    const sides = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => Number(width) > Number(height),
    )
    expect(sides.filter(Boolean)).toHaveLength(1)
    const links = await page
      .locator('.flow-files a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const [svg = '', mermaid = ''] = await Promise.all(
      links.map(async (href) => (await page.request.get(new URL(href, page.url()).href)).text()),
    )
    expect(svg).toMatch(/^<svg xmlns=/)
    expect(mermaid).toContain('flowchart LR')
    for (const each of [svg, mermaid]) expect(each).toContain('XMPP TCP 5269')
    await page.goto(new URL(links[0] ?? '', page.url()).href)
    expect(
      await page
        .locator('.flow-line')
        .first()
        .evaluate((line) => getComputedStyle(line).stroke),
    ).toBe('rgb(11, 79, 134)')
  })
})
