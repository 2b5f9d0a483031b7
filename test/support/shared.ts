/** Which documents a run of the tests reads: the sample of the project, or in `npm run corpus` the real ones beside it. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe} from 'vitest'

/** Absolute path of `../shared`, seen from the project's root; a clone elsewhere may be told where it is. */
export const sharedDir = join(
  process.env['PORTOLAN_SHARED'] ?? fileURLToPath(new URL('../../../shared/', import.meta.url)),
  '/',
)

/** Only this project of the tests reads anything outside of the project's folder. */
export const isCorpus = process.env['PORTOLAN_DOCUMENTS'] === 'corpus'

const forms = ['bilingual', 'machine', 'human', 'bilingual-pipe']

/** Folders with the documents of this run, for `*.documents.test.ts`, which hold for both. */
export const documentFolders: readonly string[] = isCorpus
  ? forms.map((form) => join(sharedDir, 'technet', form))
  : [fileURLToPath(new URL('../../content/sources/', import.meta.url))]

/** `describe` for what only the real documents show: in `*.corpus.test.ts`. */
export const describeShared: (name: string, body: () => void) => void = (name, body) => {
  const wanted = isCorpus && existsSync(sharedDir)
  // The body of a suite that is skipped would run, and read what isn't there.
  if (wanted) describe(name, body)
  else describe.skip(`${name} (skipped: see npm run corpus)`, () => {})
}
