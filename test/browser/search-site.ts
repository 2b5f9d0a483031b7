/** A built site to search in: of the documents of this run; served below a sub-path, compressed. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {inject} from 'vitest'
import {serveCompressed} from '../../bench/search-server.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {documentFolders, isCorpus} from '../support/shared.ts'

const program = fileURLToPath(new URL('../../scripts/portolan.ts', import.meta.url))

export interface SearchSite {
  kb: KnowledgeBase
  /** Ends in `/`. */
  url: string
  close: () => void
}

/** The sample's site, which is built once for all tests of pages; for other documents one of their own, in half a minute. */
export const openSearchSite = async (): Promise<SearchSite> => {
  const {data, dist, remove} = isCorpus ? buildSite() : sampleSite()
  const served = await serveCompressed(dist, '/docs/ports/')
  return {
    kb: JSON.parse(readFileSync(join(data, 'knowledge-base.json'), 'utf8')),
    url: served.url,
    close: () => {
      served.close()
      remove()
    },
  }
}

interface Site {
  data: string
  dist: string
  remove: () => void
}

const sampleSite = (): Site => ({
  data: inject('dataFolder'),
  dist: inject('siteFolder'),
  remove: () => undefined,
})

/** With the command line, as a user does. */
function buildSite(): Site {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-site-'))
  const [data, dist] = [join(folder, 'data'), join(folder, 'dist')]
  execFileSync(
    process.execPath,
    [program, 'build', '--sources', ...documentFolders, '--data', data, '--dist', dist],
    {stdio: 'ignore'},
  )
  return {data, dist, remove: () => rmSync(folder, {recursive: true})}
}
