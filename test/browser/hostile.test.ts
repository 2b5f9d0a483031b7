import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, test} from 'vitest'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {useSiteOf} from '../support/built-site.ts'
import {sampleTopics} from '../support/sample.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'><svg/onload=alert(3)>",
  '</script><script>alert(4)</script>',
  '[a](javascript:alert(5))',
  '![a](x"onerror="alert(6))',
  '</textarea></title><iframe src="javascript:alert(7)">',
  '{{constructor.constructor("alert(8)")()}}',
  '<a href="data:text/html,<script>alert(10)</script>">a</a>',
  '--><style>*{background:url(https://evil.example/)}</style>',
]
const all = payloads.join(' ')

/** Every text that comes from a document carries the payloads. */
function hostile(): KnowledgeBase {
  const kb = tinyKnowledgeBase()
  const poison = (value: unknown, key: string): unknown => {
    const texts = new Set([
      'text',
      'original',
      'source',
      'target',
      'published',
      'markdown',
      'actual',
      'expected',
      'message',
      'hint',
    ])
    const names = new Set(['names'])
    if (typeof value === 'string') return texts.has(key) ? `${value} ${all}` : value
    if (Array.isArray(value)) return value.map((each) => poison(each, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, poison(inner, names.has(key) ? 'text' : name)]),
    )
  }
  const poisoned = poison(kb, '') as KnowledgeBase
  for (const edition of poisoned.editions) edition.path += `"><img src=x onerror=alert(11)>`
  for (const unit of poisoned.units) unit.place.path += `"><img src=x onerror=alert(12)>`
  return poisoned
}

const site = useSiteOf(hostile)

describe('src/site: hostile documents', () => {
  test('no payload of a document runs or loads anything on any page', {timeout: 900_000}, async () => {
    const {page, noise} = await open()
    const ran: string[] = []
    page.on('dialog', async (dialog) => {
      ran.push(`${page.url()}: ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site().url)) ran.push(`${page.url()}: ${request.url()}`)
    })
    const pages = readdirSync(site().folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
      /^(?:en|zh-TW)[\\/].*index\.html$/.test(path),
    )
    expect(pages.length).toBeGreaterThan(30)
    for (const path of pages) {
      const address = site().url + path.replaceAll('\\', '/').replace(/index\.html$/, '')
      await page.goto(address)
      // An old address leads on by itself.
      if (readFileSync(join(site().folder, path), 'utf8').includes('http-equiv="refresh"'))
        await page.waitForURL((url) => url.href !== address)
      const markup = await page.evaluate(() => ({
        images: document.querySelectorAll('main img, main iframe, main svg[onload], main style').length,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(({name}) => name.startsWith('on')),
        ).length,
        scripts: [...document.querySelectorAll('a')].filter((link) =>
          /^(?:javascript|data):/i.test(link.href),
        ).length,
      }))
      expect([path, markup]).toEqual([path, {images: 0, handlers: 0, scripts: 0}])
    }
    await page.goto(`${site().url}zh-TW/search/?q=${encodeURIComponent(payloads[1] ?? '')}`)
    await page.locator('.found-status').waitFor()
    expect(ran).toEqual([])
    expect(noise).toEqual([])
  })

  test('the policy of a page refuses inline scripts, handlers and styles that are put into it', async () => {
    const {page} = await open()
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.goto(`${inject('site')}en/topics/${sampleTopics()[0]?.id}/`)
    const result = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.broken = true'
      document.body.append(script)
      const button = document.createElement('button')
      button.setAttribute('onclick', 'globalThis.broken = true')
      document.body.append(button)
      button.click()
      const style = document.createElement('style')
      style.textContent = 'body{color:rgb(1,2,3)!important}'
      document.head.append(style)
      document.body.setAttribute('style', 'background:rgb(1,2,3)')
      const image = document.createElement('img')
      image.src = 'https://evil.example/x.png'
      document.body.append(image)
      await new Promise((done) => setTimeout(done, 200))
      const {color, backgroundColor} = getComputedStyle(document.body)
      return {broken: 'broken' in globalThis, styled: [color, backgroundColor].includes('rgb(1, 2, 3)')}
    })
    expect(result).toEqual({broken: false, styled: false})
    expect(refused.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(
      4,
    )
  })
})
