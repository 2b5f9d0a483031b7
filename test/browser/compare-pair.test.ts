import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {sampleTopics} from '../support/sample.ts'
import {siteText} from '../support/site-text.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const message = (page: Page) => page.locator('[data-message]').textContent()

/** What a comparison says, with the addresses that it leads to. */
const said = (page: Page) =>
  page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent,
    texts: [...document.querySelectorAll('main :is(.lead, .flows li, .diff :is(caption, th, td))')].map(
      (each) => each.textContent,
    ),
    links: [...document.querySelectorAll<HTMLAnchorElement>('main :is(.flows, .diff) a')].map((link) =>
      link.href.replace(/^.*\/compare\/[^#]*/, ''),
    ),
    labels: [...document.querySelectorAll('.flow-map text')].map((label) => label.textContent),
  }))

describe('src/site: any two topics', () => {
  test('the browser finds what the pages of built pairs say', async () => {
    const {page, noise} = await open()
    const topics = sampleTopics().slice(-3)
    for (const locale of ['en', 'ja-JP'])
      for (const a of topics)
        for (const b of topics.filter((each) => each !== a)) {
          await page.goto(`${inject('site')}${locale}/compare/${a.id}/${b.id}/`)
          const built = await said(page)
          await page.goto(`${inject('site')}${locale}/compare/pair/?a=${a.id}&b=${b.id}`)
          await page.locator('.diff').first().waitFor()
          expect(await said(page)).toEqual(built)
          expect(await page.title()).toContain(built.title)
        }
    expect(noise).toEqual([])
  })

  test('two topics are chosen by keyboard', async () => {
    const {page, noise} = await open()
    const [a, b] = sampleTopics()
    await page.goto(`${inject('siteBelow')}fr-FR/compare/`)
    for (const [name, topic] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const select = page.locator(`select[name=${name}]`)
      await select.focus()
      const title = await select.locator(`option[value="${topic?.id}"]`).textContent()
      await page.keyboard.type(title ?? '')
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/docs/ports/fr-FR/compare/pair/?a=${a?.id}&b=${b?.id}`)
    await page.locator('.diff').first().waitFor()
    expect(await page.locator('select[name=b]').inputValue()).toBe(b?.id)
    expect(noise).toEqual([])
  })

  test('answers an unknown topic and the same topic twice', async () => {
    const {page, noise} = await open()
    const id = sampleTopics()[0]?.id
    for (const [query, expected] of [
      [`a=${id}&b=no%22such`, siteText('zh-TW', 'compare.unknown', {topic: 'no"such'})],
      [`a=${id}&b=${id}`, siteText('zh-TW', 'compare.twice')],
      ['', ''],
    ]) {
      await page.goto(`${inject('site')}zh-TW/compare/pair/?${query}`)
      await expect.poll(() => message(page)).toBe(expected)
      expect(await page.locator('.diff').count()).toBe(0)
    }
    expect(noise).toEqual([])
  })

  test('says that it needs a server where topics can’t be loaded', async () => {
    const {page} = await open()
    const [a, b] = sampleTopics()
    await page.goto(`file://${inject('siteFolder')}/en/compare/pair/index.html?a=${a?.id}&b=${b?.id}`)
    await expect.poll(() => message(page)).toBe(siteText('en', 'compare.failed'))
  })

  test('without a script there are links to every built comparison', async () => {
    const {page} = await open({javaScriptEnabled: false})
    await page.goto(`${inject('site')}en/compare/pair/`)
    expect(await page.locator('noscript p').allTextContents()).toEqual([siteText('en', 'compare.noScript')])
    const many = sampleTopics().length
    expect(await page.locator('.pairs li li a').count()).toBe(many * (many - 1))
  })
})
