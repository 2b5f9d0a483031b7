import {join} from 'node:path'
import {expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../../src/app/fix/documents-fs.ts'
import {noWords, reconcile} from '../../../src/reconcile/reconcile.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

describeShared('src/reconcile/engine/word-votes on real documents', () => {
  it('has nothing against the words of human editions without any English', () => {
    const inputs = listCheckInputs([join(sharedDir, 'technet', 'human')]).filter(
      ({kind}) => kind === 'document',
    )
    const kb = buildKnowledgeBase(readDocuments(inputs).documents.map(({edition}) => edition))
    const {findings} = reconcile(kb, noWords)
    const words = new Set(['negation', 'condition', 'requirement', 'direction'])
    expect(findings.filter(({check}) => words.has(check)).map(({message}) => message)).toEqual([])
  })
})
