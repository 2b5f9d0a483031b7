import {describe, expect, it} from 'vitest'
import type {Unit} from '../../../src/model/schema.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'
import {voteUnits} from '../../../src/reconcile/engine/vote.ts'

const unit = (locale: string, target: string): Unit => ({
  ...{id: locale, edition: locale, topic: 'a', cell: 'a#t1r1c1', locale, table: 1, row: 1, column: 1},
  ...{portTable: true, source: null, sourceOrigin: null, sourceFrom: null, target, segments: []},
  ...{published: target, status: 'human' as const, findings: []},
  place: {path: `${locale}.md`, line: 1, column: 1},
})

/** What the other locales of a cell say that the first one lacks. */
const said = (...texts: [string, string][]): string[] =>
  voteUnits(
    texts.map(([locale, target]) => unit(locale, target)),
    ({id, locale, target, place}) => ({id, locale, source: null, target, header: false, place}),
    emptyContext,
  ).map(({unit: id, message}) => `${id}: ${message}`)

describe('src/reconcile/engine/vote.ts', () => {
  it('finds the port that one of four languages lost', () => {
    const others: [string, string][] = [
      ['de-DE', 'Der Kran lauscht an Port 6201.'],
      ['es-ES', 'La grúa escucha en el puerto 6201.'],
      ['it-IT', 'La gru è in ascolto sulla porta 6201.'],
    ]
    expect(said(['fr-FR', 'La grue écoute sur un port.'], ...others)).toEqual([
      expect.stringContaining('6201'),
    ])
  })

  it.each([
    ['fr-FR', 'La grue a neuf crochets et un frein.'],
    ['de-DE', 'Der Kran hat neun Haken und eine Bremse.'],
    ['sv-SE', 'Kranen har nio krokar och en broms.'],
  ])('takes a small number that a sentence may spell for no loss (%s)', (locale, text) => {
    const others: [string, string][] = [
      ['es-ES', 'La grúa tiene 9 ganchos y un freno.'],
      ['it-IT', 'La gru ha 9 ganci e un freno.'],
      ['pt-BR', 'O guindaste tem 9 ganchos e um freio.'],
    ]
    expect(said([locale, text], ...others)).toEqual([])
    expect(said(['fr-FR', 'TCP'], ['es-ES', 'TCP 9'], ['it-IT', 'TCP 9'], ['pt-BR', 'TCP 9'])).toEqual([
      'fr-FR: Missing “9”',
    ])
  })
})
