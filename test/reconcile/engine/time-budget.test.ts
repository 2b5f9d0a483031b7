import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import type {Clock} from '../../../src/reconcile/engine/time-budget.ts'

const unit = {id: 'u', locale: 'fr-FR', source: 'TCP/443', target: 'UDP/443', header: false}

/** A clock that goes on by so many milliseconds whenever it is read. */
const clockOf = (step: number) => {
  let now = 0
  return () => (now += step)
}

const checked = (step: number, worked?: number) => {
  const context = buildContext({references: [], termbase: new Map(), decisions: new Map()})
  const clock: Clock = Object.assign(clockOf(step), worked === undefined ? {} : {worked: clockOf(worked)})
  const findings = checkUnits([unit, {...unit, id: 'v'}], context, clock)
  return {findings, diagnostics: context.faults.diagnostics()}
}

describe('src/reconcile/engine/time-budget', () => {
  it('leaves what is over its time, says it once a cell, and corrects nothing there', () => {
    const {findings, diagnostics} = checked(4000)
    expect(diagnostics.map(({id, severity, place}) => [id, severity, place.path])).toEqual([
      ['check-timeout', 'warning', 'u'],
    ])
    expect(findings.every(({fix}) => fix === null)).toBe(true)
  })

  it('counts no time in which the processor worked for others', () => {
    const {findings, diagnostics} = checked(4000, 1)
    expect(diagnostics).toEqual([])
    expect(findings).toEqual(checked(1).findings)
  })

  it('says nothing of cells that are in time', () => {
    const {findings, diagnostics} = checked(1)
    expect(diagnostics).toEqual([])
    expect(findings[0]?.fix?.text).toBe('TCP/443')
  })
})
