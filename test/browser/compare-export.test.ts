import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import {SPREADSHEET_MARK} from '../../src/text/csv.ts'
import {someLocales} from '../support/page-kinds.ts'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {siteText} from '../support/site-text.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const locales = ['en', ...sampleDataset().locales]

const address = (locale: string, base = inject('site')) =>
  `${base}${locale}/topics/${sampleTopics()[0]?.id}/export/`
const file = (page: Page) => page.locator('[data-file]').textContent()
const message = (page: Page) => page.locator('[data-message]').textContent()
const problems = (page: Page) =>
  page
    .locator('.problem')
    .evaluateAll((all) => all.map((each) => each.textContent).filter((text) => text !== ''))
const own = (page: Page) => page.locator('[data-key]:not([placeholder])')

/** Opens the form and lists what is asked for afterwards, but for what its head names, which a busy browser fetches late: its icons. */
async function watched(page: Page, locale: string): Promise<() => string[]> {
  await page.goto(address(locale), {waitUntil: 'networkidle'})
  const named = await page
    .locator('head link[href]')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLLinkElement ? link.href : '')))
  const expected = new Set(named.map((url) => `GET ${url} `))
  const requests: string[] = []
  page.on('request', (request) =>
    requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  )
  return () => requests.filter((asked) => !expected.has(asked) && !asked.startsWith('GET blob:'))
}

describe('src/site: the export form', () => {
  test('never sends a request, whatever is done on it', async () => {
    const {page, noise} = await open({fresh: true})
    const asked = await watched(page, 'zh-TW')
    for (const [at, field] of (await page.locator('[data-key]').all()).entries()) {
      await field.fill(`10.0.${at}.1, 10.1.${at}.0/24`)
      await field.press('Enter')
    }
    for (const {id} of targets) {
      await page.locator('[data-target]').selectOption(id)
      expect(await file(page)).not.toBe('')
    }
    for (const box of await page.locator('[data-requirement]').all()) await box.check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-download]').click(),
    ])
    await download.path()
    await page.locator('[data-copy]').click()
    await page.waitForTimeout(300)
    expect(asked()).toEqual([])
    expect(page.url()).toBe(address('zh-TW'))
    expect(noise).toEqual([])
  })

  test('without the script a key press sends nothing, either', async () => {
    const {page} = await open({fresh: true})
    for (const name of ['form', 'proof'])
      await page.route(`**/scripts/export-${name}.js`, (route) => route.fulfill({body: ''}))
    const asked = await watched(page, 'en')
    await own(page).first().fill('203.0.113.10')
    await own(page).first().press('Enter')
    await page.waitForTimeout(300)
    expect(asked()).toEqual([])
    expect(page.url()).toBe(address('en'))
  })

  test('writes for each target what its reader reads, and downloads what is seen', async () => {
    const {page} = await open()
    await page.goto(address('fr-FR'))
    for (const [at, field] of (await own(page).all()).entries()) await field.fill(`10.0.${at}.1`)
    for (const {id, extension} of targets) {
      await page.locator('[data-target]').selectOption(id)
      const text = (await file(page)) ?? ''
      expect([id, readers.get(id)?.(text).length]).toEqual([id, expect.toSatisfy((count) => count > 10)])
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-download]').click(),
      ])
      // What a spreadsheet opens starts with its mark.
      const mark = extension === 'csv' ? SPREADSHEET_MARK : ''
      expect(readFileSync(await download.path(), 'utf8')).toBe(`${mark}${text}`)
      expect(download.suggestedFilename()).toBe(`${sampleTopics()[0]?.id}.${extension}`)
    }
  })

  test('what is not needed everywhere is off at first, legacy above all', async () => {
    const {page} = await open()
    await page.goto(address('en'))
    const chosen = await page
      .locator('[data-requirement]:checked')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
    // The topic says of no rule that it is required.
    expect(chosen).toEqual(['conditional', 'unknown'])
    const count = async () => readers.get('json') && JSON.parse((await file(page)) ?? '').rules.length
    await page.locator('[data-target]').selectOption('json')
    const before = await count()
    await page.locator('[data-requirement][value=legacy]').check()
    expect(await count()).toBeGreaterThan(before)
    await page.locator('[name=interface][value=internal]').check()
    expect(await count()).toBeLessThan(before)
  })

  test('comments in the reader’s language, with the address of each row', async () => {
    const {page} = await open()
    await page.goto(address('ja-JP', inject('siteBelow')))
    const text = (await file(page)) ?? ''
    expect(text).toContain('ファイアウォール規則')
    const rows = [...text.matchAll(/# (http\S+#r-[0-9a-f]+)/g)].map(([, row]) => row ?? '')
    expect(rows.length).toBeGreaterThan(10)
    await page.goto(rows[0] ?? '')
    expect(await page.locator('tr:target').count()).toBe(1)
  })

  test.each(someLocales(locales, 2))('refuses what is no address, at its field and in %s', async (locale) => {
    const {page} = await open()
    await page.goto(address(locale))
    for (const [text, fault, values] of [
      ['$(reboot)', 'export.fault.address', {}],
      ['203.0.113.256', 'export.fault.address', {}],
      ['203.0.113.0/33', 'export.fault.prefix', {bits: '32'}],
      ['0.0.0.0/0', 'export.fault.everything', {}],
      ['203.0.113.10/24', 'export.fault.network', {network: '203.0.113.0/24'}],
      ['2001:db8::1/32', 'export.fault.network', {network: '2001:db8::/32'}],
    ] as const) {
      const field = own(page).first()
      await field.fill(text)
      const expected = siteText(locale, 'export.problem.bad-address', {
        text,
        fault: siteText(locale, fault, values),
      })
      expect(await problems(page)).toEqual([expected])
      expect(await message(page)).toContain(expected)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await file(page)).toBe('')
      expect(await page.locator('[data-download]').isDisabled()).toBe(true)
    }
    await own(page).first().fill('2001:db8::1, 203.0.113.10, 198.51.100.0/24')
    expect(await problems(page)).toEqual([])
    expect(await file(page)).toContain('2001:db8::1')
  })

  test('names are taken where the firewall takes them', async () => {
    const {page} = await open()
    await page.goto(address('fr-FR'))
    await own(page).first().fill('edge.example.com')
    expect(await problems(page)).toEqual([])
    await page.locator('[data-target]').selectOption('cisco-ios')
    expect(await problems(page)).toEqual([
      siteText('fr-FR', 'export.problem.host-name', {
        target: 'Cisco IOS access list',
        text: 'edge.example.com',
      }),
    ])
  })

  test('answers a choice of nothing, and ends of different families', async () => {
    const {page} = await open()
    await page.goto(address('zh-TW'))
    for (const box of await page.locator('[data-requirement]').all()) await box.uncheck()
    expect(await message(page)).toBe(siteText('zh-TW', 'export.problem.none-chosen'))
    for (const box of await page.locator('[data-requirement]').all()) await box.check()
    for (const field of await page.locator('[data-key]').all()) await field.fill('203.0.113.1')
    await own(page).first().fill('2001:db8::1')
    expect(await message(page)).toContain('IPv6')
    expect(await file(page)).toBe('')
  })

  test.each(someLocales(locales, 0))(
    'asks for a word on each rule that opens too much, in %s and by keyboard',
    async (locale) => {
      const {page, noise} = await open()
      await page.goto(address(locale))
      await page.locator('[data-target]').selectOption('json')
      const written = async () => readers.get('json')?.((await file(page)) || '{"rules":[]}').length
      const asked = page.getByRole('group', {name: siteText(locale, 'export.unrestricted')})
      expect(await asked.isVisible()).toBe(false)
      for (const field of await own(page).all()) await field.fill('any')
      expect(await message(page)).toContain(siteText(locale, 'export.problem.only-unrestricted'))
      expect(await written()).toBe(0)
      const boxes = await asked.getByRole('checkbox').all()
      expect(boxes.length).toBeGreaterThan(10)
      expect(await asked.textContent()).toContain(siteText(locale, 'export.unrestricted.open-ends'))
      await boxes[0]?.focus()
      await page.keyboard.press('Space')
      expect(await written()).toBeGreaterThan(0)
      expect(
        await boxes[0]?.evaluate((box) => box === document.activeElement && box.matches(':checked')),
      ).toBe(true)
      await page.keyboard.press('Space')
      expect(await written()).toBe(0)
      expect(noise).toEqual([])
    },
  )

  test('keeps addresses from topic to topic, opens them from a file and saves them as one', async () => {
    const {page, noise} = await open()
    await page.goto(address('en'))
    const field = own(page).first()
    const key = await field.getAttribute('data-key')
    await field.fill('203.0.113.10')
    await page.reload()
    expect(await field.inputValue()).toBe('203.0.113.10')
    const text = `machines:\n  ${key}: {pool: [203.0.113.20, 203.0.113.21]}\n`
    const opened = page.locator('[data-addresses]')
    await opened.setInputFiles({name: 'addresses.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text)})
    await page.waitForFunction(() =>
      document.querySelector<HTMLElement>('[data-file]')?.textContent?.includes('203.0.113.21'),
    )
    expect(await field.inputValue()).toBe('203.0.113.20, 203.0.113.21')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-save-addresses]').click(),
    ])
    expect(download.suggestedFilename()).toBe('addresses.yaml')
    const wrong = {name: 'x.yaml', mimeType: 'text/yaml', buffer: Buffer.from('machines:\n  a: 10.0.0.300')}
    await opened.setInputFiles(wrong)
    await page.waitForFunction(() =>
      document.querySelector('[data-message]')?.textContent?.startsWith('x.yaml:2:3: '),
    )
    expect(noise).toEqual([])
  })

  test('writes for one firewall what it sees', async () => {
    const {page} = await open()
    await page.goto(address('en'))
    const all = await file(page)
    await page.locator('[data-device]').selectOption('internal')
    const inner = await file(page)
    expect(inner).not.toBe('')
    expect(inner?.length).toBeLessThan(all?.length ?? 0)
  })

  test('is used by keyboard alone', async () => {
    const {page, noise} = await open()
    await page.goto(address('en'))
    await page.locator('[data-target]').focus()
    await page.keyboard.type('Windows')
    const fields = await page.locator('[data-key]').count()
    // Past the choice of a device.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('[name=interface]:checked').inputValue()).toBe('external')
    const boxes = await page.locator('[data-requirement]').count()
    for (let at = 0; at <= boxes; at += 1) await page.keyboard.press('Tab')
    await page.keyboard.type('203.0.113.10')
    // Behind the fields, a file is opened or saved.
    for (let at = 0; at < fields + 2; at += 1) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-copy'))).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('file')
    const text = (await file(page)) ?? ''
    expect(text).toContain('New-NetFirewallRule')
    expect(text).toContain('203.0.113.10')
    expect(noise).toEqual([])
  })

  const failing = `globalThis.portolanExportProof = {readerOf: () => () => [], ProofError: RangeError, provedFile() { throw new RangeError('read back: <b>nothing</b>') }}`
  test.each([
    ['is missing', '', siteText('fr-FR', 'export.notChecked')],
    ['fails', failing, siteText('fr-FR', 'export.notProved', {detail: 'read back: <b>nothing</b>'})],
  ])('shows no file that was not read back and proved, and says why: the proof %s', async (_, body, text) => {
    const {page} = await open()
    await page.route('**/scripts/export-proof.js', (route) =>
      route.fulfill({body, contentType: 'text/javascript'}),
    )
    await page.goto(address('fr-FR'))
    expect(await message(page)).toBe(text)
    expect(await file(page)).toBe('')
    for (const button of ['copy', 'download'])
      expect(await page.locator(`[data-${button}]`).isDisabled()).toBe(true)
  })

  test('quotes beside the file what is remarked about rules open to any address', async () => {
    const {page} = await open()
    await page.goto(address('fr-FR'))
    const quotes = await page.locator('[data-remarks] li').allTextContents()
    expect(quotes.length).toBeGreaterThan(0)
    const text = (await file(page)) ?? ''
    for (const quote of quotes) expect(text).toContain(`# ${quote}`)
    expect(await message(page)).toContain('À lire avant de charger le fichier')
    for (const field of await own(page).all()) await field.fill('203.0.113.256')
    expect(await page.locator('[data-remarks] li').count()).toBe(0)
  })

  test('without a script it says how the command line does the same', async () => {
    const {page} = await open({javaScriptEnabled: false})
    await page.goto(address('ja-JP'))
    expect(await page.locator('noscript code').textContent()).toMatch(
      /^portolan export nftables \S+ --locale ja-JP --set \S+=203\.0\.113\.10$/,
    )
    expect(await page.locator('[data-export]').isVisible()).toBe(false)
  })

  test('works from a folder without a server', async () => {
    const {page} = await open()
    await page.goto(`file://${inject('siteFolder')}/en/topics/${sampleTopics()[0]?.id}/export/index.html`)
    await own(page).first().fill('203.0.113.10')
    expect(await file(page)).toContain('203.0.113.10')
  })
})
