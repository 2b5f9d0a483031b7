import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {goldCellSchema, type Score, scoreCells, summarize} from '../../../scripts/maintain/score.ts'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../../src/app/fix/documents-fs.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'
import {noWords, referencesOf} from '../../../src/reconcile/reconcile.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

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
  }, 900_000)

  const scoreOf = (name: string): Score => {
    const score = scores.get(name)
    if (score === undefined) throw new Error(`not scored: ${name}`)
    return score
  }

  // The labelled cells have grown from 228 to 955 since these bounds were met. They stand as what is wanted: a test that
  // begins to hold loses its `fails`. Until then the floors below keep what is there.
  for (const name of ['bilingual', 'human']) {
    it.fails(`finds every critical and major error with hardly a false problem (context: ${name})`, () => {
      const {critical, grave, flagged} = scoreOf(name)
      expect(share(critical)).toBe(1)
      expect(share(grave)).toBe(1)
      expect(share(flagged)).toBeGreaterThanOrEqual(0.95)
    })
  }

  it.fails('corrects as reviewers do: nine of ten with human editions, six of ten without', () => {
    const [human, bilingual] = [scoreOf('human').fixes, scoreOf('bilingual').fixes]
    expect(share(human)).toBeGreaterThanOrEqual(0.9)
    expect(share(bilingual)).toBeGreaterThanOrEqual(0.6)
  })

  it.fails('learns enough from documents to find nearly all without any word list', () => {
    const {critical, grave, flagged} = scoreOf('unknown')
    expect(share(critical)).toBeGreaterThanOrEqual(0.95)
    expect(share(grave)).toBeGreaterThanOrEqual(0.85)
    expect(share(flagged)).toBeGreaterThanOrEqual(0.9)
  })

  it.each([
    ['bilingual', {critical: 0.91, grave: 0.65, right: 0.94, accepted: 0.5}],
    ['human', {critical: 0.95, grave: 0.8, right: 0.95, accepted: 0.9}],
    ['unknown', {critical: 0.85, grave: 0.7, right: 0.92, accepted: 0.92}],
  ])(
    'finds no less than was measured when only severe findings began to count (context: %s)',
    (name, floor) => {
      const {critical, grave, flagged, fixes} = scoreOf(name)
      expect(share(critical)).toBeGreaterThanOrEqual(floor.critical)
      expect(share(grave)).toBeGreaterThanOrEqual(floor.grave)
      expect(share(flagged)).toBeGreaterThanOrEqual(floor.right)
      expect(share(fixes)).toBeGreaterThanOrEqual(floor.accepted)
    },
  )
})
