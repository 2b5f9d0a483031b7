/** A built site to search in: of the documents of this run; served below a sub-path, compressed. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {serveCompressed} from '../../bench/search-server.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {documentFolders} from '../support/shared.ts'

const program = fileURLToPath(new URL('../../scripts/portolan.ts', import.meta.url))

export interface SearchSite {
  kb: KnowledgeBase
  /** Ends in `/`. */
  url: string
  close: () => void
}

/** Builds with the command line, as a user does; takes half a minute. */
export const openSearchSite = async (): Promise<SearchSite> => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-site-'))
  const [data, dist] = [join(folder, 'data'), join(folder, 'dist')]
  execFileSync(
    process.execPath,
    [program, 'build', '--sources', ...documentFolders, '--data', data, '--dist', dist],
    {
      stdio: 'ignore',
    },
  )
  const served = await serveCompressed(dist, '/docs/ports/')
  return {
    kb: JSON.parse(readFileSync(join(data, 'knowledge-base.json'), 'utf8')),
    url: served.url,
    close: () => {
      served.close()
      rmSync(folder, {recursive: true})
    },
  }
}
