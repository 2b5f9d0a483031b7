/** The package in a Starlight site of its own, with packages from the registry. */
import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {environment, ownNode} from '../support/packed.ts'
import type {Ended} from '../support/portolan.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const site = mkdtempSync(join(tmpdir(), 'portolan-starlight-'))
const hostile = '<script>alert(1)</script>'

/** One cell of French has markup in it. */
function dataset(): KnowledgeBase {
  const kb = tinyKnowledgeBase()
  const text = kb.topics[0]?.tables[0]?.rows[0]?.cells.at(-1)?.texts['fr-FR']
  if (text === undefined) throw new Error('the tiny dataset has French')
  text.text = hostile
  return kb
}

const page = (body: string) => `---
title: Ports
---
import {Comparison, PortTable} from 'portolan/components'

## Ports

${body}
`

const both = page(`<PortTable topic="edge-with-nat" />

<Comparison from="edge-with-nat" to="partner-chat" />`)

/** Imported by that site alone. */
const starlight = (path: string): string => JSON.stringify(`@astrojs/starlight${path}`)

const files: Record<string, string> = {
  'package.json': JSON.stringify({private: true, type: 'module', allowScripts: {esbuild: true}}),
  'astro.config.mjs': `import starlight from ${starlight('')}
import {defineConfig} from 'astro/config'
import portolan from 'portolan/astro'

const locales = {root: {label: 'English', lang: 'en'}, fr: {label: 'Français', lang: 'fr-FR'}, ar: {label: 'العربية', lang: 'ar', dir: 'rtl'}}
export default defineConfig({
  integrations: [starlight({title: 'Docs', locales}), portolan({data: './data', site: 'https://ports.example'})],
})
`,
  'src/content.config.ts': `import {docsLoader} from ${starlight('/loaders')}
import {docsSchema} from ${starlight('/schema')}
import {defineCollection} from 'astro:content'

export const collections = {docs: defineCollection({loader: docsLoader(), schema: docsSchema()})}
`,
  'src/content/docs/index.md': '---\ntitle: Home\n---\n',
  'src/content/docs/ports.mdx': both,
  'src/content/docs/fr/ports.mdx': both,
  'src/content/docs/ar/ports.mdx': both,
  'data/knowledge-base.json': JSON.stringify(dataset()),
}

const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(site, path)), {recursive: true})
  writeFileSync(join(site, path), content)
}

/** Ends with the process; the worker of the test runner answers meanwhile. */
const run = (program: string, args: string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {
        cwd: site,
        env: {...environment(), ASTRO_TELEMETRY_DISABLED: '1'},
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
      (_, stdout, stderr) => resolve({status: child.exitCode, stdout, stderr}),
    )
    child.once('error', reject)
  })

const build = () => run(ownNode, ['node_modules/astro/bin/astro.mjs', 'build'])
const built = (path: string): string => readFileSync(join(site, 'dist', path, 'index.html'), 'utf8')

beforeAll(async () => {
  for (const [path, content] of Object.entries(files)) write(path, content)
  const packages = ['astro@7', '@astrojs/starlight@0.42', inject('packed').file]
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages]
  expect(await run('npm', args)).toMatchObject({status: 0})
  expect(await build()).toMatchObject({status: 0, stderr: ''})
})

afterAll(() => rmSync(site, {recursive: true, force: true}))

describe('a Starlight site with the components', () => {
  it('has every row of both tables in the language of the page, and links to the whole site', () => {
    for (const [path, locale, heading] of [
      ['ports', 'en', 'External interface'],
      ['fr/ports', 'fr-FR', 'Interface externe'],
    ] as const) {
      const html = built(path)
      expect(html).toContain(`<div class="portolan not-content" lang="${locale}" dir="ltr">`)
      expect(html.match(/<tr id="portolan-r-/g)).toHaveLength(12)
      expect(html).toContain(heading)
      expect(html).toContain(`href="https://ports.example/${locale}/ports/50000-59999/"`)
      expect(html).toContain('<table class="ports diff">')
    }
  })

  it('has ids of its own, though both components stand in a page', () => {
    const ids = [...built('fr/ports').matchAll(/\sid="(portolan-[^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(40)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('shows English in a language that no document is in, and says so in that language', () => {
    const html = built('ar/ports')
    expect(html).toContain('<div class="portolan not-content" lang="ar-SA" dir="rtl">')
    expect(html).toContain('class="note"')
    expect(html).toContain('href="https://ports.example/en/topics/edge-with-nat/"')
  })

  it('writes texts of documents as text, and brings its styles along but no script', () => {
    const html = built('fr/ports')
    expect(html).not.toContain(hostile)
    expect(html).toContain('&lt;script')
    const [sheet = ''] = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
      .map(([, href = '']) => href)
      .map((href) => readFileSync(join(site, 'dist', href), 'utf8'))
      .filter((css) => css.includes('.portolan'))
    expect(sheet).toContain('--portolan-link')
    const scripts = (text: string) => text.match(/<script/g)?.length
    expect(scripts(html)).toBe(scripts(built('')))
  })
})

describe('a Starlight site that asks for what isn’t there', () => {
  it.each([
    ['<PortTable topic="edge-with-net" />', /found “edge-with-net”.*Did you mean edge-with-nat/s],
    ['<Comparison from="edge-with-nat" />', /<Comparison>.*found undefined/s],
    ['<PortTable topic="edge-with-nat" locale="jp-JP" />', /found “jp-JP”.*Did you mean ja-JP/s],
  ])('ends with an error that says what there is: %s', async (component, message) => {
    write('src/content/docs/ports.mdx', page(component))
    const {status, stdout, stderr} = await build()
    expect(status).not.toBe(0)
    expect(`${stdout}${stderr}`).toMatch(message)
  })

  it('ends before it builds where the data is missing', async () => {
    write('src/content/docs/ports.mdx', both)
    rmSync(join(site, 'data'), {recursive: true})
    const {status, stdout, stderr} = await build()
    expect(status).not.toBe(0)
    expect(`${stdout}${stderr}`).toMatch(/Expected a dataset at .*knowledge-base\.json.*portolan ingest/s)
  })
})

describe('the types of the components', () => {
  it('know what is asked for', async () => {
    const tsc = async (code: string) => {
      write('used.ts', code)
      const compiler = new URL('../../node_modules/typescript/bin/tsc', import.meta.url).pathname
      const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024']
      return (await run(ownNode, [compiler, ...options, 'used.ts'])).stdout
    }
    const used = (topic: string) => `import portolan from 'portolan/astro'
import {PortTable} from 'portolan/components'

export const integration = portolan({data: './data'})
export const table = PortTable({topic: ${topic}, locale: 'ja-JP'})
`
    expect(await tsc(used(`'edge'`))).toBe('')
    expect(await tsc(used('5'))).toContain('not assignable')
  })
})
