/** Builds and serves the site of a dataset that a test makes up; gone after the tests of the file. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import getPort from 'get-port'
import {afterAll, beforeAll} from 'vitest'
import {serveSite} from '../../src/app/serve/serve-fs.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const script = join(root, 'test/support/build-site.ts')

export interface BuiltSite {
  /** With `/` at its end. */
  url: string
  folder: string
}

/** Known once the tests of the file run. `makePrevious` makes the earlier dataset that the site tells changes since. */
export function useSiteOf(make: () => KnowledgeBase, makePrevious?: () => KnowledgeBase): () => BuiltSite {
  let built: BuiltSite | undefined
  const undo: (() => void)[] = []
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-built-'))
    undo.push(() => rmSync(folder, {recursive: true, force: true}))
    writeFileSync(join(folder, 'knowledge-base.json'), JSON.stringify(make()))
    const previous = join(folder, 'previous.json')
    if (makePrevious !== undefined) writeFileSync(previous, JSON.stringify(makePrevious()))
    const {NODE_ENV: _, VITEST: __, ...env} = process.env
    execFileSync(
      join(root, 'node_modules/.bin/node'),
      [script, folder, join(folder, 'dist'), ...(makePrevious === undefined ? [] : [previous])],
      {cwd: root, env, stdio: ['ignore', 'ignore', 'inherit']},
    )
    const {url, server} = await serveSite(join(folder, 'dist'), await getPort())
    undo.push(() => server.close())
    built = {url, folder: join(folder, 'dist')}
  }, 900_000)
  afterAll(() => {
    for (const step of undo.toReversed()) step()
  })
  return () => {
    if (built === undefined) throw new Error('the site is built before the tests')
    return built
  }
}
