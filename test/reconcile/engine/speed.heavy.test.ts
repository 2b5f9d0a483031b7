import {describe, expect, it} from 'vitest'
import {checks} from '../../../src/reconcile/checks/index.ts'
import type {CheckUnit} from '../../../src/reconcile/engine/check-unit.ts'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'

const examples = checks.flatMap(({good, bad}) => [...good, ...bad])

/** Distinct units, a third of them with errors. */
const units = (count: number): CheckUnit[] =>
  Array.from({length: count}, (_, index) => {
    const {locale, source, target} = examples[index % examples.length] ?? {
      locale: 'fr-FR',
      source: 'Any',
      target: 'x',
    }
    return {
      id: `u${index}`,
      locale,
      source: `${source} ${index}`,
      target: `${target} ${index}`,
      header: false,
    }
  })

/** Processor seconds, so that a busy machine is no slow one. */
const secondsFor = (count: number): number => {
  const all = units(count)
  const references = all.map(({id, locale, source, target}) => ({
    ...{
      locale,
      source: source ?? '',
      target,
      human: false,
      edition: 'lines',
      unit: id,
      cell: null,
      place: null,
    },
  }))
  const context = buildContext({references, ...readWords('content')})
  const start = process.cpuUsage()
  checkUnits(all, context)
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1e6
}

describe('src/reconcile/engine/check-units.ts on many units', () => {
  it('checks twice as many distinct units in about twice the time', () => {
    secondsFor(2000)
    const one = secondsFor(10_000)
    const two = secondsFor(20_000)
    expect(two).toBeLessThan(Math.max(one * 3, 0.5))
  }, 900_000)
})
