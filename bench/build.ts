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
  documents: number
  /** Of the site alone, from the dataset on. */
  siteSeconds: number
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
      const to = ['--sources', sources, '--data', join(folder, 'data'), '--json']
      const run = runPortolan(['build', ...to, '--dist', join(folder, 'dist')])
      const {documents, pages, datasetSeconds, seconds} = JSON.parse(
        run.stdout.trim().split('\n').at(-1) ?? '{}',
      )
      const siteSeconds = seconds - datasetSeconds
      built.push({
        ...run,
        name: `portolan build, ${copies} × the sample`,
        pages,
        documents: documents.all,
        siteSeconds,
      })
      rmSync(sources, {recursive: true})
    }
    const linear = growthOf(built)
    const many = built.find(({pages}) => pages >= MANY)
    if (many) {
      const plain = plainAstro(folder, many.pages)
      built.push({...plain, documents: plain.pages, siteSeconds: plain.seconds})
    }
    const rows = built.map(
      ({name, pages, documents, seconds, siteSeconds, processorSeconds, megabytes}): Row => ({
        name,
        median: (1000 * seconds) / pages,
        slow: (1000 * seconds) / pages,
        ratio: null,
        more: {
          'the site alone, ms': (1000 * siteSeconds) / pages,
          pages: String(pages),
          documents: String(documents),
          s: seconds,
          'processor, ms a page': (1000 * processorSeconds) / pages,
          'most memory, MB': megabytes,
        },
      }),
    )
    return [
      {
        title: 'Build: the whole site, a page',
        note: 'Documents to site with data files and search index, in a process of its own. The site alone: from the moment when the dataset is there; its tools start before, while documents are read, and data files are written while pages are rendered.',
        unit: 'ms',
        rows,
        goals: [
          ...built.filter(({name, pages}) => name.startsWith('portolan') && pages >= MANY).flatMap(goalsOf),
          ...linear,
        ],
      },
    ]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** What a page, and a document, costs in the largest workspace, beside one in ten times the sample. */
const growthOf = (built: readonly Built[]): Goal[] => {
  const [before, last] = built.slice(-2)
  if (before === undefined || last === undefined || last.pages < MANY) return []
  const growth = (what: string, of: (one: Built) => number): Goal => {
    const factor = last.seconds / of(last) / (before.seconds / of(before))
    return {
      what: `a ${what} of ${of(last)} by one of ${of(before)}`,
      wanted: 'at most 1.2',
      measured: factor.toFixed(2),
      met: factor <= 1.2,
    }
  }
  return [growth('page', ({pages}) => pages), growth('document', ({documents}) => documents)]
}

const goalsOf = ({seconds, siteSeconds, pages}: Built): Goal[] => [
  goal(`a page of the site at ${pages} pages, from the dataset on`, (1000 * siteSeconds) / pages),
  goal(`a page at ${pages} pages, from the documents on`, (1000 * seconds) / pages),
]

const goal = (what: string, milliseconds: number): Goal => ({
  what,
  wanted: `at most ${WANTED} ms`,
  measured: `${milliseconds.toFixed(1)} ms`,
  met: milliseconds <= WANTED,
})
