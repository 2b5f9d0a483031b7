/** The layout of DESIGN: imports go one way, no cycles, the disk only at the edges. */
import {readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'

/** What each folder may import, beside itself. */
const ALLOWED: Record<string, string[]> = {
  'src/locales': [],
  'src/text': ['src/locales'],
  'src/dataset': ['src/text', 'src/locales'],
  'src/ingest': ['src/dataset', 'src/text', 'src/locales'],
  'src/interchange': ['src/dataset', 'src/text', 'src/locales'],
  'src/reconcile': ['src/dataset', 'src/text', 'src/locales'],
  'src/compare': ['src/dataset', 'src/text', 'src/locales'],
  'src/search': ['src/dataset', 'src/text', 'src/locales'],
  'src/export': ['src/dataset', 'src/text', 'src/locales'],
  'src/site': [
    'src/export',
    'src/search',
    'src/compare',
    'src/reconcile',
    'src/dataset',
    'src/text',
    'src/locales',
  ],
  scripts: [
    'src/site',
    'src/export',
    'src/search',
    'src/compare',
    'src/reconcile',
    'src/ingest',
    'src/interchange',
    'src/dataset',
    'src/text',
    'src/locales',
  ],
}

const files = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.{ts,mjs}'], {ignore: ['**/*.d.ts']}).toSorted()
const importRE = /(?:from|import)\s*\(?\s*'([^']+)'/g

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(importRE)].map(([, path]) => path ?? '')
const folderOf = (file: string): string =>
  file.startsWith('scripts/') ? 'scripts' : file.split('/').slice(0, 2).join('/')

const edges = files.flatMap((file) =>
  importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => ({file, target: normalize(join(dirname(file), path.replace(/\?.*$/, '')))})),
)

describe('the architecture', () => {
  it('has files to look at in every folder', () => {
    const folders = new Set(files.map(folderOf))
    expect(Object.keys(ALLOWED).filter((folder) => !folders.has(folder))).toEqual([])
    expect(edges.length).toBeGreaterThan(100)
  })

  it('imports one way only', () => {
    const wrong = edges
      .filter(({target}) => target.startsWith('src/') || target.startsWith('scripts/'))
      .filter(({file, target}) => {
        const from = folderOf(file)
        const to = folderOf(target)
        return from !== to && !(ALLOWED[from] ?? []).includes(to)
      })
    expect(wrong.map(({file, target}) => `${file} → ${target}`)).toEqual([])
  })

  it('has no cycles', () => {
    const graph = Map.groupBy(edges, ({file}) => file)
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) {
        for (const {target} of graph.get(file) ?? []) visit(target, [...path, file])
        done.add(file)
      }
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('touches the disk only in scripts and in files named -fs', () => {
    const wrong = files.filter(
      (file) =>
        !file.startsWith('scripts/') &&
        !file.endsWith('-fs.ts') &&
        importsOf(file).some((path) => /^(node:)?fs(\/|$)/.test(path)),
    )
    expect(wrong).toEqual([])
  })

  it('names files in kebab-case', () => {
    const allowed = /^(?:[a-z0-9.-]+|\[[a-zA-Z.]+\](?:\.[a-z.]+)?|[A-Z][A-Za-z]+\.astro)$/
    const names = files.flatMap((file) => file.split('/'))
    expect(names.filter((name) => !allowed.test(name))).toEqual([])
  })
})

describe('the tests', () => {
  it('read the shared documents in the corpus only', () => {
    const tests = globSync('test/**/*.ts', {ignore: 'test/**/*.{corpus,documents}.test.ts'})
    const allowed = [
      'test/architecture.test.ts',
      'test/browser/search-site.ts',
      'test/support/corpus.ts',
      'test/support/shared.ts',
    ]
    const readers = tests.filter((file) =>
      /sharedDir|documentFolders|describeShared|'[^'\n]*\.\.\/shared\b/.test(readFileSync(file, 'utf8')),
    )
    expect(readers.toSorted()).toEqual(allowed)
  })
})
