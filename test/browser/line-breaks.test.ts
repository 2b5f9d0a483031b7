import {describe, expect, inject, test} from 'vitest'
import {pageKinds, pagesInTurn} from '../support/page-kinds.ts'
import {sampleDataset} from '../support/sample.ts'
import {tornWords} from '../support/torn-words.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

/** What is read in one look. Running text of Chinese breaks between any two characters, as it does in print. */
const labels = 'h1, h2, h3, h4, thead, caption, nav, summary, label, legend, button, .toc, .tally, .pairs'

describe('src/site: line breaks', () => {
  for (const [turn, width] of [360, 768, 1280].entries())
    test(`no word of a title or head is torn, and no number anywhere, in a window of ${width} px`, {
      timeout: 900_000,
    }, async () => {
      const {page, noise} = await open({viewport: {width, height: 900}})
      const words: string[] = []
      const numbers: string[] = []
      const kinds = [...pageKinds(), 'ports/50000-59999/']
      for (const [locale, path] of pagesInTurn(['en', ...sampleDataset().locales], turn, kinds)) {
        await page.goto(`${inject('site')}${locale}/${path}`)
        if (path.startsWith('search/')) await page.locator('.found-rules > li').first().waitFor()
        const torn = await page.evaluate(tornWords, labels)
        words.push(...torn.words.map((word) => `${locale}/${path}: ${word}`))
        numbers.push(...torn.numbers.map((number) => `${locale}/${path}: ${number}`))
      }
      expect(words).toEqual([])
      expect(numbers).toEqual([])
      expect(noise).toEqual([])
    })
})
