import {describe, expect, it} from 'vitest'
import {lostEnds} from '../../../src/reconcile/divergence/lost-ends.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const machines = [
  ['probe', '探針'],
  ['gateway', '閘道'],
  ['printer', '印表機'],
  ['scanner', '掃描器'],
  ['console', '主控台'],
] as const

/** Human texts that say "from" and "to" of every two machines, and one of them or none of each. */
const humans = machines.flatMap(([one, own]) => [
  [`Received from the ${one}`, `從${own}接收`] as const,
  [`Data of the ${one}`, `${own}的資料`] as const,
  [`Sent to the ${one}`, `傳送到${own}`] as const,
  ...machines
    .filter(([other]) => other !== one)
    .map(([other, others]) => [`Data from the ${one} to the ${other}`, `從${own}到${others}的資料`] as const),
])
const long = 'Used for peer-to-peer copies. Saves data to the gateway from the probe'

const ended = (source: string, target: string, human: string): string[] => {
  const references = [...humans, [source, human] as const].map(([english, text], index) => ({
    ...{locale: 'zh-TW', source: english, target: text, human: true},
    ...{edition: 'h', unit: `h${index}`, cell: null, place: null},
  }))
  const context = buildContext({references, termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale: 'zh-TW', source, target, header: false}, context)
  return asked === null ? [] : lostEnds(asked).map(({end}) => end)
}

describe('src/reconcile/divergence/lost-ends', () => {
  const human = '用於對等複製。從探針到閘道備份資料'

  it('looks for the words in the sentence that names the ends', () => {
    expect(ended(long, '用於對等複製。從探針備份資料的閘道', human)).toEqual(['to'])
    expect(ended(long, '用於對等複製。到閘道的探針備份資料', human)).toEqual(['from'])
  })

  it('takes any word that the language has for it', () => {
    expect(ended(long, '用於對等複製。從探針至閘道備份資料', human)).toEqual([])
    expect(ended(long, '用於對等複製。從探針向閘道備份資料', human)).toEqual([])
  })
})
