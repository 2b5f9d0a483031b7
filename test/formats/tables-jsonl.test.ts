import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {tablesToJsonl} from '../../src/formats/tables-jsonl.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'

describe('src/formats/tables-jsonl.ts', () => {
  it('lists tables of ports and others alike, each with its evidence and its places', () => {
    const tables = [
      tableOf(['path'], [[['路徑', 'Path']], [['DNS/UDP/53', 'DNS/UDP/53']]]),
      tableOf(['other'], [[['名稱', 'Name']], [['x', 'x']]], false),
    ]
    const kb = buildKnowledgeBase([
      editionOf({path: 'zh-TW/a.md', form: 'bilingual', name: 'a', tables}),
      editionOf({path: 'ja-JP/a.md', locale: 'ja-JP', form: 'bilingual', name: 'a', tables}),
    ])
    const lines = [...tablesToJsonl(kb)].map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      {table: 1, portTable: true, columns: ['path'], rules: 1, evidence: ['made for a test']},
      {table: 2, portTable: false, columns: ['other'], rules: 0, evidence: ['made for a test']},
    ])
    expect(lines[0].places).toEqual(['ja-JP/a.md:10', 'zh-TW/a.md:10'])
  })
})
