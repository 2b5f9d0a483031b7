import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import {describe, expect, inject, test} from 'vitest'
import {pageKinds} from '../support/page-kinds.ts'
import {sampleDataset, sampleTopics} from '../support/sample.ts'

const pages = () =>
  readdirSync(inject('siteFolder'), {recursive: true, encoding: 'utf8'})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/'))
const read = (path: string) => readFileSync(join(inject('siteFolder'), path), 'utf8')
const values = (html: string, re: RegExp) => [...html.matchAll(re)].map((match) => match[1] ?? '')

describe('src/site: pages', () => {
  test('the HTML of every kind of page in every language validates', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // The compiler leaves out what HTML allows to leave out, and quotes as it likes.
        'void-style': 'off',
        'attr-quotes': 'off',
        'no-inline-style': 'error',
        // `lang` in two letters and `zh-TW` both are what the documents say.
        'long-title': 'off',
        // A form that answers while it is filled in has nothing to send.
        'wcag/h32': 'off',
        // Address parts of ports start with a digit only in addresses; ids never do.
        'valid-id': 'error',
      },
    })
    const found: string[] = []
    for (const locale of ['en', ...sampleDataset().locales])
      for (const kind of pageKinds()) {
        const path = `${locale}/${kind.replace(/\?.*$/, '')}index.html`
        const {results} = await validator.validateString(read(path))
        for (const {messages} of results)
          for (const {ruleId, message, line, column} of messages)
            found.push(`${path}:${line}:${column} ${ruleId} ${message}`)
      }
    expect([...new Set(found)]).toEqual([])
  })

  test('each page has one title, one h1, a description, its canonical address and one alternate a language', () => {
    const languages = [...sampleDataset().locales, 'en', 'x-default'].toSorted()
    for (const path of pages().filter((each) => each !== '404.html')) {
      const html = read(path)
      const [head = ''] = html.split('<body')
      expect([path, values(head, /<title>([^<]+)<\/title>/g).length]).toEqual([path, 1])
      expect([path, values(html, /<h1[^>]*>(.)/g).length]).toEqual([path, 1])
      expect([path, values(html, /<meta name="description" content="([^"]+)"/g).length]).toEqual([path, 1])
      const address = `https://ports.example/${path.replace(/index\.html$/, '')}`
      const canonical = values(html, /<link rel="canonical" href="([^"]+)"/g)
      expect(canonical).toEqual([path === 'index.html' ? 'https://ports.example/en/' : address])
      expect(values(html, /<link rel="alternate" hreflang="([^"]+)"/g).toSorted()).toEqual(languages)
    }
  })

  test('each page names a picture that is there, of the size that it says', () => {
    const seen = new Set<string>()
    for (const path of pages()) {
      const html = read(path)
      const [picture = ''] = values(html, /<meta property="og:image" content="([^"]+)"/g)
      expect([path, picture]).toEqual([
        path,
        expect.stringMatching(/^https:\/\/ports\.example\/pictures\/[^/]+\.png$/),
      ])
      seen.add(picture.replace('https://ports.example/', ''))
    }
    expect(seen.size).toBe(sampleTopics().length + 1)
    for (const picture of seen) {
      const png = readFileSync(join(inject('siteFolder'), picture))
      expect([picture, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([picture, 1200, 630])
    }
  })

  test('the app of each language has icons that are there', () => {
    for (const locale of ['en', ...sampleDataset().locales]) {
      const manifest: {icons: {src: string; sizes: string}[]} = JSON.parse(
        read(`${locale}/manifest.webmanifest`),
      )
      for (const {src, sizes} of manifest.icons.filter((icon) => icon.src.endsWith('.png'))) {
        const png = readFileSync(join(inject('siteFolder'), locale, src))
        expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
      }
    }
  })

  test('no two pages of a language have the same title', () => {
    for (const locale of ['en', ...sampleDataset().locales]) {
      const titles = pages()
        .filter((path) => path.startsWith(`${locale}/`))
        .map((path) => values(read(path), /<title>([^<]+)<\/title>/g)[0])
      expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
    }
  })

  test('the site map names every page with its languages', () => {
    const map = read('sitemap-0.xml')
    // What stands in for pages that are not there is none that anybody looks for.
    const isHidden = (path: string) => read(path).includes('<meta name="robots" content="noindex"')
    const own = pages().filter((each) => each.startsWith('zh-TW/'))
    const located = own.filter((path) =>
      map.includes(`<loc>https://ports.example/${path.replace(/index\.html$/, '')}</loc>`),
    )
    expect(own.filter((path) => !located.includes(path))).toEqual(own.filter(isHidden))
    expect(own.filter(isHidden)).toEqual(['zh-TW/offline/index.html'])
    expect(map).toContain('hreflang="ja-JP"')
  })
})
