import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {writeTopicData} from '../../../src/app/build/topic-data-fs.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

describe('src/app/build/topic-data-fs.ts', () => {
  it('gives each topic a CSV that a spreadsheet takes for UTF-8', () => {
    const folder = temporaryFolder()
    const kb = tinyKnowledgeBase()
    writeTopicData(folder, kb)
    for (const {id} of kb.topics) {
      const bytes = readFileSync(join(folder, 'data', 'topics', `${id}.csv`))
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      expect(bytes.subarray(3).toString()).toMatch(/^id,topic,/)
    }
  })
})
