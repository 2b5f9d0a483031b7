import {join} from 'node:path'
import {expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../src/app/fix/documents-fs.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {findFactProblems} from '../../src/reconcile/publish/guard.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {reconcile} from '../../src/reconcile/reconcile.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

const words = readWords('content')

describeShared('src/reconcile/reconcile on real documents', () => {
  const read = (...forms: string[]) => {
    const inputs = listCheckInputs(forms.map((form) => join(sharedDir, 'technet', form)))
    const kb = buildKnowledgeBase(readDocuments(inputs).documents.map(({edition}) => edition))
    return {kb, out: reconcile(kb, words)}
  }
  const human = (kb: KnowledgeBase) => {
    const ids = new Set(
      kb.editions.filter(({translationType}) => translationType === 'human').map(({id}) => id),
    )
    return kb.findings.filter(({unit}) => ids.has(unit.split('#')[0] ?? ''))
  }

  for (const forms of [['bilingual'], ['machine'], ['human'], ['bilingual', 'human']]) {
    it(`keeps every fact of every rule in every locale (${forms.join(' and ')})`, () => {
      const {out} = read(...forms)
      expect(out.topics.flatMap(({tables}) => tables).length).toBeGreaterThan(20)
      expect(findFactProblems(out.topics, out.locales)).toEqual([])
    }, 900_000)
  }

  it('finds errors of the English that the rule itself or its siblings prove', () => {
    const anomalies = read('bilingual').out.findings.filter(({check}) => check === 'source-anomaly')
    expect(
      new Set(anomalies.map(({message}) => message.replace(/“[^”]*”/g, '“…”').replace(/\d+/, 'N'))),
    ).toEqual(
      new Set([
        'English: a slash is missing before TCP',
        'English: no transport',
        'English: the source is “…” here, and “…” in N rules that are alike otherwise',
        'English: TLS and MTLS are both named; TLS stands for both',
      ]),
    )
    for (const {fix} of anomalies) expect(fix).toBeNull()
  }, 900_000)

  for (const forms of [['human'], ['bilingual', 'human']]) {
    it(`finds torn tokens and cells in another language in human editions (${forms.join(' and ')})`, () => {
      const found = human(read(...forms).out)
      const torn = found.filter(({check, locale}) => check === 'protocol-token' && locale === 'ja-JP')
      expect(new Set(torn.map(({unit}) => unit)).size).toBe(9)
      const french = found.filter(({check, locale}) => check === 'wrong-language' && locale === 'zh-TW')
      expect(new Set(french.map(({unit}) => unit)).size).toBe(13)
    }, 900_000)
  }
})
