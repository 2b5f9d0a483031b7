import {describe, expect, it} from 'vitest'
import {countTexts, isCorrected, isOpen} from '../../../src/model/counts/counts.ts'
import type {Status, Topic} from '../../../src/model/schema.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const said = (status: Status, original: string | null, findings: string[] = []) => ({
  status,
  original,
  findings,
})

describe('src/model/counts/counts.ts', () => {
  it('calls a text corrected where another text of its language stands for it, whoever wrote that', () => {
    for (const status of ['corrected', 'human', 'memory', 'machine'] as const) {
      expect(isCorrected(said(status, 'as found', ['f-1']))).toBe(true)
      expect(isOpen(said(status, 'as found', ['f-1']))).toBe(false)
    }
  })

  it('never calls English in the place of a text a correction: it is open', () => {
    expect(isCorrected(said('source', 'as found', ['f-1']))).toBe(false)
    expect(isOpen(said('source', 'as found', ['f-1']))).toBe(true)
    expect(isOpen(said('source', 'as found'))).toBe(true)
    // English where the document says nothing replaces nothing.
    expect(isOpen(said('source', null))).toBe(false)
  })

  it('calls a text open in which a check found something that nothing corrects', () => {
    expect(isOpen(said('machine', null, ['f-1']))).toBe(true)
    expect(isOpen(said('machine', null))).toBe(false)
    // A block of prose in which nothing was found tells nothing of itself.
    expect([isCorrected({}), isOpen({})]).toEqual([false, false])
  })

  it('counts cells of heads and rows, and blocks of prose but tables, in the languages that are asked for', () => {
    const topic = structuredClone(tinyKnowledgeBase().topics[0]) as Topic
    const cells = topic.tables.flatMap(({header, rows}) =>
      [header, ...rows].flatMap((row) => row?.cells ?? []),
    )
    const [first] = cells
    const [locale = ''] = Object.keys(first?.texts ?? {})
    const before = countTexts([topic], [locale])
    const own = cells.filter(({texts}) => texts[locale] !== undefined).length
    const blocks = (topic.prose[locale] ?? []).filter(({kind}) => kind !== 'table').length
    expect(before.texts).toBe(own + blocks)
    const text = first?.texts[locale]
    if (text !== undefined) Object.assign(text, said('human', 'as found', ['f-1']))
    expect(countTexts([topic], [locale]).corrected - before.corrected).toBe(1)
    expect(countTexts([topic], []).texts).toBe(0)
  })
})
