import {describe, expect, inject, test} from 'vitest'
import {correctedCell, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const topic = () => {
  const [first] = sampleTopics()
  if (first === undefined) throw new Error('the sample has no topic')
  return first
}

describe('src/site: reading a topic', () => {
  test('the language switch stays on the page, at the row and in the reading mode', async () => {
    const {page, noise} = await open()
    const rule =
      topic()
        .tables.flatMap((table) => table.rows)
        .find((row) => row.rules.length > 0)?.rules[0]?.id ?? ''
    await page.goto(`${inject('site')}zh-TW/topics/${topic().id}/?view=both#${rule}`)
    await page.locator('.languages').click()
    await page.getByRole('link', {name: 'français'}).click()
    await page.waitForURL('**/fr-FR/**')
    expect(page.url()).toBe(`${inject('site')}fr-FR/topics/${topic().id}/?view=both#${rule}`)
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-FR')
    expect(await page.locator(`#${rule}`).evaluate((row) => row.matches(':target'))).toBe(true)
    expect(noise).toEqual([])
  })

  test('the keyboard alone opens the evidence of a cell, and Escape gives the focus back', async () => {
    const {page, noise} = await open()
    const cell = correctedCell()
    await page.goto(`${inject('site')}${cell.locale}/topics/${cell.topic}/`)
    const button = page.locator(`#${cell.rule} td:nth-of-type(${cell.column}) button`)
    await button.focus()
    await page.keyboard.press('Enter')
    const panel = page.locator(':popover-open')
    expect(await panel.locator('dd[lang=en]').first().textContent()).toBe(cell.english)
    // The check's page is the next stop of the Tab key.
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest(':popover-open') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await panel.count()).toBe(0)
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(noise).toEqual([])
  })

  test('a corrected cell shows the original and the check that reported it', async () => {
    const {page, noise} = await open()
    const cell = correctedCell()
    await page.goto(`${inject('site')}${cell.locale}/topics/${cell.topic}/`)
    const shown = page.locator(`#${cell.rule} td:nth-of-type(${cell.column})`)
    expect(await shown.locator('.t').textContent()).toBe(cell.published)
    await shown.locator('button.corrected').click()
    const panel = page.locator(':popover-open')
    expect(await panel.locator('del').first().textContent()).toBe(cell.original)
    const why = panel.locator(`a[href*="checks/${cell.check}/"]`).first()
    await why.click()
    await page.waitForURL(`**/checks/${cell.check}/`)
    expect(await page.locator('h1').count()).toBe(1)
    expect(noise).toEqual([])
  })

  test('without scripts the evidence opens all the same', async () => {
    const {page, noise} = await open({javaScriptEnabled: false})
    const cell = correctedCell()
    await page.goto(`${inject('site')}${cell.locale}/topics/${cell.topic}/`)
    await page.locator(`#${cell.rule} td:nth-of-type(${cell.column}) button`).click()
    const panel = page.locator(':popover-open')
    expect(await panel.getByText(cell.english, {exact: true}).first().isVisible()).toBe(true)
    expect(await panel.locator('del').first().isVisible()).toBe(true)
    expect(await page.locator('.tools').isVisible()).toBe(false)
    expect(noise).toEqual([])
  })

  test('reading modes show the English beside or alone, and are remembered', async () => {
    const {page, noise} = await open()
    const cell = correctedCell()
    const address = `${inject('site')}${cell.locale}/topics/${cell.topic}/`
    await page.goto(address)
    const modes = page.locator('[name=view]')
    const shown = page.locator(`#${cell.rule} td:nth-of-type(${cell.column})`)
    expect(await shown.locator('.e').count()).toBe(0)
    await modes.nth(1).check({force: true})
    await expect.poll(() => shown.locator('.e').textContent()).toBe(cell.english)
    expect(await shown.locator('.t').isVisible()).toBe(true)
    await expect.poll(() => page.url()).toBe(`${address}?view=both`)
    await modes.nth(2).check({force: true})
    await expect.poll(() => shown.locator('.t').isVisible()).toBe(false)
    await page.goto(address)
    await expect.poll(() => modes.nth(2).isChecked()).toBe(true)
    expect(await shown.locator('.e').isVisible()).toBe(true)
    expect(noise).toEqual([])
  })

  test('a page works where storage is refused', async () => {
    const {page, noise} = await open({fresh: true})
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    })
    await page.goto(`${inject('site')}ja-JP/topics/${topic().id}/`)
    await page.locator('[name=view]').nth(1).check({force: true})
    await expect.poll(() => page.locator('html').getAttribute('data-view')).toBe('both')
    await page.locator('[data-theme-switch]').click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light')
    expect(noise).toEqual([])
  })

  test('chips show only the rules that have them, and say how many', async () => {
    const {page, noise} = await open()
    await page.goto(`${inject('site')}en/topics/${topic().id}/`)
    const all = topic().tables.flatMap((table) => table.rows.flatMap((row) => row.rules))
    const udp = all.filter(({facts}) => facts.transports.includes('udp')).length
    await page.getByRole('button', {name: 'UDP', exact: true}).click()
    const shown = page.locator('.ports tbody tr:visible')
    await expect.poll(() => shown.count()).toBe(udp)
    expect(await page.locator('[data-said]').textContent()).toBe(`${udp} of ${all.length} rules shown`)
    expect(new URL(page.url()).searchParams.get('only')).toBe('udp')
    // Of one kind either will do.
    await page.getByRole('button', {name: 'TCP', exact: true}).click()
    await expect.poll(() => shown.count()).toBe(all.length)
    expect(noise).toEqual([])
  })

  test('words show only the rules that say them; the address keeps them, and none left is said', async () => {
    const {page, noise} = await open()
    const address = `${inject('site')}en/topics/${topic().id}/`
    await page.goto(`${address}?words=5061`)
    const shown = page.locator('.ports tbody tr:visible')
    const rows = await page.locator('.ports tbody tr').count()
    await expect.poll(() => shown.count()).toBeLessThan(rows)
    for (const text of await shown.allTextContents()) expect(text).toContain('5061')
    const field = page.locator('[data-filter-words]')
    expect(await field.inputValue()).toBe('5061')
    await field.fill('no such words')
    await expect.poll(() => shown.count()).toBe(0)
    await page.getByRole('button', {name: 'Clear filters'}).click()
    await expect.poll(() => shown.count()).toBe(rows)
    expect(page.url()).toBe(address)
    expect(noise).toEqual([])
  })

  test('a question mark tells of the keys, and Escape closes it', async () => {
    const {page, noise} = await open()
    await page.goto(`${inject('site')}fr-FR/topics/${topic().id}/`)
    await page.keyboard.press('?')
    const dialog = page.locator('dialog.keys')
    await dialog.waitFor()
    expect(await dialog.locator('dd').allTextContents()).toHaveLength(5)
    expect(await dialog.locator('dd').first().textContent()).toBe('Aller à la recherche')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(noise).toEqual([])
  })

  test('a rule is copied as link, text, Markdown or JSON from a menu that the keyboard opens', async () => {
    const {page, noise} = await open({permissions: ['clipboard-read', 'clipboard-write']})
    const address = `${inject('site')}en/topics/${topic().id}/`
    await page.goto(address)
    const row = page.locator('.ports tbody tr').first()
    const id = await row.getAttribute('id')
    await row.locator('.copy').focus()
    await page.keyboard.press('Enter')
    await page.locator('.menu-copy:popover-open').waitFor()
    await expect
      .poll(() => page.locator('.menu-copy button').allTextContents())
      .toEqual(['Link', 'Text', 'Markdown', 'JSON', 'Table as Markdown', 'Table as CSV', 'Table as TSV'])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${address}#${id}`)
    await row.locator('.copy').click()
    await page.getByRole('button', {name: 'JSON'}).click()
    await expect
      .poll(async () =>
        JSON.parse(
          await page.evaluate(() =>
            navigator.clipboard.readText().then((text) => (text.startsWith('{') ? text : '{}')),
          ),
        ),
      )
      .toMatchObject({address: `${address}#${id}`})
    await row.locator('.copy').click()
    await page.getByRole('button', {name: 'Table as TSV'}).click()
    const rows = await page.locator('.ports').first().locator('tbody tr').count()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText().then((text) => text.split('\n').length)))
      .toBe(rows + 1)
    expect(noise).toEqual([])
  })
})
