import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, test} from 'vitest'
import {sampleDataset, sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

/** Every page of the site, as a path below its root. */
const pages = () =>
  readdirSync(inject('siteFolder'), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html') && !path.startsWith('pagefind'))
    .map((path) => path.replaceAll('\\', '/'))

describe('src/site: ways through the site', () => {
  test('the door offers every language and forces none', async () => {
    const {page, noise} = await open({locale: 'ja-JP'})
    await page.goto(inject('site'))
    expect(page.url()).toBe(inject('site'))
    expect(await page.locator('[data-door]').count()).toBe(sampleDataset().locales.length + 1)
    expect(await page.locator('[data-door]').first().getAttribute('hreflang')).toBe('ja-JP')
    await page.locator('[data-door]').first().click()
    expect(await page.locator('html').getAttribute('lang')).toBe('ja-JP')
    expect(noise).toEqual([])
  })

  test('every page exists in every language', () => {
    const paths = (locale: string) =>
      pages()
        .filter((path) => path.startsWith(`${locale}/`))
        .map((path) => path.slice(locale.length + 1))
        .toSorted()
    const english = paths('en')
    expect(english.length).toBeGreaterThan(10)
    for (const locale of sampleDataset().locales) expect(paths(locale)).toEqual(english)
  })

  test('every link, anchor and file that a page names is there', () => {
    const folder = inject('siteFolder')
    const broken: string[] = []
    const ids = new Map<string, Set<string>>()
    const idsOf = (path: string) => {
      const known =
        ids.get(path) ??
        new Set([...readFileSync(path, 'utf8').matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? ''))
      ids.set(path, known)
      return known
    }
    for (const path of pages()) {
      const html = readFileSync(join(folder, path), 'utf8')
      for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        const url = new URL(address.replace(/&(?:amp|#x26|#38);/g, '&'), `https://ports.example/${path}`)
        if (url.origin !== 'https://ports.example') continue
        const target = join(
          folder,
          decodeURIComponent(url.pathname),
          url.pathname.endsWith('/') ? 'index.html' : '',
        )
        if (!existsSync(target)) broken.push(`${path} → ${address}`)
        else if (url.hash !== '' && !idsOf(target).has(decodeURIComponent(url.hash.slice(1))))
          broken.push(`${path} → ${address}`)
      }
    }
    expect(broken).toEqual([])
  })

  test('below a path, links, styles and search work as at the root', async () => {
    const {page, noise} = await open()
    await page.goto(`${inject('siteBelow')}zh-TW/`)
    await page.locator('.cards a').first().click()
    await page.waitForURL('**/docs/ports/zh-TW/topics/*/')
    expect(await page.locator('.ports tbody tr').count()).toBeGreaterThan(0)
    expect(await page.locator('.brand').evaluate((brand) => getComputedStyle(brand).display)).toBe('flex')
    await page.locator('[data-search] input').fill('5061')
    await page.locator('[role=option]').first().waitFor()
    expect(noise).toEqual([])
  })

  test('two topics are compared, and rules that stay are shown on demand', async () => {
    const {page, noise} = await open()
    const [a, b] = sampleTopics()
    await page.goto(`${inject('site')}ja-JP/compare/`)
    await page.locator(`a[href$="${a?.id}/${b?.id}/"]`).click()
    await page.waitForURL(`**/compare/${a?.id}/${b?.id}/`)
    const rows = page.locator('.diff tbody tr')
    const all = await rows.count()
    expect(all).toBeGreaterThan(0)
    expect(await page.locator('.diff .equal:visible').count()).toBe(0)
    await page.locator('#differences').uncheck()
    expect(await page.locator('.diff tbody tr:visible').count()).toBe(all)
    expect(noise).toEqual([])
  })

  test('an unknown address leads back in every language', async () => {
    const {page} = await open()
    await page.goto(`${inject('site')}404.html`)
    for (const locale of ['en', ...sampleDataset().locales])
      expect(await page.locator(`main a[href="/${locale}/"]`).count()).toBe(1)
  })
})
