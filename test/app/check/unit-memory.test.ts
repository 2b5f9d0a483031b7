import {describe, expect, it} from 'vitest'
import {MAX_PAIRS, MAX_TARGETS, unitMemory} from '../../../src/app/check/unit-memory.ts'
import type {InterchangeUnit} from '../../../src/formats/interchange-unit.ts'
import {UNSTATED} from '../../../src/formats/work-state.ts'

const unit = (source: string, target: string, line = 1): InterchangeUnit => ({
  states: [UNSTATED],
  translate: true,
  english: 'stated',
  id: String(line),
  locale: 'zh-TW',
  source,
  target,
  date: null,
  place: {path: 'units.jsonl', line, column: 1},
})

describe('src/app/check/unit-memory.ts', () => {
  it('keeps no more pairs than its bound, however many lines come, and says how many it left out', () => {
    const memory = unitMemory()
    for (let line = 1; line <= MAX_PAIRS + 1000; line++) memory.add(unit(`Port ${line}`, `埠 ${line}`, line))
    expect(memory.references()).toHaveLength(MAX_PAIRS)
    expect(memory.leftOut).toBe(1000)
  })

  it('keeps a repeated line as one object, a few times', () => {
    const memory = unitMemory()
    for (let line = 1; line <= 100; line++) memory.add(unit('Any', '任何', line))
    const references = memory.references()
    expect(references.length).toBeGreaterThan(1)
    expect(references.length).toBeLessThan(10)
    expect(new Set(references).size).toBe(1)
    expect(memory.leftOut).toBe(0)
  })

  it('keeps some of the translations of one English text', () => {
    const memory = unitMemory()
    for (let line = 1; line <= 1000; line++) memory.add(unit('Any', `任何 ${line}`, line))
    expect(memory.references()).toHaveLength(MAX_TARGETS)
    expect(memory.leftOut).toBe(1000 - MAX_TARGETS)
  })
})
