import {describe, expect, inject, test} from 'vitest'
import {sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const address = (locale: string, query = '') =>
  `${inject('site')}${locale}/topics/${sampleTopics()[0]?.id}/${query}`

describe('src/site: sorting and filtering the rows of a topic', () => {
  test('heads sort by port up, down and not at all, and the address keeps it in every language', async () => {
    const {page, noise} = await open()
    await page.goto(address('en'))
    const table = page.locator('.ports').first()
    const ports = () =>
      table
        .locator('tbody tr .port:first-child')
        .evaluateAll((links) => links.map((link) => Number.parseInt(link.textContent, 10)))
    const before = await ports()
    const head = table.getByRole('columnheader').first()
    // The name of a column is its text alone, whatever stands beside it.
    expect(await head.getAttribute('aria-label')).toBe(await head.locator('.t').textContent())
    expect(await head.getAttribute('aria-sort')).toBe(null)
    await head.locator('.sort').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    expect(await ports()).toEqual(before.toSorted((a, b) => a - b))
    expect(new URL(page.url()).searchParams.get('sort')).toBe('1.1')
    await page.keyboard.press('Enter')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    expect(await ports()).toEqual(before.toSorted((a, b) => b - a))
    await page.goto(address('ja-JP', new URL(page.url()).search))
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    expect(await ports()).toEqual(before.toSorted((a, b) => b - a))
    await head.locator('.sort').click()
    await expect.poll(() => head.getAttribute('aria-sort')).toBe(null)
    expect(await ports()).toEqual(before)
    expect(page.url()).toBe(address('ja-JP'))
    expect(noise).toEqual([])
  })

  test('a text column sorts its own table only', async () => {
    const {page, noise} = await open()
    await page.goto(address('fr-FR', '?sort=2.3'))
    const texts = (table: number) =>
      page.locator('.ports').nth(table).locator('tbody tr td:nth-of-type(2) .t').allTextContents()
    const {compare} = new Intl.Collator('fr-FR', {numeric: true})
    await expect.poll(async () => (await texts(1)).toSorted(compare)).toEqual(await texts(1))
    expect(await page.locator('[aria-sort]').count()).toBe(1)
    expect((await texts(0)).toSorted(compare)).not.toEqual(await texts(0))
    expect(noise).toEqual([])
  })

  test('an address that names no column of the page leaves the tables as they are', async () => {
    const {page, noise} = await open()
    await page.goto(address('en', '?sort=9.9,1.77,x,-&machine=no-such-machine'), {waitUntil: 'networkidle'})
    expect(await page.locator('[aria-sort]').count()).toBe(0)
    expect(await page.locator('.ports tbody tr:visible').count()).toBe(
      await page.locator('.ports tbody tr').count(),
    )
    expect(noise).toEqual([])
  })

  test('a machine shows the rules that name it, beside the other filters, and says how many', async () => {
    const {page, noise} = await open()
    await page.goto(address('en'))
    const rules = sampleTopics()[0]?.tables.flatMap(({rows}) => rows.flatMap((row) => row.rules)) ?? []
    const choice = page.locator('[data-machine]')
    const machine = await choice.locator('option').nth(1).getAttribute('value')
    const naming = rules.filter(({facts: {source, destination, host}}) =>
      [source, destination, host].some(
        (end) => end?.id === machine || end?.alternatives.includes(machine ?? ''),
      ),
    )
    await choice.selectOption(machine)
    await expect.poll(() => page.locator('.ports tbody tr:visible .ps').count()).toBe(naming.length)
    expect(await page.locator('[data-said]').textContent()).toBe(
      `${naming.length} of ${rules.length} rules shown`,
    )
    expect(new URL(page.url()).searchParams.get('machine')).toBe(machine)
    await page.locator('[data-filter-words]').fill('no such words')
    await page.locator('[data-none] button').click()
    expect(await choice.inputValue()).toBe('')
    expect(page.url()).toBe(address('en'))
    expect(noise).toEqual([])
  })

  test('without scripts a head is its text, and no button that does nothing', async () => {
    const {page} = await open({javaScriptEnabled: false})
    await page.goto(address('zh-TW'))
    expect(await page.locator('.ports thead .sort').count()).toBe(0)
    expect(await page.locator('.ports thead .t').first().isVisible()).toBe(true)
    expect(await page.locator('[data-machine]').isVisible()).toBe(false)
  })
})
