import {describe, expect, it} from 'vitest'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {messageOf} from '../../../src/reconcile/engine/check.ts'
import type {CheckUnit} from '../../../src/reconcile/engine/check-unit.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const said = (locale: string, source: string, target: string, more: Partial<CheckUnit> = {}): string[] => {
  const asked = ask({id: 'a', locale, source, target, header: false, ...more}, emptyContext)
  return asked === null
    ? []
    : problemsOf(asked).map(
        ({check, problem}) => `${problem.severity ?? check.severity} ${check.id}: ${messageOf(problem)}`,
      )
}

describe('src/reconcile/engine/ask.ts', () => {
  it('says of a cell that still stands in English that it is untranslated, and of no word that it is lost', () => {
    expect(
      said('zh-CN', 'Required only for the Brindle overlay', 'Required only for the Brindle overlay'),
    ).toEqual([expect.stringMatching(/^major untranslated: Unexpected/)])
  })

  it('says once that a sentence is lost, as gravely as what is lost with it', () => {
    const source =
      'RDP. Only the first packet of the client is answered, and it is required if the name of the host is not known (UDP 53).'
    expect(said('de-DE', source, 'RDP.')).toEqual([
      expect.stringMatching(/^critical missing-sentence: Missing/),
    ])
  })

  it('takes a header for right that its language has for the column', () => {
    expect(said('ja-JP', 'Direction', '通信の向き', {header: true, kind: 'direction'})).toEqual([])
    expect(said('ja-JP', 'Direction', '説明', {header: true, kind: 'direction'})).not.toEqual([])
  })
})
