import {globSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, test} from 'vitest'
import {sizeText} from '../../src/app/build/write-sizes-fs.ts'
import {sampleDataset} from '../support/sample.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const text = (path: string): string => readFileSync(join(inject('siteFolder'), path), 'utf8')
/** A path of the page as a pattern: `{topic}` stands for any name. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`)

describe('src/site: the page of the data', () => {
  test('names every data file of the output, with its size, from the footer of every page', async () => {
    const {page, noise} = await open()
    await page.goto(`${inject('site')}en/`)
    await page.locator('.foot').getByRole('link', {name: 'Data', exact: true}).click()
    await page.waitForURL('**/en/data/')
    const paths = await page.locator('main h2 code').allTextContents()
    const files = globSync(
      '{data/**/*.*,portolan-*.js,elements/**/*.json,ports/*.json,compare/*.json,*/changes.*,*/topics/*.md,llms.txt}',
      {
        cwd: inject('siteFolder'),
      },
    )
    expect(files.filter((file) => !paths.some((path) => patternOf(path).test(file)))).toEqual([])
    for (const path of paths)
      expect([path, files.some((file) => patternOf(path).test(file))]).toEqual([path, true])
    for (const size of await page.locator('[data-size]').all()) {
      const path = (await size.getAttribute('data-size')) ?? ''
      expect(await size.textContent()).toBe(sizeText(statSync(join(inject('siteFolder'), path)).size, 'en'))
    }
    for (const link of await page.locator('main section a').all()) {
      const address = (await link.getAttribute('href')) ?? ''
      if (!address.startsWith('http'))
        expect([address, (await page.request.get(new URL(address, page.url()).href)).ok()]).toEqual([
          address,
          true,
        ])
    }
    expect(noise).toEqual([])
  })

  test('tells the columns that files have', async () => {
    const html = text('en/data/index.html')
    const fieldsOf = (path: string): string[] =>
      [
        ...(html.split('<section').find((each) => each.includes(`>${path}<`)) ?? '').matchAll(
          /<code>(\w[\w.-]*)<\/code>/g,
        ),
      ].map(([, field = '']) => field)
    for (const path of ['data/units.jsonl', 'data/tables.jsonl']) {
      const members = new Set(
        text(path)
          .trim()
          .split('\n')
          .flatMap((line) => Object.keys(JSON.parse(line))),
      )
      expect(new Set(fieldsOf(path))).toEqual(members)
    }
    expect(fieldsOf('data/knowledge-base.json')).toEqual(
      Object.keys(JSON.parse(text('data/knowledge-base.json'))),
    )
    expect(fieldsOf('data/rules.csv').join()).toBe(text('data/rules.csv').split(/\r?\n/)[0])
  })

  test('llms.txt lists every topic in every language and every file', async () => {
    const listed = text('llms.txt')
    const {topics, locales} = sampleDataset()
    for (const locale of ['en', ...locales])
      for (const {id, tables} of topics)
        if (tables.some(({portTable}) => portTable)) expect(listed).toContain(`/${locale}/topics/${id}.md)`)
    for (const [, path = ''] of text('en/data/index.html').matchAll(/<h2><code>(?:<a[^>]*>)?([^<]+)/g))
      if (path !== 'llms.txt') expect(listed).toContain(path)
  })
})
