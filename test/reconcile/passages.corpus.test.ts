import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {listCheckInputs} from '../../scripts/lib/check-inputs-fs.ts'
import {readDocuments} from '../../scripts/lib/documents-fs.ts'
import {buildKnowledgeBase} from '../../src/dataset/build.ts'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {reconcile} from '../../src/reconcile/reconcile.ts'
import {readWords} from '../../src/reconcile/words-fs.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

const words = readWords('content')

describeShared('src/reconcile/passages on real documents', () => {
  let kb: KnowledgeBase
  beforeAll(() => {
    const folders = ['bilingual', 'human'].map((name) => join(sharedDir, 'technet', name))
    const inputs = listCheckInputs(folders).filter(({kind}) => kind === 'document')
    kb = reconcile(buildKnowledgeBase(readDocuments(inputs).documents.map(({edition: each}) => each)), words)
  }, 60_000)

  it('finds negations lost in the prose of human editions, in each language of the document', () => {
    const human = new Set(kb.editions.filter(({form}) => form === 'human').map(({id}) => id))
    const passages = new Map(kb.passages.map((each) => [each.id, each]))
    const found = kb.findings.filter(
      ({check: id, unit}) => id === 'negation' && human.has(passages.get(unit)?.edition ?? ''),
    )
    expect(found.map(({locale}) => locale)).toEqual(['fr-FR', 'ja-JP', 'zh-TW'])
    for (const {place} of found) expect(place.line).toBeGreaterThan(1)
  })
  it('finds a machine translation that says the opposite, and publishes what its human edition says', () => {
    const passages = new Map(kb.passages.map((each) => [each.id, each]))
    const opposite = kb.findings.filter(
      ({check: id, unit, locale}) =>
        id === 'negation' && locale === 'fr-FR' && passages.get(unit)?.sourceOrigin === 'span',
    )
    expect(opposite).toHaveLength(1)
    expect(passages.get(opposite[0]?.unit ?? '')?.status).toBe('corrected')
  })
  it('shows on the page of a topic what was published, and links each difference to its findings', () => {
    const ids = new Set(kb.findings.map(({id}) => id))
    const blocks = kb.topics.flatMap(({prose}) => Object.values(prose).flat())
    const marked = blocks.filter(({findings}) => findings !== undefined)
    expect(marked.length).toBeGreaterThan(3)
    for (const block of marked) {
      expect(block.findings?.every((id) => ids.has(id))).toBe(true)
      expect(block.original).not.toBe(block.markdown)
    }
  })
})
