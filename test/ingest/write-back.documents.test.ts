import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {decode, encode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {cellEdits} from '../../src/ingest/write-back/cell-edits.ts'
import {applyEdits, type Edit} from '../../src/ingest/write-back/edits.ts'
import type {EditionTable} from '../../src/model/edition.ts'
import {documentFolders, isCorpus, sharedDir} from '../support/shared.ts'

const folders = [...documentFolders, ...(isCorpus ? [join(sharedDir, 'seeds')] : [])]
const files = folders.flatMap((folder) => globSync(`${folder}/**/*.md`)).sort()

const cellsOf = (tables: readonly EditionTable[]) =>
  tables.flatMap(({header, rows}) => [...(header ? [header] : []), ...rows].flatMap(({cells}) => cells))

describe('src/ingest write-back on whole documents', () => {
  it('gives back every byte of a document without edits', () => {
    for (const file of files) {
      const bytes = readFileSync(file)
      const decoded = decode(bytes, file)
      const written = encode({...decoded, text: applyEdits(decoded.text, [])})
      expect(Buffer.compare(bytes, written), file).toBe(0)
    }
  })

  it('writes a correction into every cell of every document, and into nothing else', () => {
    let written = 0
    for (const file of files) {
      const {text} = decode(readFileSync(file), file)
      const before = ingest(text, file, {whole: true})
      const edits: Edit[] = []
      const wanted = cellsOf(before.tables).map((cell) => {
        if (cell.spans.length === 0) return cell.target
        const changes = cellEdits(text, cell, `X${cell.target}`)
        expect(changes, `${file}:${cell.place.line}`).toHaveLength(1)
        edits.push(...(changes ?? []))
        return `X${cell.target}`
      })
      const after = ingest(applyEdits(text, edits), file, {whole: true})
      expect(cellsOf(after.tables).map(({target}) => target)).toEqual(wanted)
      expect(cellsOf(after.tables).map(({source}) => source)).toEqual(
        cellsOf(before.tables).map(({source}) => source),
      )
      expect(after.blocks.map(({markdown}) => markdown)).toEqual(before.blocks.map(({markdown}) => markdown))
      written += edits.length
    }
    expect(written).toBeGreaterThan(isCorpus ? 14_000 : 500)
  }, 900_000)
})
