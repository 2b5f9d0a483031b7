/** What must hold of any file that a program or a person hands over: interchange, words of a workspace, parts. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {addressesFor, readAddressFile} from '../../src/firewall/address-file.ts'
import {type ChunkReader, readAll} from '../../src/formats/interchange-unit.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {partToJsonl} from '../../src/ingest/part.ts'
import {knowledgeBaseSchema} from '../../src/model/schema.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {reconcile} from '../../src/reconcile/reconcile.ts'
import {must, same} from './must.ts'
import {seeds} from './seeds.ts'

/** Readers give the same whatever pieces the file comes in, but for the place of a mistake that the XML parser reports. */
export const runReader =
  (create: () => ChunkReader<unknown>) =>
  (input: string): void => {
    const read = (pieces: string[]): unknown =>
      JSON.parse(JSON.stringify([...readAll(create(), pieces)]), (_, value) =>
        value?.diagnostic?.id === 'malformed-xml' ? 'malformed-xml' : value,
      )
    const size = 1 + (input.length % 7)
    const count = Math.ceil(input.length / size)
    const pieces = Array.from({length: count}, (_, at) => input.slice(at * size, (at + 1) * size))
    same(read([input]), read(pieces), 'pieces of a file make no difference')
  }

/** All that is wrong with the addresses of a site is said, each at a place of the file. */
export const runAddresses = (input: string): void => {
  const reading = readAddressFile(input)
  if (reading.ok) {
    const given = addressesFor(reading.file, {hostNames: true, nat: 'inside'})
    must(
      Object.keys(given).every((name) => reading.file.machines.has(name)),
      'machines are those of the file',
    )
    return
  }
  const lines = input.split(/\r\n|[\n\r]/).length
  must(reading.problems.length > 0, 'a file that is refused has a problem')
  for (const {line, column, message, hint} of reading.problems) {
    must(line >= 1 && line <= lines && column >= 1, 'a problem stands in the file')
    must(message !== '' && hint !== '', 'a problem says what is wrong')
  }
}

export const runWords = (input: string): void => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-fuzz-'))
  try {
    for (const kind of ['termbase', 'decisions']) {
      mkdirSync(join(folder, kind))
      writeFileSync(join(folder, kind, 'zh-TW.json'), input)
    }
    const words = readWords(folder)
    for (const {message, hint} of words.diagnostics)
      must(message !== '' && hint !== '', 'a diagnostic says what is wrong')
    const edition = ingest(seeds.html[0] ?? '', 'zh-TW/a.md')
    const kb = reconcile(buildKnowledgeBase([edition]), words)
    must(knowledgeBaseSchema.safeParse(kb).success, 'the dataset is as its schema says')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Files that a person names: they are read, or refused with a SyntaxError that says why. */
export const refusing =
  (read: (input: string) => unknown) =>
  (input: string): void => {
    try {
      read(input)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }

/** A part as a run writes it. */
export const partSeed = [
  ...partToJsonl({
    shard: {index: 1, count: 2},
    editions: [ingest(seeds.html[0] ?? '', 'zh-TW/a.md')],
    diagnostics: [],
  }),
].join('')
