import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Diagnostic} from '../../../src/model/schema.ts'
import type {SiteProse} from '../../../src/site/build/collect-prose.ts'
import {renderPages} from '../../../src/site/build/render-pages.ts'
import {temporaryFolder} from '../../support/portolan.ts'

type Render = (request: Request, options: object) => Promise<Response>

interface Told {
  faults: Diagnostic[]
  prose: SiteProse[]
}

/** The renderer of the integration around one that is ours, and what it tells. */
async function rendererOf(render: Render, told: Told) {
  const {hooks} = renderPages({
    dataset: Promise.resolve(),
    onProse: (prose) => told.prose.push(prose),
    onFault: (fault) => told.faults.push(fault),
  })
  const call = (name: string, options: object): void => {
    const hook: unknown = Reflect.get(hooks, name)
    if (typeof hook === 'function') hook(options)
  }
  call('astro:config:done', {config: {base: '/docs', outDir: pathToFileURL(temporaryFolder())}})
  let made: {render: Render} | undefined
  call('astro:build:start', {
    setPrerenderer: (make: (own: object) => typeof made) => {
      made = make({name: 'own', render})
    },
  })
  if (made === undefined) throw new Error('no renderer was set')
  return {render: made.render, end: () => call('astro:build:done', {})}
}

const asking = (path: string) => [new Request(`http://site.test/docs/${path}`), {routeData: {}}] as const
const html = {'content-type': 'text/html; charset=utf-8'}
const policy =
  '<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src \'none\';"></head>'

/** Writes what the renderer gives, as Astro does: nothing for an answer without a body. */
async function write(folder: string, name: string, response: Response): Promise<void> {
  if (response.body !== null) writeFileSync(join(folder, name), Buffer.from(await response.arrayBuffer()))
}

describe('src/site/build/render-pages.ts', () => {
  it('leaves out a page that fails, names it, and renders the others', async () => {
    const folder = temporaryFolder()
    const told: Told = {faults: [], prose: []}
    const {render} = await rendererOf(async ({url}) => {
      if (url.endsWith('/bad.txt')) throw new TypeError('cell is undefined')
      return new Response('x', {headers: {'content-type': 'text/plain'}})
    }, told)
    const names = ['one.txt', 'bad.txt', 'two.txt']
    for (const name of names) await write(folder, name, await render(...asking(name)))
    expect(names.map((name) => existsSync(join(folder, name)))).toEqual([true, false, true])
    expect(readFileSync(join(folder, 'two.txt'), 'utf8')).toBe('x')
    expect(told.faults).toMatchObject([
      {
        id: 'internal-error',
        place: {path: 'bad.txt', line: 1, column: 1},
        message: 'the page could not be rendered: TypeError: cell is undefined',
      },
    ])
  })

  it('leaves out what fails while it is read, and a page without its policy; the prose of others is told', async () => {
    const told: Told = {faults: [], prose: []}
    const broken = () =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(policy)),
        pull: (controller) => controller.error(new TypeError('row is undefined')),
      })
    const pages: Record<string, () => Response> = {
      'en/topics/broken/': () => new Response(broken(), {headers: html}),
      'en/topics/broken.md': () => new Response(broken(), {headers: {'content-type': 'text/markdown'}}),
      'en/topics/open/': () => new Response('<html><head></head></html>', {headers: html}),
      'en/topics/whole/': () => new Response(`<html>${policy}</html>`, {headers: html}),
    }
    const {render, end} = await rendererOf(
      async ({url}) => pages[url.slice('http://site.test/docs/'.length)]?.() ?? new Response(null),
      told,
    )
    const bodies: boolean[] = []
    for (const path of Object.keys(pages)) bodies.push((await render(...asking(path))).body !== null)
    end()
    expect(bodies).toEqual([false, false, false, true])
    expect(told.faults.map(({id, place}) => [id, place.path])).toEqual([
      ['internal-error', 'en/topics/broken/'],
      ['internal-error', 'en/topics/broken.md'],
      ['internal-error', 'en/topics/open/'],
    ])
    expect(told.prose.map((prose) => [...prose.keys()])).toEqual([['en/topics/whole/']])
  })

  it('ends the build when the disk is full', async () => {
    const told: Told = {faults: [], prose: []}
    const full = Object.assign(new Error('ENOSPC: no space left on device'), {code: 'ENOSPC'})
    const {render} = await rendererOf(() => Promise.reject(full), told)
    await expect(render(...asking('one.txt'))).rejects.toBe(full)
    expect(told.faults).toEqual([])
  })
})
