import {describe, expect, inject, test} from 'vitest'
import {decisionSchema} from '../../src/reconcile/engine/decisions.ts'
import {correctedCell} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

describe('src/site: disagreeing with a text', () => {
  test('a panel offers to edit, to report and to decide otherwise, as the workspace configures it', async () => {
    const {page, noise} = await open({permissions: ['clipboard-read', 'clipboard-write']})
    const cell = correctedCell()
    await page.goto(`${inject('site')}${cell.locale}/topics/${cell.topic}/`)
    // As the configuration writes them into the page.
    await page.evaluate(() => {
      const {dataset} = document.querySelector<HTMLElement>('.tools') ?? document.body
      dataset['edit'] = 'https://git.example/edit/main/{path}#L{line}'
      dataset['report'] = 'mailto:docs@example.org?subject={title}&body={body}'
    })
    await page.locator(`#${cell.rule} td:nth-of-type(${cell.column}) button`).click()
    const acts = page.locator(':popover-open .acts').first()
    await acts.waitFor()
    const [edit, report] = await acts
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(edit).toMatch(new RegExp(`^https://git\\.example/edit/main/${cell.locale}/.+\\.md#L\\d+$`))
    expect(decodeURIComponent(report ?? '')).toContain(`#${cell.rule}\n${cell.locale}/`)
    expect(decodeURIComponent(report ?? '')).toContain(`\n${cell.english}\n${cell.published}`)
    await acts.locator('button').click()
    await expect
      .poll(async () => {
        const copied = await page.evaluate(() => navigator.clipboard.readText())
        return copied.startsWith('{') ? decisionSchema.parse(JSON.parse(copied)) : null
      })
      .toMatchObject({source: cell.english, text: cell.published})
    expect(noise).toEqual([])
  })

  test('without a configuration there is only the decision, and on an English page nothing', async () => {
    const {page, noise} = await open()
    const cell = correctedCell()
    await page.goto(`${inject('site')}${cell.locale}/topics/${cell.topic}/`)
    await page.locator(`#${cell.rule} .v`).click()
    await page.locator(':popover-open .acts button').first().waitFor()
    expect(await page.locator(':popover-open .acts a').count()).toBe(0)
    await page.goto(`${inject('site')}en/topics/${cell.topic}/`)
    const script = page.waitForResponse('**/scripts/act.js')
    await page.locator(`#${cell.rule} .v`).click()
    await script
    expect(await page.locator(':popover-open').count()).toBe(1)
    expect(await page.locator('.acts').count()).toBe(0)
    expect(noise).toEqual([])
  })
})
