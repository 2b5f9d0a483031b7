import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Diagnostic} from '../../../src/dataset/schema.ts'
import {renderPages} from '../../../src/site/build/render-pages.ts'
import {temporaryFolder} from '../../support/portolan.ts'

type Render = (request: Request, options: object) => Promise<Response>

/** The renderer of the integration around one that is ours. */
async function rendererOf(folder: string, render: Render, onFault: (fault: Diagnostic) => void) {
  const {hooks} = renderPages({dataset: Promise.resolve(), onProse: () => {}, onFault, threads: 1})
  const call = (name: string, options: object): void => {
    const hook: unknown = Reflect.get(hooks, name)
    if (typeof hook === 'function') hook(options)
  }
  call('astro:config:done', {config: {base: '/', outDir: new URL(`${pathToFileURL(folder)}/`)}})
  let made: {render: Render; teardown: () => Promise<void>} | undefined
  call('astro:build:start', {
    setPrerenderer: (make: (own: object) => typeof made) => {
      made = make({name: 'own', render})
    },
  })
  if (made === undefined) throw new Error('no renderer was set')
  return made
}

const page = () => new Response('x', {headers: {'content-type': 'text/plain'}})
const asking = (path: string) => [new Request(`http://site.test/${path}`), {routeData: {}}] as const

describe('src/site/build/render-pages.ts', () => {
  it('leaves out a page that fails, names it, and renders the others', async () => {
    const folder = temporaryFolder()
    const faults: Diagnostic[] = []
    const renderer = await rendererOf(
      folder,
      async ({url}) => {
        if (url.endsWith('/bad.txt')) throw new TypeError('cell is undefined')
        return page()
      },
      (fault) => faults.push(fault),
    )
    await Promise.all(['one.txt', 'bad.txt', 'two.txt'].map((path) => renderer.render(...asking(path))))
    await renderer.teardown()
    const there = ['one.txt', 'bad.txt', 'two.txt'].map((name) => existsSync(join(folder, name)))
    expect(there).toEqual([true, false, true])
    expect(faults).toMatchObject([
      {
        id: 'internal-error',
        place: {path: 'bad.txt', line: 1, column: 1},
        message: 'the page could not be rendered: TypeError: cell is undefined',
      },
    ])
  })

  it('ends the build when the disk is full', async () => {
    const faults: Diagnostic[] = []
    const full = Object.assign(new Error('ENOSPC: no space left on device'), {code: 'ENOSPC'})
    const renderer = await rendererOf(
      temporaryFolder(),
      () => Promise.reject(full),
      (fault) => faults.push(fault),
    )
    await expect(renderer.render(...asking('one.txt'))).rejects.toBe(full)
    expect(faults).toEqual([])
  })
})
