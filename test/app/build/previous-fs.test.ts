import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {offerPrevious, readPrevious} from '../../../src/app/build/previous-fs.ts'
import {loadPrevious} from '../../../src/site/dataset/data-fs.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const data = tinyDataFolder()

describe('src/app/build/previous-fs.ts', () => {
  it('hands the topics of an earlier dataset to the pages of this run', () => {
    const folder = temporaryFolder()
    offerPrevious(readPrevious({previous: join(data, 'knowledge-base.json')}), folder)
    expect(loadPrevious(folder)).toEqual({topics: tinyKnowledgeBase().topics})
  })

  it('hands nothing to them where none is named', () => {
    const folder = temporaryFolder()
    offerPrevious(readPrevious({}), folder)
    expect(loadPrevious(folder)).toBeNull()
  })

  it.each([
    ['no-such.json', /^Expected a dataset at .*, found none$/],
    ['package.json', /^Expected a dataset in .*package\.json, found .* at schema$/],
  ])('refuses %s before anything is built', (name, message) => {
    expect(() => readPrevious({previous: name})).toThrow(message)
  })
})
