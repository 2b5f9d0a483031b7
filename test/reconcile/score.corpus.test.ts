import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {goldCellSchema, type Score, scoreCells, summarize} from '../../scripts/maintain/score.ts'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../src/app/fix/documents-fs.ts'
import {buildContext} from '../../src/reconcile/engine/context.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {noWords, referencesOf} from '../../src/reconcile/reconcile.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

const share = ({found, all}: {found: number; all: number}): number => found / all

describeShared('scripts/maintain/score on the labelled cells', () => {
  const scores = new Map<string, Score>()

  beforeAll(() => {
    const gold = readdirSync(join(sharedDir, 'gold'))
      .flatMap((name) =>
        readFileSync(join(sharedDir, 'gold', name), 'utf8')
          .trim()
          .split('\n'),
      )
      .map((line) => goldCellSchema.parse(JSON.parse(line)))
    const read = (...forms: string[]) =>
      referencesOf(
        buildKnowledgeBase(
          readDocuments(listCheckInputs(forms.map((form) => join(sharedDir, 'technet', form)))).documents.map(
            ({edition}) => edition,
          ),
        ),
      )
    const words = readWords('content')
    const settings = {
      bilingual: buildContext({references: read('bilingual'), ...words}),
      human: buildContext({references: read('bilingual', 'human'), ...words}),
      unknown: buildContext({references: read('bilingual', 'human'), ...noWords, withoutLexicon: true}),
    }
    for (const [name, context] of Object.entries(settings)) {
      const all = summarize(scoreCells(gold, context)).find(({locale}) => locale === 'all')
      if (all) scores.set(name, all)
    }
  }, 60_000)

  const scoreOf = (name: string): Score => {
    const score = scores.get(name)
    if (score === undefined) throw new Error(`not scored: ${name}`)
    return score
  }

  for (const name of ['bilingual', 'human']) {
    it(`finds every critical and major error with hardly a false alarm (context: ${name})`, () => {
      const {critical, grave, flagged} = scoreOf(name)
      expect(share(critical)).toBe(1)
      expect(share(grave)).toBe(1)
      expect(flagged.right / flagged.all).toBeGreaterThanOrEqual(0.95)
    })
  }

  it('corrects as reviewers do: nine of ten with human editions, six of ten without', () => {
    const [human, bilingual] = [scoreOf('human').fixes, scoreOf('bilingual').fixes]
    expect(human.accepted / human.all).toBeGreaterThanOrEqual(0.9)
    expect(bilingual.accepted / bilingual.all).toBeGreaterThanOrEqual(0.6)
  })

  it('learns enough from documents to find nearly all without any word list', () => {
    const {critical, grave, flagged} = scoreOf('unknown')
    expect(share(critical)).toBeGreaterThanOrEqual(0.95)
    expect(share(grave)).toBeGreaterThanOrEqual(0.85)
    expect(flagged.right / flagged.all).toBeGreaterThanOrEqual(0.9)
  })
})
