import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {alikePairs, likenessOf} from '../../src/compare/alike-sets.ts'
import {families, pairsToBuild} from '../../src/compare/topic-families.ts'
import {topicRule} from '../support/rules.ts'
import {topicOf} from '../support/topic-of.ts'

const sets = fc.array(fc.uniqueArray(fc.integer({min: 1, max: 12}), {maxLength: 8}), {maxLength: 14})

/** Each beside each other. */
const allPairs = (count: number): [number, number][] =>
  Array.from({length: count}, (_, b) => Array.from({length: b}, (__, a): [number, number] => [a, b])).flat()

describe('src/compare/alike-sets.ts', () => {
  it.each([0.3, 0.5, 0.8, 1])('finds every pair that is alike by %d, and no other', (least) => {
    fc.assert(
      fc.property(sets, (numbers) => {
        const texts = numbers.map((each) => new Set(each.map(String)))
        const found = [...alikePairs(texts, least)].map(({a, b}) => `${a} ${b}`).toSorted()
        const expected = allPairs(texts.length)
          .filter(([a, b]) => likenessOf(texts[a] ?? new Set(), texts[b] ?? new Set()) >= least)
          .map(([a, b]) => `${a} ${b}`)
        expect(found).toEqual(expected.toSorted())
      }),
      {numRuns: 100},
    )
  })

  it('lets families and their most alike pairs be what all pairs would tell', () => {
    fc.assert(
      fc.property(sets, fc.integer({min: 0, max: 30}), (numbers, limit) => {
        const topics = numbers.map((ports, at) =>
          topicOf(
            `topic-${String(at).padStart(2, '0')}`,
            ports.map((port) => topicRule({ports: [[port, port]]})),
          ),
        )
        const signed = numbers
          .map((ports, at) => ({
            id: `topic-${String(at).padStart(2, '0')}`,
            ports: new Set(ports.map(String)),
          }))
          .filter(({ports}) => ports.size > 0)
        const pairs = allPairs(signed.length).flatMap(([a, b]) => {
          const [one, two] = [signed[a], signed[b]]
          return one && two ? [{a: one.id, b: two.id, likeness: likenessOf(one.ports, two.ports)}] : []
        })
        const family = new Map(signed.map(({id}) => [id, new Set([id])]))
        for (const {a, b} of pairs.filter(({likeness}) => likeness >= 0.5)) {
          const joined = new Set([...(family.get(a) ?? []), ...(family.get(b) ?? [])])
          for (const id of joined) family.set(id, joined)
        }
        const expected = [...new Set(family.values())].map((ids) => [...ids].toSorted())
        expect(families(topics)).toEqual(expected.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)))
        const wanted = (
          pairs.length * 2 <= limit ? pairs : pairs.filter(({a, b}) => family.get(a) === family.get(b))
        )
          .toSorted((x, y) => y.likeness - x.likeness || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1))
          .slice(0, Math.floor(limit / 2))
        const built = pairsToBuild(topics, limit)
        expect(built.filter(({a, b}) => a < b)).toEqual(
          wanted.map(({a, b}) => ({a, b})).toSorted((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1)),
        )
        expect(built).toHaveLength(wanted.length * 2)
      }),
      {numRuns: 100},
    )
  })

  it('takes no square of the number of topics', () => {
    const topics = Array.from({length: 4000}, (_, at) =>
      topicOf(
        `topic-${at}`,
        [443, 1000 + at, 10_000 + at].map((port) => topicRule({ports: [[port, port]]})),
      ),
    )
    const start = process.cpuUsage()
    expect(families(topics)).toHaveLength(4000)
    expect(pairsToBuild(topics, 210)).toEqual([])
    // Each beside each other took a minute.
    expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(20)
  })
})
