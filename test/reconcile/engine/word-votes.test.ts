import {describe, expect, it} from 'vitest'
import type {Unit} from '../../../src/model/schema.ts'
import {messageOf} from '../../../src/reconcile/engine/check.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'
import {wordProblems} from '../../../src/reconcile/engine/word-votes.ts'

const unit = (locale: string, target: string): Unit => ({
  ...{
    id: `${locale}#t1r1c1`,
    edition: locale,
    topic: 'a',
    cell: 'a#t1r1c1',
    locale,
    table: 1,
    row: 1,
    column: 1,
  },
  ...{
    portTable: true,
    source: null,
    sourceOrigin: null,
    sourceFrom: null,
    target,
    segments: [],
    published: target,
  },
  ...{status: 'human' as const, findings: [], place: {path: `${locale}.md`, line: 1, column: 1}},
})

/** What is said of the first text, with the others as voters. */
const said = (own: [string, string], ...others: [string, string][]): string[] => {
  const units = [own, ...others].map(([locale, target]) => unit(locale, target))
  const [first] = units
  return first === undefined
    ? []
    : wordProblems(first, units, emptyContext).map(({check, problem}) => `${check.id}: ${messageOf(problem)}`)
}

describe('src/reconcile/engine/word-votes.ts', () => {
  const ja: [string, string] = ['ja-JP', 'TLS が使用されない場合']
  const zh: [string, string] = ['zh-TW', '未使用 TLS 時']
  it('finds a “not” that one of three languages lost', () => {
    expect(said(['fr-FR', 'lorsque TLS est utilisé'], ja, zh)).toEqual(['negation: Missing “ne…pas”'])
    expect(said(['fr-FR', 'lorsque TLS n’est pas utilisé'], ja, zh)).toEqual([])
  })
  it('finds a lost “not” in a language of which nothing but its words for “not” is known', () => {
    expect(said(['nl-NL', 'als TLS wordt gebruikt'], ja, zh)).toEqual(['negation: Missing “niet”'])
    expect(said(['nl-NL', 'als TLS niet wordt gebruikt'], ja, zh)).toEqual([])
  })
  it.each([
    ['es-ES', 'Fuera del ámbito', 'Dentro del ámbito', 'no…ningún'],
    ['de-DE', 'Außerhalb des Bereichs', 'Im Bereich', 'nicht'],
    ['fr-FR', 'Hors du périmètre', 'Dans le périmètre', 'ne…pas'],
    ['it-IT', 'Fuori dall’ambito', 'Nell’ambito', 'non…nessun'],
    ['nl-NL', 'Buiten het bereik', 'Binnen het bereik', 'niet'],
  ])('takes “outside” for a “not in”, and its loss for one (%s)', (locale, outside, inside, not) => {
    const others: [string, string][] = [
      ['ja-JP', '範囲に含まれない'],
      ['cs-CZ', 'Není v oboru'],
    ]
    expect(said([locale, outside], ...others)).toEqual([])
    expect(said([locale, inside], ...others)).toEqual([`negation: Missing “${not}”`])
  })
  it('finds a direction that is turned round in one of three languages', () => {
    const others: [string, string][] = [
      ['ja-JP', '受信 SIP'],
      ['zh-TW', '輸入 SIP'],
    ]
    expect(said(['fr-FR', 'SIP sortant'], ...others)).toEqual([
      'direction: Unexpected “sortant”, expected “entrant”',
    ])
    expect(said(['fr-FR', 'SIP entrant'], ...others)).toEqual([])
  })
  it('says nothing where two languages are too few, the others differ, or no words are known', () => {
    expect(said(['fr-FR', 'lorsque TLS est utilisé'], ja)).toEqual([])
    expect(said(['fr-FR', 'lorsque TLS est utilisé'], ja, ['zh-TW', '使用 TLS 時'])).toEqual([])
    expect(said(['cy-GB', 'os defnyddir TLS'], ja, zh)).toEqual([])
  })
})
