/** Before the browser tests: builds the sample workspace's site once and serves it, at the root and below a path. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import getPort from 'get-port'
import type {TestProject} from 'vitest/node'
import {serveSite} from '../../src/app/serve/serve-fs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site, with `/` at its end. */
    site: string
    /** The same files below a path. */
    siteBelow: string
    /** Folder of the built site, and of its dataset. */
    siteFolder: string
    dataFolder: string
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url))

export default async function setup({provide}: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-site-'))
  const dist = join(folder, 'dist')
  const data = join(folder, 'data')
  // A run of its own, as users start it: the test runner's settings are not the build's.
  const {NODE_ENV: _, VITEST: __, ...env} = process.env
  execFileSync(
    join(root, 'node_modules/.bin/node'),
    ['scripts/portolan.ts', 'build', '--data', data, '--dist', dist, '--site', 'https://ports.example'],
    {cwd: root, env, stdio: ['ignore', 'ignore', 'inherit']},
  )
  const top = await serveSite(dist, await getPort())
  const below = await serveSite(dist, await getPort(), '/docs/ports/')
  provide('site', top.url)
  provide('siteBelow', below.url)
  provide('siteFolder', dist)
  provide('dataFolder', data)
  return () => {
    top.server.close()
    below.server.close()
    rmSync(folder, {recursive: true, force: true})
  }
}
