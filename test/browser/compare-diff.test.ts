import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, test} from 'vitest'
import {diffTopics} from '../../src/compare/diff.ts'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const locales = () => ['en', ...sampleDataset().locales]
const pairs = () =>
  sampleTopics().flatMap((a) => sampleTopics().flatMap((b) => (a === b ? [] : [[a, b] as const])))
const html = (path: string) => readFileSync(join(inject('siteFolder'), path, 'index.html'), 'utf8')
const rowIds = (page: string, kind: string) =>
  [...page.matchAll(new RegExp(`<tr class="${kind}" id="(r-[0-9a-f]+)"`, 'g'))].map(([, id]) => id).toSorted()

describe('src/site: a comparison', () => {
  test('every pair of topics says the same in every language: what the facts say', () => {
    for (const [a, b] of pairs()) {
      const {rules, counts} = diffTopics(a, b)
      for (const locale of locales()) {
        const page = html(`${locale}/compare/${a.id}/${b.id}`)
        for (const kind of [
          'onlyA',
          'onlyB',
          'changed',
          'readdressed',
          'condition',
          'uncovered',
          'regrouped',
          'equal',
        ]) {
          const expected = rules
            .filter((rule) => rule.kind === kind)
            .map((rule) => (rule.b ?? rule.a)?.rule.id)
          expect([locale, kind, rowIds(page, kind)]).toEqual([locale, kind, expected.toSorted()])
        }
        const sum = /<p class="lead">([^<]*)</.exec(page)?.[1] ?? ''
        const {open, close, change, address, condition, stay, unknown} = counts
        const moved = open + close + change === 0 ? [] : [open, close]
        const told = [change, address, condition, stay, unknown].filter((count) => count > 0)
        expect(sum.match(/\d+/g)?.map(Number)).toEqual([...moved, ...told])
      }
    }
  })

  test('what differs comes first, rules that stay when they are asked for, all without a script', async () => {
    const {page} = await open({javaScriptEnabled: false})
    const [a, b] = sampleTopics()
    await page.goto(`${inject('site')}zh-TW/compare/${a?.id}/${b?.id}/`)
    const rows = page.locator('.diff tbody tr')
    const staying = page.locator('.diff .equal')
    expect(await page.locator('label:has(#differences)').textContent()).toContain(`${await staying.count()}`)
    expect(await staying.filter({visible: true}).count()).toBe(0)
    const differing = page.locator('.diff tbody tr:not(.equal, .regrouped)')
    expect(await differing.filter({visible: true}).count()).toBe(await differing.count())
    // No head stands over nothing.
    for (const table of await page.locator('.diff').filter({visible: true}).all())
      expect(await table.locator('tbody tr').filter({visible: true}).count()).toBeGreaterThan(0)
    // An address that names one of them shows it.
    const id = await staying.first().getAttribute('id')
    await page.goto(`${page.url()}#${id}`)
    expect(await staying.filter({visible: true}).count()).toBe(1)
    expect(await page.locator(`#${id}`).isVisible()).toBe(true)
    await page.locator('#differences').uncheck()
    expect(await rows.filter({visible: true}).count()).toBe(await rows.count())
    await page.locator('#differences').check()
    await page.emulateMedia({media: 'print'})
    expect(await rows.filter({visible: true}).count()).toBe(await rows.count())
  })

  test('an address leads to its row, and rows lead to the rules of both topics', async () => {
    const {page, noise} = await open()
    const [a, b] = pairs().find(([one, two]) => diffTopics(one, two).counts.address > 0) ?? []
    const moved = a && b && diffTopics(a, b).rules.find(({kind}) => kind === 'readdressed')
    await page.goto(`${inject('site')}fr-FR/compare/${a?.id}/${b?.id}/#${moved?.b?.rule.id}`)
    const target = page.locator('.diff :target').first()
    await expect.poll(() => target.isVisible()).toBe(true)
    const link = target.locator(`a.port[href*="topics/${b?.id}/"]`).first()
    await link.click()
    await page.waitForURL(`**/fr-FR/topics/${b?.id}/#r-*`)
    expect(await page.locator('.ports tr:target').count()).toBe(1)
    expect(noise).toEqual([])
  })

  test('the other way round opens what was closed', async () => {
    const {page} = await open()
    const [a, b] = sampleTopics().slice(1)
    await page.goto(`${inject('site')}en/compare/${a?.id}/${b?.id}/`)
    const lists = () =>
      page
        .locator('.two section')
        .evaluateAll((all) =>
          all.map((list) => [...list.querySelectorAll('li')].map((item) => item.textContent)),
        )
    const [opened, closed] = await lists()
    await page.locator('.turns a').first().click()
    await page.waitForURL(`**/compare/${b?.id}/${a?.id}/`)
    expect(await lists()).toEqual([closed, opened])
  })

  test('on a phone each rule is a card whose cells take its whole width', async () => {
    const {page} = await open({viewport: {width: 360, height: 780}})
    const [a, b] = sampleTopics()
    await page.goto(`${inject('site')}ja-JP/compare/${a?.id}/${b?.id}/`)
    const narrow = await page.evaluate(() =>
      [...document.querySelectorAll('.diff :is(caption, tbody th, tbody td)')].flatMap((cell) => {
        const room = cell.parentElement?.getBoundingClientRect().width ?? 0
        const {width} = cell.getBoundingClientRect()
        return width > 0 && width < room * 0.9 ? [cell.textContent] : []
      }),
    )
    expect(narrow).toEqual([])
    // What is the same in both is said once.
    await page.locator('#differences').uncheck()
    const [staying] = await page.locator('.diff .equal').all()
    expect(await staying?.locator('td').filter({visible: true}).count()).toBe(1)
  })
})
