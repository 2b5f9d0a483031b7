import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../../src/app/fix/documents-fs.ts'
import type {KnowledgeBase} from '../../../src/model/schema.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'
import {reconcile} from '../../../src/reconcile/reconcile.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

const words = readWords('content')

describeShared('src/reconcile/engine/check-passages on real documents', () => {
  const readForms = (forms: readonly string[]): KnowledgeBase => {
    const folders = forms.map((name) => join(sharedDir, 'technet', name))
    const inputs = listCheckInputs(folders).filter(({kind}) => kind === 'document')
    return reconcile(buildKnowledgeBase(readDocuments(inputs).documents.map(({edition}) => edition)), words)
  }
  let kb: KnowledgeBase
  beforeAll(() => {
    kb = readForms(['bilingual', 'human'])
  }, 900_000)

  it('holds no human edition to a sentence that only another revision of its topic has', () => {
    const passages = new Map(kb.passages.map((each) => [each.id, each]))
    const inferred = kb.passages.filter(({sourceOrigin}) => sourceOrigin === 'shape')
    expect(inferred.length).toBeGreaterThan(0)
    for (const each of inferred) expect([each.published, each.findings]).toEqual([each.target, []])
    expect(kb.findings.filter(({unit}) => passages.get(unit)?.sourceOrigin === 'shape')).toEqual([])
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
    // With human editions beside them the pages show those, in which nothing is found.
    const machine = readForms(['bilingual'])
    const ids = new Set(machine.findings.map(({id}) => id))
    const blocks = machine.topics.flatMap(({prose}) => Object.values(prose).flat())
    const marked = blocks.filter(({findings}) => findings !== undefined)
    expect(marked.length).toBeGreaterThan(3)
    for (const block of marked) {
      expect(block.findings?.every((id) => ids.has(id))).toBe(true)
      expect(block.original).not.toBe(block.markdown)
    }
  })
})
