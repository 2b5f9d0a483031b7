/** The layout of docs/architecture.md: imports go one way, no cycles, the disk only at the edges, each name once. */
import {readFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import {withPicture} from '../scripts/maintain/architecture.ts'
import {codeFiles, FLOORS, floorOf, importEdges, importsOf, roomOf} from '../scripts/maintain/import-graph.ts'

/** Files that a folder may hold of its own: more are two ideas. */
const MOST_FILES = 20

const files = codeFiles()
const edges = importEdges(files)

describe('the architecture', () => {
  it('has a floor for every folder of src, and files in every room', () => {
    const rooms = new Set(files.map(roomOf))
    expect([...rooms].filter((room) => !FLOORS.flat().includes(room))).toEqual([])
    expect(FLOORS.flat().filter((room) => !rooms.has(room))).toEqual([])
    expect(edges.length).toBeGreaterThan(100)
  })

  it('imports downwards only', () => {
    const wrong = edges
      .filter(({target}) => target.startsWith('src/') || target.startsWith('scripts/'))
      .filter(({file, target}) => roomOf(file) !== roomOf(target) && floorOf(file) <= floorOf(target))
    expect(wrong.map(({file, target}) => `${file} → ${target}`)).toEqual([])
  })

  it('is drawn in docs/architecture.md as it is (else run: npm run architecture)', () => {
    const page = readFileSync('docs/architecture.md', 'utf8')
    expect(withPicture(page)).toBe(page)
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

  it('touches the disk only in src/disk, in files named -fs, and in scripts', () => {
    const wrong = files.filter(
      (file) =>
        !['scripts', 'src/disk'].includes(roomOf(file)) &&
        !file.endsWith('-fs.ts') &&
        importsOf(file).some((path) => /^(node:)?fs(\/|$)/.test(path)),
    )
    expect(wrong).toEqual([])
  })

  it('knows the terminal in scripts only', () => {
    const packages = ['commander', 'ora', 'picocolors', 'cli-table3']
    const wrong = files.filter(
      (file) => roomOf(file) !== 'scripts' && importsOf(file).some((path) => packages.includes(path)),
    )
    expect(wrong).toEqual([])
  })

  it('holds one idea a folder: few files beside each other', () => {
    const all = globSync(['src/**/*', 'scripts/**/*'])
    const crowded = [...Map.groupBy(all, (file) => dirname(file))]
      .filter(([folder, own]) => own.length > MOST_FILES && !folder.endsWith('/checks'))
      .map(([folder, own]) => `${folder}: ${own.length} files`)
    expect(crowded).toEqual([])
  })

  it('names each file of src once, but for the pairs of registries', () => {
    const registered = ['read.ts', 'write.ts', 'words.json', 'lexicon.json']
    const names = Map.groupBy(
      files.filter(
        (file) => file.startsWith('src/') && file.endsWith('.ts') && !file.startsWith('src/site/pages/'),
      ),
      (file) => basename(file),
    )
    const twice = [...names].filter(([name, own]) => own.length > 1 && !registered.includes(name))
    expect(twice.map(([, own]) => own.join(' and '))).toEqual([])
  })

  it('names files in kebab-case', () => {
    const allowed = /^(?:[a-z0-9.-]+|\[[a-zA-Z.]+\](?:\.[a-z.]+)?|[A-Z][A-Za-z]+\.astro)$/
    const names = files
      .flatMap((file) => file.split('/'))
      // A language's folder is named by its tag.
      .filter((name) => !/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-(?:[A-Z]{2}|\d{3})$/.test(name))
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

  it('stand in folders named as those of src and scripts', () => {
    const ofTheirOwn =
      /^test\/(?:browser|content|docs|fixtures|faults|fuzz|growth|install|robustness|support)(?:\/|$)/
    const folders = new Set(globSync('test/**/*.test.ts').map((file) => dirname(file)))
    const known = new Set(
      globSync(['src/**/*', 'scripts/**/*']).flatMap((file) => {
        const names = dirname(file).split('/')
        return names.map((_, depth) => names.slice(0, depth + 1).join('/'))
      }),
    )
    const strange = [...folders].filter((folder) => {
      const own = folder.replace(/^test\/?/, '')
      return own !== '' && !ofTheirOwn.test(folder) && !known.has(own) && !known.has(`src/${own}`)
    })
    expect(strange).toEqual([])
  })
})
