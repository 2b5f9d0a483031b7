import {join} from 'node:path'
import {expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../../src/app/fix/documents-fs.ts'
import {lexiconOf} from '../../../src/languages/lexicon.ts'
import {negation} from '../../../src/reconcile/checks/negation.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {messageOf} from '../../../src/reconcile/engine/check.ts'
import {type Context, emptyContext} from '../../../src/reconcile/engine/context.ts'
import {readEnglishDenial} from '../../../src/reconcile/reading/denial/english-denial.ts'
import {foldWords} from '../../../src/reconcile/reading/placed-fold.ts'
import {withoutWords} from '../../../src/reconcile/reading/words.ts'
import {splitSentences} from '../../../src/text/sentences.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

const said = (locale: string, source: string, target: string, context: Context = emptyContext): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  return asked === null ? [] : problemsOf(asked, [negation]).map(({problem}) => messageOf(problem))
}

/** The sentence without the words that deny. */
const affirm = (sentence: string, tag: string): string => {
  const {concepts, harmless} = lexiconOf(tag)
  const kept = withoutWords(foldWords(sentence), [
    ...[...concepts.affirmation, ...concepts.exception, ...concepts.contrary, ...harmless],
  ])
  const bare = withoutWords(kept, concepts.negation)
  return [...sentence].filter((_, index) => bare[index] === kept[index]).join('')
}

describeShared('src/reconcile/checks/negation on real documents', () => {
  it('finds the lost “not” of a sentence in nearly all translations that have one', () => {
    const folders = ['bilingual', 'human', 'bilingual-pipe'].map((name) => join(sharedDir, 'technet', name))
    const inputs = listCheckInputs(folders).filter(({kind}) => kind === 'document')
    const kb = buildKnowledgeBase(readDocuments(inputs).documents.map(({edition}) => edition))
    const texts = [
      ...kb.units,
      ...kb.passages.flatMap(({segments, locale: tag}) => segments.map((one) => ({...one, locale: tag}))),
    ]
    const distinct = new Map(texts.map((each) => [`${each.locale}\n${each.source}\n${each.target}`, each]))
    let [found, all] = [0, 0]
    for (const {locale: tag, source, target} of distinct.values()) {
      if (source === null || said(tag, source, target).length > 0) continue
      const [own, sentences] = [splitSentences(source), splitSentences(target)]
      if (own.length !== sentences.length) continue
      for (const [index, sentence] of sentences.entries()) {
        const wrong = affirm(sentence, tag)
        if (readEnglishDenial(own[index] ?? '').nots === 0 || wrong === sentence || wrong.trim() === '')
          continue
        all++
        found += said(tag, source, sentences.with(index, wrong).join(' ')).length
      }
    }
    expect(all).toBeGreaterThan(100)
    expect(found / all).toBeGreaterThan(0.95)
  }, 900_000)
})
