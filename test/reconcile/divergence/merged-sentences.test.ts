import {describe, expect, it} from 'vitest'
import {mergedSentences} from '../../../src/reconcile/divergence/merged-sentences.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const expected = (locale: string, source: string, target: string, human: string): string | undefined => {
  const reference = {
    ...{locale, source, target: human, human: true},
    ...{edition: 'h', unit: 'h', cell: null, place: null},
  }
  const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  return asked === null ? undefined : mergedSentences(asked)?.expected
}

const dutch = ['nl-NL', 'Used for backups. Not needed on test hosts.'] as const
const right = 'Gebruikt voor back-ups. Niet nodig op testhosts.'

describe('src/reconcile/divergence/merged-sentences', () => {
  it('finds two sentences that run together', () => {
    expect(expected(...dutch, 'Gebruikt voor back-ups niet nodig op testhosts.', right)).toBe(
      'back-ups. Niet',
    )
    expect(
      expected(
        'cs-CZ',
        'Opens the console. Optional on nodes.',
        'Otevírá konzolu volitelné na uzlech.',
        'Otevírá konzolu. Volitelné na uzlech.',
      ),
    ).toBe('konzolu. Volitelné')
    expect(
      expected(
        'ru-RU',
        'Opens the console. Only for auditors.',
        'Открывает консоль только для аудиторов.',
        'Открывает консоль. Только для аудиторов.',
      ),
    ).toBe('консоль. Только')
  })

  it.each([
    'Gebruikt voor back-ups, niet nodig op testhosts.',
    'Gebruikt voor back-ups maar niet nodig op testhosts.',
    'Gebruikt voor back-ups Niet nodig op testhosts.',
    'Gebruikt voor back-ups – niet nodig op testhosts',
    right,
  ])('leaves sentences that a mark, a word or a capital tells apart: %s', (target) => {
    expect(expected(...dutch, target, right)).toBeUndefined()
  })

  it('says nothing where people write one sentence as well', () => {
    const human = 'Gebruikt voor back-ups niet nodig op testhosts'
    expect(expected(...dutch, 'Gebruikt voor back-ups niet nodig op de testhosts.', human)).toBeUndefined()
  })
})
