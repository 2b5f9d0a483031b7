import {describe, expect, inject, test} from 'vitest'
import {characters, hasPdfReader, pagesOf} from '../support/pdf.ts'
import {sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

describe('src/site: print', () => {
  for (const [format, locale] of [
    ['A4', 'ja-JP'],
    ['A4', 'zh-TW'],
    ['Letter', 'fr-FR'],
  ] as const)
    test.skipIf(!hasPdfReader())(
      `${locale} on ${format}: each row whole on one page with its address and English, headers repeated, pages numbered`,
      async () => {
        const {page} = await open()
        await page.goto(`${inject('site')}${locale}/topics/${sampleTopics()[0]?.id}/`)
        const pages = pagesOf(await page.pdf({format}))
        const tables = await page.evaluate(() =>
          [...document.querySelectorAll('.ports')].map((table) => ({
            heads: [...table.querySelectorAll('thead .t')].map((cell) => cell.textContent),
            rows: [...table.querySelectorAll('tbody tr[id]')].map((row) => ({
              id: row.id,
              cells: [...row.querySelectorAll('td .t')].map((cell) => cell.textContent),
              english: [...row.querySelectorAll('td .e')].map((cell) => cell.textContent),
            })),
          })),
        )
        expect(pages.length).toBeGreaterThan(3)
        for (const [at, text] of pages.entries()) expect(text).toContain(`${at + 1}/${pages.length}`)
        const rows = tables.flatMap((table) => table.rows.map((row) => ({...row, heads: table.heads})))
        expect(rows.length).toBeGreaterThanOrEqual(37)
        for (const {id, cells, english, heads} of rows) {
          const on = pages.filter((text) => text.includes(`#${id}`))
          expect([id, on.length]).toEqual([id, 1])
          // What reads the same in both languages stands once.
          expect(english.length).toBeGreaterThan(0)
          for (const text of [...heads, ...cells, ...english])
            expect([id, text, on[0]?.includes(characters(text))]).toEqual([id, text, true])
        }
      },
    )

  test('in print, headers repeat, rows stay whole, controls are gone and rows say their address', async () => {
    const {page} = await open()
    await page.goto(`${inject('site')}fr-FR/topics/${sampleTopics()[0]?.id}/`)
    await page.emulateMedia({media: 'print'})
    const style = await page.evaluate(() => {
      const of = (selector: string) => {
        const element = document.querySelector(selector)
        if (element === null) throw new Error(selector)
        return getComputedStyle(element)
      }
      return {
        header: of('.ports thead').display,
        row: of('.ports tbody tr').breakInside,
        controls: [of('.top').display, of('.tools').display, of('.v').display],
        layout: of('.ports tbody tr').display,
      }
    })
    expect(style).toEqual({
      header: 'table-header-group',
      row: 'avoid',
      controls: ['none', 'none', 'none'],
      layout: 'table-row',
    })
    const id = await page.locator('.ports tbody tr').first().getAttribute('id')
    const after = await page
      .locator('.anchor')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(after).toContain(`#${id}`)
  })

  test('a table is a table on A4 and on Letter, wherever it stands', async () => {
    const {page} = await open()
    const [a, b] = sampleTopics()
    // What the margins leave of each, in CSS pixels.
    for (const width of [703, 725]) {
      await page.setViewportSize({width, height: 940})
      for (const path of [`topics/${a?.id}/`, 'ports/443/', `compare/${a?.id}/${b?.id}/`, 'quality/']) {
        await page.goto(`${inject('site')}ja-JP/${path}`)
        await page.emulateMedia({media: 'print'})
        const layouts = await page
          .locator('.ports tr')
          .evaluateAll((rows) => [...new Set(rows.map((row) => getComputedStyle(row).display))])
        expect([path, layouts]).toEqual([path, ['table-row']])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([path, over]).toEqual([path, 0])
      }
    }
  })
})
