/** Every real document, the bulk archive included: parse, write without corrections, compare the bytes. */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {beforeAll, describe, expect, test} from 'vitest'
import {fixDocument} from '../../../src/app/fix/fix-document.ts'
import {decode, encode} from '../../../src/ingest/decode.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {temporaryFolder} from '../../support/faulty-document.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

/** Documents that differ after reading and writing; every `cells`th one is read down to its cells. */
function changed(folder: string, cells: number): {read: number; differing: string[]} {
  const paths = globSync('**/*.md', {cwd: folder}).toSorted()
  const differing = paths.filter((path, index) => {
    const file = join(folder, path)
    const bytes = readFileSync(file)
    const decoded = decode(bytes, path)
    const edition = ingest(index % cells === 0 ? decoded.text : '', path)
    const {text} = fixDocument({path, file, decoded, edition}, [])
    return !bytes.equals(encode({...decoded, text}))
  })
  return {read: paths.length, differing}
}

describeShared('src/app/fix/fix-document.ts on real documents', () => {
  test('documents without corrections keep every byte', () => {
    const {read, differing} = changed(sharedDir, 1)
    expect(read).toBeGreaterThan(130)
    expect(differing).toEqual([])
  }, 900_000)
})

const archive = join(sharedDir, 'bulk/bulk-zh-TW.tar.xz')
const usable = existsSync(archive) && spawnSync('tar', ['--version']).status === 0

describe.skipIf(!usable)(
  `src/app/fix/fix-document.ts on the bulk archive${usable ? '' : ' (skipped: no archive, or no tar)'}`,
  () => {
    const folder = temporaryFolder()
    beforeAll(() => {
      const {status, stderr} = spawnSync('tar', ['-xJf', archive, '-C', folder])
      if (status !== 0) throw new Error(`tar: ${stderr}`)
    }, 900_000)

    test('documents without corrections keep every byte', () => {
      const {read, differing} = changed(folder, 50)
      expect(read).toBeGreaterThan(2000)
      expect(differing).toEqual([])
    }, 900_000)
  },
)
