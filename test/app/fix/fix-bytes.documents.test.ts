import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {fixDocument} from '../../../src/app/fix/fix-document.ts'
import {decode, encode} from '../../../src/ingest/decode.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {documentFolders} from '../../support/shared.ts'

const files = documentFolders.flatMap((folder) =>
  globSync('**/*.md', {cwd: folder}).map((path) => ({path, file: join(folder, path)})),
)

describe('src/app/fix/fix-document.ts on whole documents', () => {
  test('documents without corrections keep every byte', () => {
    expect(files.length).toBeGreaterThan(10)
    for (const {path, file} of files) {
      const bytes = readFileSync(file)
      const decoded = decode(bytes, path)
      const {text} = fixDocument({path, file, decoded, edition: ingest(decoded.text, path)}, [])
      expect(bytes.equals(encode({...decoded, text})), path).toBe(true)
    }
  })

  test('a fast path over a document misses no port table', () => {
    for (const {path, file} of files) {
      const {text} = decode(readFileSync(file), path)
      const [fast, whole] = [ingest(text, path), ingest(text, path, {whole: true})]
      const ports = whole.tables.filter(({portTable}) => portTable).map(({table}) => table)
      expect(
        fast.tables.filter(({portTable}) => portTable).map(({table}) => table),
        path,
      ).toEqual(ports)
    }
  })
})
