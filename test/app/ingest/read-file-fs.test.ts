import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readFiles} from '../../../src/app/ingest/read-file-fs.ts'
import {readInThreads} from '../../../src/app/ingest/read-in-threads.ts'
import {listSources} from '../../../src/ingest/sources-fs.ts'
import {editionOf} from '../../support/edition-of.ts'
import {faultyDocument, temporaryFolder} from '../../support/faulty-document.ts'

const folder = temporaryFolder()

/** Documents of which one is gone by the time that it is read. */
const filesOf = (count: number) => {
  const sources = join(folder, String(count))
  mkdirSync(sources)
  for (let page = 0; page < count; page++)
    writeFileSync(join(sources, `page-${page}.zh-TW.md`), faultyDocument)
  const files = listSources([sources])
  rmSync(join(sources, 'page-1.zh-TW.md'))
  return files
}

describe('src/app/ingest/read-file-fs.ts', () => {
  it('names a document that vanished while the run went on, and reads the others', () => {
    const {editions, diagnostics} = readFiles(filesOf(3))
    expect(editions.map(({info}) => info.path)).toEqual(['page-0.zh-TW.md', 'page-2.zh-TW.md'])
    expect(diagnostics.map(({id, place, message}) => ({id, path: place.path, message}))).toEqual([
      {
        id: 'unreadable-file',
        path: 'page-1.zh-TW.md',
        message: 'the document could not be read: ENOENT: no such file or directory',
      },
    ])
  })

  it('names a document whose parsing fails by a mistake of ours, and reads the others', () => {
    const files = filesOf(4).filter(({path}) => path !== 'page-1.zh-TW.md')
    const {editions, diagnostics} = readFiles(files, undefined, ({path}) => {
      if (path === 'page-2.zh-TW.md') throw new TypeError('lookUp(…).some is not a function')
      return editionOf({path})
    })
    expect(editions.map(({info}) => info.path)).toEqual(['page-0.zh-TW.md', 'page-3.zh-TW.md'])
    expect(diagnostics).toMatchObject([
      {
        id: 'internal-error',
        severity: 'error',
        place: {path: 'page-2.zh-TW.md', line: 1, column: 1},
        message: 'the document could not be parsed: TypeError: lookUp(…).some is not a function',
      },
    ])
  })

  it.each(['ENOSPC', 'EMFILE', 'EPIPE', 'ENOMEM'])(
    'ends with %s, which is no fault of one document',
    (code) => {
      const read = () => {
        throw Object.assign(new Error(code), {code})
      }
      expect(() => readFiles([{path: 'a.md', file: '/a.md'}], undefined, read)).toThrow(code)
    },
  )
})

describe('src/app/ingest/read-in-threads.ts', () => {
  it('gives the same in the same order with several threads, and counts what is done', async () => {
    const files = filesOf(200)
    const seen: number[] = []
    const threaded = await readInThreads(files, 2, (done) => seen.push(done))
    expect(threaded).toEqual(readFiles(files))
    expect(seen.at(-1)).toBe(200)
  })
})
