import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../../src/app/fix/documents-fs.ts'
import type {Unit} from '../../../src/model/schema.ts'
import type {CheckUnit} from '../../../src/reconcile/engine/check-unit.ts'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext, type Context, flat, keyOf} from '../../../src/reconcile/engine/context.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'
import {asCheckUnit, referencesOf} from '../../../src/reconcile/reconcile.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

/** An error whose tokens are all in place: the cell that had it, with the wrong text or the English turned round. */
interface Mutant {
  unit: Unit
  source: string
  target: string
}

const HALF = 0.5
const LONG = 60

/** The text of another row of the same column. */
const withOtherRow = (good: readonly Unit[]): Mutant[] =>
  [...Map.groupBy(good, ({edition, table, column}) => `${edition} ${table} ${column}`).values()].flatMap(
    (column) =>
      column.flatMap((unit, index) => {
        const other = column[(index + 1) % column.length]
        return other === undefined ||
          keyOf(other.source ?? '') === keyOf(unit.source ?? '') ||
          flat(other.target) === flat(unit.target)
          ? []
          : [{unit, source: unit.source ?? '', target: other.target}]
      }),
  )

/** A translation without its last sentence. */
const withoutSentence = (good: readonly Unit[]): Mutant[] =>
  good.flatMap((unit) => {
    const sentences = unit.target.match(/[^。.]+(?:。|\.(?=\s|$)|$)/g) ?? []
    const english = unit.source?.match(/[^.]+(?:\.(?=\s|$)|$)/g) ?? []
    return sentences.length < 2 || english.length < 2
      ? []
      : [{unit, source: unit.source ?? '', target: sentences.slice(0, -1).join('').trim()}]
  })

/** A translation that breaks off half-way. */
const cut = (good: readonly Unit[]): Mutant[] =>
  good
    .filter(({source}) => (source?.length ?? 0) >= LONG)
    .map((unit) => ({
      unit,
      source: unit.source ?? '',
      target: unit.target.slice(0, Math.floor(unit.target.length * HALF)),
    }))

/** "From A to B" whose translation says "from B to A": the same as the English turned round. */
const turnedRound = (good: readonly Unit[]): Mutant[] =>
  good.flatMap((unit) => {
    const [, head, from, to, tail] =
      /^([^.,;]*\bfrom )([^.,;]+?) to ([^.,;()]+)(.*)$/.exec(unit.source ?? '') ?? []
    return head === undefined || from === undefined || to === undefined
      ? []
      : [{unit, source: `${head}${to} to ${from}${tail}`, target: unit.target}]
  })

/** Two ports that changed places: the same as the English with them changed. */
const swappedPorts = (good: readonly Unit[]): Mutant[] =>
  good.flatMap((unit) => {
    const [, head, one, between, other, tail] =
      /^(.*\bports? )(\d+)(\b.*\bports? )(\d+)(\b.*)$/.exec(unit.source ?? '') ?? []
    return head === undefined || one === undefined || other === undefined || one === other
      ? []
      : [{unit, source: `${head}${other}${between}${one}${tail}`, target: unit.target}]
  })

describeShared('src/reconcile/engine/check-units: errors that leave all tokens in place', () => {
  let context: Context
  let good: Unit[] = []
  let ask: (unit: Unit) => CheckUnit

  beforeAll(() => {
    const folders = ['bilingual', 'human'].map((name) => join(sharedDir, 'technet', name)).filter(existsSync)
    const documents = listCheckInputs(folders).filter(({kind}) => kind === 'document')
    const kb = buildKnowledgeBase(readDocuments(documents).documents.map(({edition}) => edition))
    context = buildContext({references: referencesOf(kb), ...readWords('content')})
    ask = asCheckUnit(kb)
    const human = new Set(kb.editions.filter(({form}) => form === 'human').map(({id}) => id))
    const asked = kb.units.filter(
      ({edition, source, target, portTable, row}) =>
        human.has(edition) && source !== null && target !== '' && portTable && row > 0,
    )
    const bad = new Set(checkUnits(asked.map(ask), context).map(({unit}) => unit))
    good = asked.filter(({id}) => !bad.has(id))
  }, 900_000)

  /** Share of distinct mutants with a critical or major finding. */
  const recall = (mutants: readonly Mutant[], least = 10): number => {
    const distinct = new Map(
      mutants.map((each) => [`${each.unit.locale}\n${each.source}\n${each.target}`, each]),
    )
    const units = [...distinct.values()].map(({unit, source, target}, index) => ({
      ...ask(unit),
      ...{id: `m${index}`, source, target, cell: null},
    }))
    expect(units.length).toBeGreaterThan(least)
    const found = checkUnits(units, context).filter(({severity}) => severity !== 'minor')
    return new Set(found.map(({unit}) => unit)).size / units.length
  }

  it('finds cells that hold the text of another row', () => {
    expect(recall(withOtherRow(good))).toBeGreaterThan(0.97)
  })
  it('finds translations that lost a sentence', () => {
    expect(recall(withoutSentence(good))).toBeGreaterThan(0.97)
  })
  it('finds most translations that break off half-way', () => {
    expect(recall(cut(good))).toBeGreaterThan(0.85)
  })
  it('finds ports that changed places', () => {
    expect(recall(swappedPorts(good), 3)).toBe(1)
  })
  it('finds most sentences whose ends are turned round', () => {
    expect(recall(turnedRound(good))).toBeGreaterThan(0.7)
  })
})
