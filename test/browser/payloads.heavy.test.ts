import {globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import getPort from 'get-port'
import {SaxesParser} from 'saxes'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {serveSite} from '../../src/app/serve/serve-fs.ts'
import {writeHostileWorkspace} from '../support/hostile-workspace.ts'
import {EVIL, payloads} from '../support/payloads.ts'
import {type Ended, portolan} from '../support/portolan.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'portolan-payloads-'))
const dist = join(folder, 'dist')
const content = join(folder, 'content')
const command = ['--content', content, '--data', join(folder, 'data')]
let built: Ended

/** Path of the address of the hostile site. */
const BASE = '/x/'

beforeAll(() => {
  writeHostileWorkspace(content)
  built = portolan(['build', ...command, '--dist', dist])
  // What keeps a page from running a script must not be what keeps it from holding one.
  for (const path of globSync('**/*.html', {cwd: dist})) {
    const text = readFileSync(join(dist, path), 'utf8')
    const open = text.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
    if (!/http-equiv="?refresh/.test(text)) expect([path, open === text]).toEqual([path, false])
    writeFileSync(join(dist, path), open)
  }
  rmSync(join(dist, '_headers'))
}, 900_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Control characters that a terminal obeys, and those that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlRE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const obeyedRE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('a workspace that holds payloads in every place', () => {
  test('is built to its end', () => {
    expect(built.stderr).not.toContain('internal-error')
    expect(built.status).toBe(1)
    const pages = globSync('{en,fr}/**/*.html', {cwd: dist})
    const text = pages.map((path) => readFileSync(join(dist, path), 'utf8')).join('\n')
    // As text: what is not shown at all proves nothing.
    const shown = [...payloads].filter(([name]) =>
      new RegExp(`hit\\((?:'|&#39;)${name}(?:'|&#39;)`).test(text),
    )
    const active = [...payloads].filter(([name, payload]) => payload.includes(`hit('${name}')`))
    expect(active.length).toBeGreaterThan(50)
    expect(shown.map(([name]) => name)).toEqual(active.map(([name]) => name))
  })

  test('runs no script, asks no other host and covers no page, without the policy of pages', async () => {
    const {url, server} = await serveSite(dist, await getPort(), BASE)
    const {page} = await open()
    const found: string[] = []
    const sound = {strange: [], foreign: 0, isCovered: false, tooWide: [], clobbered: false}
    await page.exposeFunction('hit', (name: string) => found.push(`${page.url()}: ran ${name}`))
    page.on('dialog', (dialog) => void dialog.dismiss())
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
        found.push(`${page.url()}: asked ${request.url()}`)
    })
    await page.route(/^https?:\/\/(?!localhost|127\.|\[::1\])/, (route) => route.abort())
    const paths = globSync('{en,fr}/**/index.html', {cwd: dist}).toSorted()
    expect(paths.length).toBeGreaterThan(40)
    for (const path of paths) {
      if (/http-equiv="?refresh/.test(readFileSync(join(dist, path), 'utf8'))) continue
      await page.goto(url + path.replaceAll('\\', '/').replace(/index\.html$/, ''))
      const seen = await page.evaluate(() => {
        const addressIn = (value: string): string =>
          URL.canParse(value, location.href) ? new URL(value, location.href).protocol : ''
        const strange = [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(
            ({name, value}) =>
              /^on/i.test(name) ||
              (/^(?:href|src|action|formaction|xlink:href|data|srcset)$/i.test(name) &&
                /^(?:(?:java|vb)script|data):/i.test(addressIn(value))),
          ),
        )
        const brand = document.querySelector('.brand')?.getBoundingClientRect()
        const top =
          brand === undefined
            ? null
            : document.elementFromPoint(brand.x + brand.width / 2, brand.y + brand.height / 2)
        return {
          strange: strange.map((element) => element.outerHTML.slice(0, 200)),
          foreign: document.querySelectorAll(
            'main :is(iframe,object,embed,base,math,foreignObject,template,form[action^="http"],meta,style,link,video)',
          ).length,
          isCovered: top === null || top.closest('.brand') === null,
          tooWide:
            document.documentElement.scrollWidth <= window.innerWidth + 1
              ? []
              : [...document.querySelectorAll('body *')]
                  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
                  .slice(0, 3)
                  .map((element) => element.outerHTML.slice(0, 80)),
          clobbered: typeof document.querySelector !== 'function',
        }
      })
      if (JSON.stringify(seen) !== JSON.stringify(sound)) found.push(`${path}: ${JSON.stringify(seen)}`)
    }
    for (const payload of payloads.values()) {
      await page.goto(
        `${url}fr/search/?q=${encodeURIComponent(payload.slice(0, 150))}#${encodeURIComponent(payload.slice(0, 60))}`,
      )
      await page.locator('.found-status').waitFor()
    }
    server.close()
    expect(found).toEqual([])
  }, 1_800_000)

  test('writes files of data that hold them as text', () => {
    const files = globSync('**/*.{csv,json,jsonl,tmx,tbx,xlf,xml,sarif,webmanifest,txt,md}', {cwd: dist})
    expect(files.length).toBeGreaterThan(30)
    const found: string[] = []
    for (const path of files) {
      const text = readFileSync(join(dist, path), 'utf8')
      if (/\.(?:tmx|tbx|xlf|xml)$/.test(path))
        found.push(...xmlProblems(text).map((problem) => `${path}: ${problem}`))
      else if (/\.(?:json|sarif|webmanifest)$/.test(path)) JSON.parse(text)
      else if (path.endsWith('.jsonl')) for (const line of text.trimEnd().split('\n')) JSON.parse(line)
      else if (path.endsWith('.csv')) found.push(...formulasIn(text).map((cell) => `${path}: ${cell}`))
      else if (controlRE.test(text))
        found.push(
          `${path}: ${JSON.stringify(text.slice(Math.max(0, text.search(controlRE) - 20)).slice(0, 60))}`,
        )
    }
    expect(found).toEqual([])
    const redirects = readFileSync(join(dist, '_redirects'), 'utf8').split('\n').filter(Boolean)
    expect(
      redirects.filter((line) => line.includes(EVIL) || !/^\/\S+ +\/\S+ +30[1-8]!?$/.test(line)),
    ).toEqual([])
  })

  test.each([
    ['build', []],
    ['check', [content]],
    ['search', ['gate', ...command.slice(2)]],
    ['port', ['8440', ...command.slice(2)]],
  ])('shows them on a terminal as text: %s', (name, args) => {
    const {stdout, stderr} = name === 'build' ? built : portolan([name, ...args])
    expect(stdout.length + stderr.length).toBeGreaterThan(50)
    for (const line of `${stdout}\n${stderr}`.split('\n')) expect(line).not.toMatch(obeyedRE)
  })
})

const xmlProblems = (text: string): string[] => {
  const problems: string[] = []
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', ({message}) => {
    problems.push(message)
  })
  parser.write(text).close()
  return problems.slice(0, 1)
}

/** Cells that a spreadsheet would compute. */
const formulasIn = (text: string): string[] =>
  parse(text, {bom: true, relax_column_count: true})
    .flat()
    .filter((cell: string) => /^[=+@\t\r]|^-(?![\d\s]*$)/.test(cell))
