import {describe, expect, it} from 'vitest'
import {distinctTexts, type Reference} from '../../../src/reconcile/engine/reference.ts'
import {distinctPairs} from '../../../src/reconcile/learning/distinct-pairs.ts'

const reference = (source: string, target: string, human = false, edition = 'a.md'): Reference => ({
  locale: 'fr-FR',
  source,
  target,
  human,
  edition,
  unit: `${edition}#t1r1c1`,
  cell: null,
  place: null,
})

describe('src/reconcile/engine/reference.ts', () => {
  it('counts equal texts and keeps the first of them, human ones apart', () => {
    const found = distinctTexts([
      reference('Any', 'Tout'),
      reference('Any', 'Tous'),
      reference('Any', 'Tout', true, 'b.md'),
      reference('Any', 'Tout', false, 'c.md'),
      reference('Anyone', 'Tout'),
    ])
    expect(
      found.map(({source, target, human, edition, count}) => [source, target, human, edition, count]),
    ).toEqual([
      ['Any', 'Tout', false, 'a.md', 2],
      ['Any', 'Tous', false, 'a.md', 1],
      ['Any', 'Tout', true, 'b.md', 1],
      ['Anyone', 'Tout', false, 'a.md', 1],
    ])
  })

  it('tells texts apart whatever characters they hold', () => {
    const found = distinctTexts([reference('a\nb', 'c'), reference('a', 'b\nc'), reference('__proto__', 'c')])
    expect(found).toHaveLength(3)
  })
})

describe('src/reconcile/learning/distinct-pairs.ts', () => {
  it('gives the last of equal pairs at the place of the first one', () => {
    const pairs = [
      {source: 'a', target: 'b', human: false},
      {source: 'c', target: 'd', human: false},
      {source: 'a', target: 'b', human: true},
    ]
    expect(distinctPairs(pairs)).toEqual([pairs[2], pairs[1]])
  })

  it('stops after so many', () => {
    const pairs = ['a', 'b', 'a', 'c'].map((source) => ({source, target: ''}))
    expect(distinctPairs(pairs, 2).map(({source}) => source)).toEqual(['a', 'b'])
  })
})
