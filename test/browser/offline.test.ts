import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import getPort from 'get-port'
import {afterAll, describe, expect, inject, test} from 'vitest'
import {serveSite} from '../../src/app/serve/serve-fs.ts'
import {sampleTopics} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const copies: string[] = []
afterAll(() => {
  for (const folder of copies) rmSync(folder, {recursive: true, force: true})
})

function copyOfSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-offline-'))
  copies.push(folder)
  cpSync(inject('siteFolder'), folder, {recursive: true})
  return folder
}

describe('src/site: offline', () => {
  for (const base of ['/', '/docs/ports/'])
    test(`after one visit below ${base} topics, ports and search answer without the server`, async () => {
      const {url, server} = await serveSite(inject('siteFolder'), await getPort(), base)
      const {page} = await open({keepsCopy: true})
      await page.goto(`${url}zh-TW/`)
      await page.locator('[data-offline]').waitFor()
      expect(await page.locator('[data-offline] span').textContent()).toBe('已可離線閱讀。')
      server.closeAllConnections()
      server.close()
      await page.goto(`${url}zh-TW/topics/${sampleTopics()[0]?.id}/`)
      expect(await page.locator('.ports tbody tr').count()).toBeGreaterThan(10)
      expect(await page.locator('.brand').evaluate((brand) => getComputedStyle(brand).display)).toBe('flex')
      await page.goto(`${url}zh-TW/ports/5061/`)
      expect(await page.locator('h1').textContent()).toContain('5061')
      await page.goto(`${url}zh-TW/search/?q=5061`)
      await page.locator('.found-rules > li').first().waitFor()
      await page.goto(`${url}zh-TW/topics/${sampleTopics()[1]?.id}/?view=english`)
      expect(await page.locator('.ports tbody tr').count()).toBeGreaterThan(5)
    })

  test('while the server answers, its pages are shown and not those that were saved', async () => {
    const folder = copyOfSite()
    const {url, server} = await serveSite(folder, await getPort())
    const {page} = await open({keepsCopy: true})
    await page.goto(`${url}ja-JP/`)
    await page.locator('[data-offline]').waitFor()
    const path = `ja-JP/topics/${sampleTopics()[0]?.id}/`
    const html = readFileSync(join(folder, path, 'index.html'), 'utf8')
    writeFileSync(join(folder, path, 'index.html'), html.replace(/<title>[^<]*/, '<title>changed'))
    await page.goto(url + path)
    expect(await page.title()).toBe('changed')
    server.closeAllConnections()
    server.close()
    await page.reload()
    expect(await page.title()).toBe('changed')
  })

  test('a page that was never saved is answered by one that says so, and leads back to it', async () => {
    const folder = copyOfSite()
    const {url, server} = await serveSite(folder, await getPort())
    const {page} = await open({keepsCopy: true})
    await page.goto(`${url}fr-FR/`)
    await page.locator('[data-offline]').waitFor()
    server.closeAllConnections()
    server.close()
    await page.goto(`${url}fr-FR/changes/?of=x`)
    expect(await page.locator('h1').textContent()).toBe('Vous êtes hors connexion')
    // Its sheets and scripts are found, too.
    expect(await page.locator('.brand').evaluate((brand) => getComputedStyle(brand).display)).toBe('flex')
    const retry = page.locator('[data-retry]')
    await expect.poll(() => retry.getAttribute('href')).toBe(`${url}fr-FR/changes/?of=x`)
    await page.goto(`${url}fr-FR/offline/?from=https://elsewhere.example/`)
    expect(await retry.evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${url}fr-FR/`)
  })

  test('a new edition of the site is offered, and shown on demand', async () => {
    const folder = copyOfSite()
    const {url, server} = await serveSite(folder, await getPort())
    const {page} = await open({keepsCopy: true})
    await page.goto(`${url}en/`)
    await page.locator('[data-offline]').waitFor()
    await page.reload()
    writeFileSync(
      join(folder, 'en/sw.js'),
      `${'// renewed\n'}${await (await fetch(`${url}en/sw.js`)).text()}`,
    )
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    const button = page.locator('[data-offline] button')
    await button.waitFor()
    const renewed = page.waitForEvent('load')
    await button.click()
    await renewed
    server.close()
  })

  test('opened from a folder, pages read, follow links and open evidence', async () => {
    const {page} = await open({keepsCopy: true})
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${pathToFileURL(join(inject('siteFolder'), 'fr-FR/index.html')).href}`)
    expect(await page.locator('.brand').evaluate((brand) => getComputedStyle(brand).display)).toBe('flex')
    await page.locator('.cards a').first().click()
    await page.waitForURL('**/topics/*/index.html')
    await page.locator('tr .v').first().click()
    expect(await page.locator(':popover-open').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.locator('[name=view]').nth(1).check({force: true})
    await page.locator('td .e').first().waitFor()
    expect(errors).toEqual([])
  })
})
