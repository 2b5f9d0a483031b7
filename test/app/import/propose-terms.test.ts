import {describe, expect, test} from 'vitest'
import {learnTerms} from '../../../src/app/import/propose-terms.ts'
import type {Reference} from '../../../src/reconcile/engine/context.ts'

const cell = (source: string, target: string, human = false, line = 1): Reference => ({
  locale: 'zh-TW',
  source,
  target,
  human,
  edition: 'a.md',
  unit: `a.md#${line}`,
  cell: null,
  place: {path: 'a.md', line, column: 1},
})
const termbase = (entry: {approved: string; forbidden: string[]}) =>
  new Map([
    [
      'zh-TW',
      {
        locale: 'zh-TW',
        entries: [{source: 'Any', accepted: [], severity: 'minor' as const, note: '', ...entry}],
      },
    ],
  ])

describe('src/app/import/propose-terms.ts', () => {
  test('what people write is proposed, what only the machine writes against them is not', () => {
    const cells = [
      cell('Any', '每', false, 1),
      cell('Any', '每', false, 2),
      cell('Any', '任何', true, 3),
      cell('Any', '任何', false, 4),
      cell('Any', '任一', true, 5),
    ]
    const [term] = learnTerms(cells, termbase({approved: '任何', forbidden: ['每']}))
    expect(term?.cells).toBe(5)
    expect(
      term?.renderings.map(({text, human, machine, proposal, termbase: known}) => [
        text,
        human,
        machine,
        proposal,
        known,
      ]),
    ).toEqual([
      ['任何', 1, 1, 'approved', 'approved'],
      ['任一', 1, 0, 'accepted', null],
      ['每', 0, 2, 'forbidden', 'forbidden'],
    ])
    expect(term?.renderings[2]?.places.map(({line}) => line)).toEqual([1, 2])
  })

  test('without people a rendering is proposed only when the machine is consistent', () => {
    const proposals = (targets: string[]) =>
      learnTerms(
        targets.map((target) => cell('Director', target)),
        new Map(),
      )[0]?.renderings.map(({proposal}) => proposal)
    expect(proposals(['導演', 'Director', 'Director', 'Director'])).toEqual(['approved', null])
    expect(proposals(['導演', 'Director'])).toEqual([null, null])
  })

  test('paths, numbers, sentences and single cells are no terms', () => {
    const cells = ['SIP/TLS', '5061', 'Open it. Then close it.', 'one two three four five six'].flatMap(
      (source) => [cell(source, 'x'), cell(source, 'x')],
    )
    expect(learnTerms([...cells, cell('Director', 'x')], new Map())).toEqual([])
  })

  test('the order of the cells makes no difference', () => {
    const cells = [cell('Any', '每'), cell('Any', '任何'), cell('Director', 'b'), cell('Director', 'a')]
    const counts = (list: Reference[]) =>
      learnTerms(list, new Map()).map(({source, renderings}) => [source, renderings.map(({text}) => text)])
    expect(counts(cells.toReversed())).toEqual(counts(cells))
  })
})
