import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {writeServiceWorkers} from '../../../src/app/build/write-service-workers-fs.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-worker-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), text)
}
const worker = (locale: string) => readFileSync(join(folder, locale, 'sw.js'), 'utf8')
const saved = (locale: string) =>
  [...worker(locale).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url.replace(/\?v=.*/, ''))

for (const locale of ['en', 'ko-KR']) {
  write(`${locale}/index.html`, 'home')
  write(`${locale}/topics/small/index.html`, 'small')
  for (let topic = 0; topic < 20; topic++)
    write(`${locale}/topics/large-${topic}/index.html`, 'x'.repeat(1_000_000))
}
write('_astro/site.abc.css', 'a{}')

describe('src/app/build/write-service-workers-fs.ts', () => {
  test('a large site is saved up to a limit: its frame first, then its small topics', async () => {
    await writeServiceWorkers(folder, ['en', 'ko-KR'])
    const urls = saved('ko-KR')
    expect(urls).toEqual(
      expect.arrayContaining(['../ko-KR/', '../_astro/site.abc.css', '../ko-KR/topics/small/']),
    )
    expect(urls.filter((url) => url.includes('/large-')).length).toBe(5)
    expect(urls.filter((url) => url.includes('/en/'))).toEqual([])
  })

  test('the same site gives the same worker, and a changed page another', async () => {
    const before = [worker('en'), worker('ko-KR')]
    await writeServiceWorkers(folder, ['en', 'ko-KR'])
    expect([worker('en'), worker('ko-KR')]).toEqual(before)
    write('ko-KR/topics/small/index.html', 'other')
    await writeServiceWorkers(folder, ['en', 'ko-KR'])
    expect(worker('en')).toBe(before[0])
    expect(worker('ko-KR')).not.toBe(before[1])
  })
})
