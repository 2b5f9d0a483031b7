import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {hasPdfReader, pagesOf} from '../support/pdf.ts'
import {sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const reads = hasPdfReader()

const paths = () => {
  const [a, b] = sampleTopics()
  return {comparison: `compare/${a?.id}/${b?.id}/`, matrix: 'compare/'}
}

/** Puts a mark at both ends of every cell and of every column head, and says which marks belong together. */
const markCells = (page: Page) =>
  page.evaluate(() => {
    const mark = (element: Element, name: string) => {
      element.prepend(`<${name}>`)
      element.append(`</${name}>`)
      return [`<${name}>`, `</${name}>`]
    }
    return [...document.querySelectorAll('.ports')].map((table, at) => ({
      heads: [...table.querySelectorAll('thead th')].flatMap((cell, column) =>
        mark(cell, `h${at}c${column}`),
      ),
      rows: [...table.querySelectorAll('tbody tr:has(td)')].map((row, line) =>
        [...row.querySelectorAll('th, td')].flatMap((cell, column) => mark(cell, `t${at}r${line}c${column}`)),
      ),
    }))
  })

/** What needs a screen, on paper. */
const controls = ['.top', '.foot', '.tools', '.choose', '.turns', '.pairing', '.button']

describe('src/site: comparisons on paper', () => {
  for (const kind of ['comparison', 'matrix'] as const)
    for (const [format, locale] of [
      ['A4', 'ja-JP'],
      ['A4', 'zh-TW'],
      ['Letter', 'fr-FR'],
    ] as const)
      test.skipIf(!reads)(
        `a ${kind} in ${locale} on ${format}: each row whole on one page under its heads`,
        async () => {
          const {page} = await open()
          await page.goto(`${inject('site')}${locale}/${paths()[kind]}`)
          const tables = await markCells(page)
          const pages = pagesOf(await page.pdf({format}))
          expect(pages.length).toBeGreaterThan(2)
          expect(tables.flatMap(({rows}) => rows).length).toBeGreaterThanOrEqual(37)
          for (const {heads, rows} of tables)
            for (const row of rows) {
              const on = pages.filter((text) => row.some((mark) => text.includes(mark)))
              expect([row[0], on.length]).toEqual([row[0], 1])
              const missing = [...row, ...heads].filter((mark) => !on[0]?.includes(mark))
              expect(missing).toEqual([])
            }
        },
      )

  test('each piece of the picture fits on a page, nothing scrolls, and controls are gone', async () => {
    const {page} = await open()
    // A4 and Letter leave about this much between their margins, in CSS pixels.
    await page.setViewportSize({width: 700, height: 940})
    for (const path of Object.values(paths())) {
      await page.goto(`${inject('site')}ja-JP/${path}`)
      await page.emulateMedia({media: 'print'})
      const state = await page.evaluate((selectors) => {
        const frame = document.querySelector('.matrix-box')
        const heights = [...document.querySelectorAll('.flow-piece, .ports tr')].map(
          (each) => each.getBoundingClientRect().height,
        )
        return {
          fits: Math.max(...heights) < innerHeight,
          hidden: (frame?.scrollHeight ?? 0) - (frame?.clientHeight ?? 0),
          over: document.documentElement.scrollWidth - innerWidth,
          controls: selectors.filter((selector) =>
            [...document.querySelectorAll(selector)].some((each) => each.getClientRects().length > 0),
          ),
        }
      }, controls)
      expect([path, state]).toEqual([path, {fits: true, hidden: 0, over: 0, controls: []}])
    }
  })
})
