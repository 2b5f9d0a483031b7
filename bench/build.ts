/** Building the site of a growing workspace. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {generateWorkspace} from './generate-workspace.ts'
import type {Goal, Row, Section} from './harness.ts'
import {plainAstro} from './plain-astro.ts'
import {type ProcessRun, root, runPortolan} from './process.ts'

interface Built extends ProcessRun {
  name: string
  pages: number
}

/** Most milliseconds a page, the search index included, from this many pages on. */
const WANTED = 6
const MANY = 700

export const buildSections = async (quick: boolean): Promise<Section[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  try {
    const built: Built[] = []
    for (const copies of quick ? [1, 5] : [1, 10, 100]) {
      const sources = join(folder, `sources-${copies}`)
      generateWorkspace(join(root, 'content/sources'), sources, copies)
      const args = [
        'build',
        '--sources',
        sources,
        '--data',
        join(folder, 'data'),
        '--dist',
        join(folder, 'dist'),
        '--json',
      ]
      const run = runPortolan(args)
      const {pages} = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}')
      built.push({...run, name: `portolan build, ${copies} × the sample`, pages})
      rmSync(sources, {recursive: true})
    }
    const many = built.find(({pages}) => pages >= MANY)
    if (many) built.push(plainAstro(folder, many.pages))
    const rows = built.map(
      ({name, pages, seconds, processorSeconds, megabytes}): Row => ({
        name: `${name}: ${pages} pages, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
        median: (1000 * seconds) / pages,
        slow: (1000 * processorSeconds) / pages,
        ratio: null,
      }),
    )
    return [
      {
        title: 'Build: the whole site, a page',
        note: 'Documents to site with data files and search index, in a process of its own; the last column but one is processor time.',
        unit: 'ms',
        rows,
        goals: many ? [goalOf(many)] : [],
      },
    ]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const goalOf = ({seconds, pages}: Built): Goal => ({
  what: `a page at ${pages} pages`,
  wanted: `at most ${WANTED} ms`,
  measured: `${((1000 * seconds) / pages).toFixed(1)} ms`,
  met: (1000 * seconds) / pages <= WANTED,
})
