/** Which file imports which, read from the code: for the picture in docs/architecture.md and the test of the layout. */
import {readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {globSync} from 'tinyglobby'

/** Rooms from the ground up: a room imports those of lower floors and never one beside it. */
export const FLOORS: readonly (readonly string[])[] = [
  ['src/model', 'src/languages'],
  ['src/text'],
  ['src/disk'],
  ['src/facts', 'src/formats'],
  ['src/ingest', 'src/align', 'src/reconcile', 'src/compare', 'src/search', 'src/firewall'],
  ['src/site'],
  ['src/app'],
  ['src/library', 'src/embed', 'scripts'],
]

/** An import of one file of the project by another; paths from the project's root. */
export interface Edge {
  file: string
  target: string
}

const importRE = /(?:from|import)\s*\(?\s*'([^']+)'/g

/** Every file of code, sorted. */
export const codeFiles = (): string[] =>
  globSync(['src/**/*.{ts,astro}', 'scripts/**/*.{ts,mjs}'], {ignore: ['**/*.d.ts']}).toSorted()

/** What a file imports, as it is written there. */
export const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(importRE)].map(([, path]) => path ?? '')

/** The imports between files of the project. */
export const importEdges = (files: readonly string[]): Edge[] =>
  files.flatMap((file) =>
    importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => ({file, target: normalize(join(dirname(file), path.replace(/\?.*$/, '')))})),
  )

/** The folder of the layout that a file lies in: `scripts`, or a folder of `src`. */
export const roomOf = (file: string): string =>
  file.startsWith('scripts/') ? 'scripts' : file.split('/').slice(0, 2).join('/')

/** The floor of a file's room, from 0; -1 for a folder that the layout does not name. */
export const floorOf = (file: string): number => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)))
