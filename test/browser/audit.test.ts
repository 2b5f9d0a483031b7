import type {Page} from 'playwright-core'
import {describe, expect, inject, test} from 'vitest'
import {auditTopic} from '../../src/app/audit/audit-topic.ts'
import {configFile} from '../../src/firewall/audit/config-text.ts'
import {severest} from '../../src/firewall/audit/judge.ts'
import {violations} from '../support/axe.ts'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {siteText} from '../support/site-text.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const topic = sampleTopics()[0]?.id ?? ''
const address = (locale: string) => `${inject('site')}${locale}/topics/${topic}/export/`
const message = (page: Page) => page.locator('[data-audit-message]')
const own = (page: Page) => page.locator('[data-key]:not([placeholder])')

const config = [
  '*filter',
  ':INPUT ACCEPT [0:0]',
  ':FORWARD DROP [0:0]',
  ':OUTPUT ACCEPT [0:0]',
  '-A FORWARD -d 10.0.0.1/32 -p tcp -m tcp --dport 5061 -j DROP',
  '-A FORWARD -d 10.0.0.1/32 -p tcp -m multiport --dports 443,5061 -j ACCEPT',
  '-A FORWARD -d 10.0.1.0/24 -p tcp -m string --string x --algo bm -j ACCEPT',
  '-A FORWARD -s 198.51.100.9/32 -p udp -m udp --dport 161 -j ACCEPT',
  'COMMIT',
  '',
].join('\n')

const file = (text: string | Buffer, name = 'saved.rules') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** English, and one that is written without spaces. */
const twoLocales = ['en', sampleDataset().locales.at(-1) ?? 'en']

/** Fills each field with an address of its own; answers with what the command would be given. */
async function fill(page: Page): Promise<Record<string, string[]>> {
  const given: Record<string, string[]> = {}
  for (const [at, field] of (await own(page).all()).entries()) {
    await field.fill(`10.0.${at}.1`)
    given[(await field.getAttribute('data-key')) ?? ''] = [`10.0.${at}.1`]
  }
  return given
}

/** How many rules stand under each verdict. */
const counts = (page: Page) =>
  page
    .locator('[data-audit-result] details')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((each) => [(each as HTMLElement).dataset['kind'], each.querySelectorAll('li').length]),
      ),
    )

describe('src/site: the audit of a firewall', () => {
  test.each(twoLocales)('answers as the command does, in the browser alone and in %s', async (locale) => {
    const {page, noise} = await open()
    await page.goto(address(locale), {waitUntil: 'networkidle'})
    const addresses = await fill(page)
    const sent: string[] = []
    page.on('request', (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    )
    await page.locator('[data-config]').setInputFiles(file(config))
    await page.locator('[data-audit-result] details').first().waitFor()
    const audit = auditTopic(sampleDataset(), {
      topic,
      files: [configFile('saved.rules', Buffer.from(config))],
      addresses,
    })
    const expected = Object.fromEntries(
      severest.flatMap((verdict) => {
        const found = audit.rules.filter((rule) => rule.verdict === verdict).length
        return found === 0 ? [] : [[verdict, found]]
      }),
    )
    expect(Object.keys(expected).length).toBeGreaterThan(2)
    expect(await counts(page)).toMatchObject(expected)
    expect((await counts(page))['extra']).toBe(audit.beyond.filter(({kind}) => kind === 'extra').length)
    for (const key of ['audit.verdict.missing', 'audit.extra'] as const)
      expect(await message(page).textContent()).toContain(siteText(locale, key))
    // The script that reads it comes from the site; nothing else is asked for.
    expect(sent.map((each) => each.replace(inject('site'), ''))).toEqual(['GET scripts/audit-reader.js '])
    expect(await violations(page)).toEqual([])
    expect(noise).toEqual([])
  })

  test('takes a file that is dropped, and compares again when a choice changes', async () => {
    const {page} = await open()
    await page.goto(address('en'))
    await fill(page)
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'saved.rules'))
      return data
    }, config)
    await page.locator('[data-audit]').dispatchEvent('drop', {dataTransfer: dropped})
    await page.locator('[data-audit-result] details').first().waitFor()
    const before = await counts(page)
    await page.locator('[name=interface][value=internal]').check()
    await expect.poll(() => counts(page)).not.toEqual(before)
    await own(page).first().fill('10.0.0.300')
    await expect.poll(() => message(page).textContent()).toContain('10.0.0.300')
  })

  test.each(twoLocales)(
    'says what is wrong with a file, in %s, and shows no text of it as markup',
    async (locale) => {
      const {page, noise} = await open()
      await page.goto(address(locale))
      await fill(page)
      const choose = async (text: string | Buffer, name?: string) => {
        await page.locator('[data-config]').setInputFiles(file(text, name))
        return message(page)
      }
      const path = 'saved.rules'
      await choose('hello')
      await expect
        .poll(() => message(page).textContent())
        .toBe(siteText(locale, 'audit.error.unknown', {path}))
      await choose(' \n')
      await expect.poll(() => message(page).textContent()).toBe(siteText(locale, 'audit.error.empty', {path}))
      await choose('{"nftables": [{"rule"')
      await expect.poll(() => message(page).textContent()).toContain('saved.rules')
      await choose(`${config}# <img src=x onerror=alert(1)>\n`, '<img src=x onerror=alert(1)>.rules')
      await page.locator('[data-audit-result] details').first().waitFor()
      expect(await page.locator('[data-audit-result] img').count()).toBe(0)
      await page.locator('[data-behind]').fill('dmz=nowhere')
      await expect
        .poll(() => page.locator('[data-behind-problem]').textContent())
        .toBe(siteText(locale, 'audit.behindFault', {setting: 'dmz=nowhere'}))
      expect(await page.locator('[data-behind]').getAttribute('aria-invalid')).toBe('true')
      expect(noise).toEqual([])
    },
  )

  test('refuses 50 MB before it reads them', async () => {
    const {page} = await open()
    await page.goto(address('en'))
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(50 * 1024 * 1024)], 'huge.conf'))
      document.querySelector('[data-audit]')?.dispatchEvent(new DragEvent('drop', {dataTransfer: data}))
    })
    await expect
      .poll(() => message(page).textContent())
      .toBe(siteText('en', 'audit.error.too-large', {path: 'huge.conf', found: '50', most: '20'}))
  })

  test('asks for one machine what its own firewall must let through', async () => {
    const {page} = await open()
    await page.goto(address('en'))
    const addresses = await fill(page)
    const device = page.locator('[data-device]')
    const value = await device.locator('option[value^="host:"]').first().getAttribute('value')
    await device.selectOption(value ?? '')
    await page.locator('[data-config]').setInputFiles(file(config))
    await page.locator('[data-audit-result] details').first().waitFor()
    const audit = auditTopic(sampleDataset(), {
      topic,
      files: [configFile('saved.rules', Buffer.from(config))],
      addresses,
      machine: value?.slice('host:'.length) ?? '',
    })
    const found = await counts(page)
    for (const verdict of severest)
      expect(found[verdict] ?? 0).toBe(audit.rules.filter((rule) => rule.verdict === verdict).length)
  })

  test('works from a folder without a server', async () => {
    const {page} = await open()
    await page.goto(`file://${inject('siteFolder')}/en/topics/${topic}/export/index.html`)
    await fill(page)
    await page.locator('[data-config]').setInputFiles(file(config))
    await page.locator('[data-audit-result] details').first().waitFor()
    expect(await message(page).textContent()).toContain(siteText('en', 'audit.verdict.missing'))
  })
})
