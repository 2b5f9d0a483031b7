import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readJson} from '../../src/disk/read-json-fs.ts'
import {linesOf, readTextPieces} from '../../src/disk/text-chunks-fs.ts'
import {temporaryFolder} from '../support/portolan.ts'

/** Longer than a piece, and with characters of several bytes at every place. */
const value = {topics: Array.from({length: 70_000}, (_, at) => ({id: at, text: `憑證 “${at}”\n`}))}

const written = (text: string): string => {
  const path = join(temporaryFolder(), 'file.json')
  writeFileSync(path, text)
  return path
}

describe('src/disk/read-json-fs.ts', () => {
  it('gives the same of a file that is too large for one text', () => {
    const path = written(JSON.stringify(value))
    expect(readJson(path, 1000)).toEqual(value)
    expect(readJson(path)).toEqual(value)
  })
})

describe('src/disk/text-chunks-fs.ts', () => {
  it('gives the text of a file in pieces, and its lines', () => {
    const text = JSON.stringify(value, null, 1)
    const pieces = [...readTextPieces(written(text))]
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.join('')).toBe(text)
    expect([...linesOf(pieces)]).toEqual(text.split('\n'))
  })
})
