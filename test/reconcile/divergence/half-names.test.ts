import {describe, expect, it} from 'vitest'
import {halfNames} from '../../../src/reconcile/divergence/half-names.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const found = (locale: string, source: string, target: string, human: string): string[] => {
  const reference = {
    ...{locale, source, target: human, human: true},
    ...{edition: 'h', unit: 'h', cell: null, place: null},
  }
  const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  return asked === null ? [] : halfNames(asked).map(({name}) => name)
}

describe('src/reconcile/divergence/half-names', () => {
  it('finds the word of a name that was translated where people keep the name whole', () => {
    expect(found('nl-NL', 'Sync Gateway Keeper', 'Sync Gateway Bewaarder', 'Sync Gateway Keeper')).toEqual([
      'Sync Gateway Keeper',
    ])
    expect(
      found('ja-JP', 'Ports of Sync Hub Keeper', 'Sync Hub 保護者のポート', 'Sync Hub Keeper のポート'),
    ).toEqual(['Sync Hub Keeper'])
  })

  it('leaves a name that people translate, that is translated whole, or whose noun the language has', () => {
    expect(found('nl-NL', 'Sync Hub Keeper', 'Sync Hub Bewaarder', 'Sync Hub Bewaker')).toEqual([])
    expect(found('ja-JP', 'Sync Hub Keeper', '同期ハブ保護者', 'Sync Hub Keeper')).toEqual([])
    expect(found('ja-JP', 'Sync Server', 'Sync サーバー', 'Sync Server')).toEqual([])
  })
})
