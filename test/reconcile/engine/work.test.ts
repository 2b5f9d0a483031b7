import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

/** How often checks were asked: each looks at the clock before. */
const workFor = (renderings: number): number => {
  const units = Array.from({length: renderings}, (_, index) => ({
    id: `u${index}`,
    ...{locale: 'fr-FR', source: 'Port of the relay, TCP/9443', header: false, edition: `e${index}`},
    target: `Port du relais de la filiale ${'abcdefghij'[index % 10]}${index}, TCP/${9443 + (index % 3)}`,
  }))
  const references = units.map((unit) => ({...unit, human: false, unit: unit.id, cell: null, place: null}))
  const context = buildContext({references, termbase: new Map(), decisions: new Map()})
  let asked = 0
  checkUnits(units, context, () => {
    asked++
    return 0
  })
  return asked
}

describe('src/reconcile/engine/check-units.ts', () => {
  it('does two and a half times the work for two and a half times the renderings of one English text', () => {
    expect(workFor(250)).toBeLessThan(3 * workFor(100))
  })
})
