import {describe, expect, inject, test} from 'vitest'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

describe('src/site: the scale of ports', () => {
  test('the numbers below the scale of ports can be read on a phone, and none stands on another', async () => {
    const {page} = await open({viewport: {width: 320, height: 780}})
    for (const path of ['ports/', 'ports/50000-59999/']) {
      await page.goto(`${inject('site')}fr-FR/${path}`)
      const numbers = await page.locator('.scale text:visible').evaluateAll((all) =>
        all.map((text) => {
          const {left, right, height, bottom} = text.getBoundingClientRect()
          const picture = text.closest('svg')?.getBoundingClientRect()
          return {left, right, height, below: bottom - (picture?.bottom ?? 0)}
        }),
      )
      expect(numbers.length).toBeGreaterThan(2)
      for (const [at, {left, right, height, below}] of numbers.entries()) {
        expect(height).toBeGreaterThanOrEqual(11)
        expect(below).toBeLessThanOrEqual(0)
        expect(left).toBeGreaterThan(numbers[at - 1]?.right ?? 0)
        expect(right).toBeLessThanOrEqual(320)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    }
  })

  test('a range is drawn where it lies between the first and the last port', async () => {
    const {page} = await open({viewport: {width: 360, height: 780}})
    await page.goto(`${inject('site')}ja-JP/ports/50000-59999/`)
    const [axis, range] = await Promise.all(
      ['.scale .axis', '.scale rect'].map((selector) =>
        page
          .locator(selector)
          .first()
          .evaluate((mark) => {
            const {left, width} = mark.getBoundingClientRect()
            return {left, width}
          }),
      ),
    )
    const place = ((range?.left ?? 0) - (axis?.left ?? 0)) / (axis?.width ?? 1)
    expect(place).toBeCloseTo(50_000 / 65_536, 2)
    expect((range?.width ?? 0) / (axis?.width ?? 1)).toBeCloseTo(10_000 / 65_536, 2)
  })
})
