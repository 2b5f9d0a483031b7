import {join} from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import {offerPrevious, readPrevious} from '../../../scripts/lib/previous-fs.ts'
import {loadPrevious} from '../../../src/site/data-fs.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const data = tinyDataFolder()

describe('scripts/lib/previous-fs.ts', () => {
  afterEach(() => {
    delete process.env['PORTOLAN_PREVIOUS']
  })

  it('hands the topics of an earlier dataset to the pages', () => {
    const topics = readPrevious({previous: join(data, 'knowledge-base.json')})
    offerPrevious(topics, temporaryFolder())
    expect(loadPrevious()).toEqual({topics: tinyKnowledgeBase().topics})
  })

  it('hands nothing to them where none is named, whatever an earlier build left behind', () => {
    process.env['PORTOLAN_PREVIOUS'] = join(data, 'knowledge-base.json')
    offerPrevious(readPrevious({}), temporaryFolder())
    expect(loadPrevious()).toBeNull()
  })

  it.each([
    ['no-such.json', /^Expected a dataset at .*, found none$/],
    ['package.json', /^Expected a dataset in .*package\.json, found .* at schema$/],
  ])('refuses %s before anything is built', (name, message) => {
    expect(() => readPrevious({previous: name})).toThrow(message)
  })
})
