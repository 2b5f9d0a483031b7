import {describe, expect, inject, test} from 'vitest'
import {sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

describe('src/site: print', () => {
  for (const format of ['A4', 'Letter'] as const)
    test(`a topic prints on ${format} over several pages`, async () => {
      const {page} = await open()
      await page.goto(`${inject('site')}ja-JP/topics/${sampleTopics()[0]?.id}/`)
      const pdf = (await page.pdf({format, preferCSSPageSize: false})).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(2)
    })

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
        controls: [of('.top').display, of('.tools').display, of('.b.machine, .b.human').display],
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
})
