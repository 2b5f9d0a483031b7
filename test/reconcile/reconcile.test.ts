import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type KnowledgeBase, knowledgeBaseSchema, type Unit} from '../../src/model/schema.ts'
import {findFactProblems} from '../../src/reconcile/publish/guard.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {noWords, reconcile, type Words} from '../../src/reconcile/reconcile.ts'
import {runs} from '../support/thorough.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const words = readWords('content')

/** The tiny knowledge base as it is before reconcile, with some texts as a translation might have them. */
const tinyWith = (changes: ReadonlyMap<string, string> = new Map()): KnowledgeBase => {
  const kb = tinyKnowledgeBase()
  const units = kb.units.map((unit): Unit => {
    const target = changes.get(unit.id) ?? (unit.findings.length > 0 ? unit.published : unit.target)
    return {...unit, target, published: target, status: 'machine', findings: []}
  })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const topics = kb.topics.map((topic) => ({
    ...topic,
    tables: topic.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({
          ...cell,
          texts: Object.fromEntries(
            Object.entries(cell.texts).map(([locale, text]) => [
              locale,
              {
                ...text,
                text: byId.get(text.unit ?? '')?.target ?? text.text,
                status: 'machine' as const,
                original: null,
                findings: [],
              },
            ]),
          ),
        })),
      })),
    })),
  }))
  return {...kb, units, topics, findings: []}
}

const paths = tinyWith().units.filter(
  ({source, row, column}) => row > 0 && column === 1 && source?.includes('/'),
)
const mutate: ((text: string) => string)[] = [
  (text) => text.replace('TCP', 'UDP'),
  (text) => text.replace('UDP', 'TCP'),
  (text) => text.replace(/\d+$/, (port) => String(Number(port) + 1)),
  (text) => text.replace(/(\d)-(\d)/, '$1-000-$2'),
  (text) => text.replace(/\/[^/]*$/, ''),
  (text) => text.replace('STUN', 'STOP'),
  (text) => text.replace('TLS', '加密'),
]

describe('src/reconcile/reconcile.ts', () => {
  it('publishes every text of a rule with the facts of the rule, whatever a translation did to a path', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...mutate), (unit, change) => {
        const broken = change(unit.target)
        fc.pre(broken !== unit.target)
        const kb = reconcile(tinyWith(new Map([[unit.id, broken]])), words)
        expect(findFactProblems(kb.topics, kb.locales)).toEqual([])
        const published = kb.units.find(({id}) => id === unit.id)
        expect(published?.target).toBe(broken)
        expect(published?.findings).not.toEqual([])
        const text = kb.topics.flatMap(({tables}) =>
          tables.flatMap(({rows}) =>
            rows.flatMap(({cells}) => cells.flatMap(({texts}) => texts[unit.locale] ?? [])),
          ),
        )
        const own = text.find((one) => one.unit === unit.id)
        expect(own?.original === null ? own.text : own?.original).toBe(broken)
        expect(own?.findings).toEqual(published?.findings)
      }),
      {numRuns: runs(20)},
    )
  })

  it('leaves a dataset without errors as it is', () => {
    const kb = tinyWith()
    const {units, topics} = reconcile(kb, noWords)
    const silent = units.filter(({findings}) => findings.length === 0)
    expect(silent.length).toBeGreaterThan(units.length / 2)
    for (const {published, target} of silent) expect(published).toBe(target)
    expect(topics.length).toBe(kb.topics.length)
  })

  it('gives the same bytes for any order of the units, and a valid dataset', () => {
    const kb = tinyWith()
    const turned = {...kb, units: kb.units.toReversed()}
    const one = reconcile(kb, words)
    expect(JSON.stringify(reconcile(turned, words).findings)).toBe(JSON.stringify(one.findings))
    expect(knowledgeBaseSchema.safeParse(one).error).toBeUndefined()
  })

  const decide = (source: string, text: string, locale = 'zh-TW'): Words => ({
    ...noWords,
    decisions: new Map([[locale, {locale, entries: [{source, text, reason: 'review', date: '2026-01-31'}]}]]),
  })

  it('publishes what a reviewer decided before any other correction', () => {
    const any = tinyWith().units.find(({source, locale}) => source === 'Any' && locale === 'zh-TW')
    if (any === undefined) throw new Error('the tiny knowledge base has a cell “Any”')
    const kb = reconcile(tinyWith(new Map([[any.id, '每']])), decide('Any', '任意一方'))
    const unit = kb.units.find(({id}) => id === any.id)
    expect([unit?.published, unit?.status]).toEqual(['任意一方', 'corrected'])
    expect(kb.findings.find(({unit: id}) => id === any.id)?.fix?.origin).toBe('decision')
  })

  it('problems a decision that matches nothing', () => {
    const {diagnostics} = reconcile(tinyWith(), decide('No such text', 'x'))
    expect(diagnostics.filter(({id}) => id === 'decision-unused').map(({message}) => message)).toEqual([
      'the decision of 2026-01-31 for “No such text” matches no cell in zh-TW',
    ])
  })
})
