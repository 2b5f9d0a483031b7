/** What holds for each test of pages: the page that it gets holds nothing of the test before. */
import {describe, expect, inject, test} from 'vitest'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const requests: string[] = []

describe('test/support/visit.ts', () => {
  test('a test leaves a page with things stored, answered, listened to, and shown in another way', async () => {
    const {page} = await open({viewport: {width: 400, height: 300}, colorScheme: 'dark'})
    await page.route('**/en/ports/', (route) => route.fulfill({body: 'other'}))
    page.on('request', (request) => requests.push(request.url()))
    for (const site of [inject('site'), inject('siteBelow')]) {
      await page.goto(`${site}en/`)
      await page.evaluate(() => {
        localStorage.setItem('portolan-view', 'both')
        sessionStorage.setItem('left', 'here')
        // biome-ignore lint/suspicious/noDocumentCookie: a page sets it so
        document.cookie = 'left=here'
      })
    }
    await page.emulateMedia({media: 'print'})
    requests.length = 0
  })

  test('the next one finds nothing of it', async () => {
    const {page} = await open()
    for (const site of [inject('site'), inject('siteBelow')]) {
      await page.goto(`${site}en/ports/`)
      expect(await page.locator('h1').count()).toBe(1)
      expect(
        await page.evaluate(() => ({
          stored: [localStorage.length, sessionStorage.length, document.cookie],
          width: innerWidth,
          isDark: matchMedia('(prefers-color-scheme: dark)').matches,
          isPrinted: matchMedia('print').matches,
        })),
      ).toEqual({stored: [0, 0, ''], width: 1280, isDark: false, isPrinted: false})
    }
    expect(requests).toEqual([])
  })

  test('another page in the same test has a profile of its own', async () => {
    const [first, second] = [await open(), await open()]
    expect(second.page.context()).not.toBe(first.page.context())
    expect(() => first.page.addInitScript(() => {})).toThrow('fresh: true')
  })
})
