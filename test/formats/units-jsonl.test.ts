import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {unitsToJsonl} from '../../src/formats/units-jsonl.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const lineSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  locale: z.string(),
  form: z.enum(['bilingual', 'machine', 'human', 'bilingual-pipe']),
  topic: z.string(),
  table: z.int().min(1),
  row: z.int().min(0),
  column: z.int().min(1),
  portTable: z.boolean(),
  rules: z.array(z.string()).optional(),
  source: z.string().nullable(),
  sourceOrigin: z.enum(['span', 'sibling', 'memory', 'shape']).nullable(),
  target: z.string(),
  published: z.string(),
  status: z.string(),
  findings: z.array(
    z.strictObject({
      check: z.string(),
      severity: z.string(),
      message: z.string(),
      actual: z.string(),
      expected: z.string(),
      fix: z.string().nullable(),
    }),
  ),
  place: z.strictObject({line: z.int().min(1), column: z.int().min(1)}),
})

const kb = tinyKnowledgeBase()
const lines = [...unitsToJsonl(kb)]
const units = lines.map((line) => lineSchema.parse(JSON.parse(line)))

describe('src/formats/units-jsonl.ts', () => {
  it('writes one JSON object a line, one a unit, in the order of the dataset', () => {
    expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true)
    expect(units.map(({id}) => id)).toEqual(kb.units.map(({id}) => id))
  })

  it('tells what was found in a cell, with the whole corrected cell', () => {
    const corrected = units.filter(({status}) => status === 'corrected')
    expect(corrected.length).toBeGreaterThan(0)
    for (const unit of corrected) {
      expect(unit.published).not.toBe(unit.target)
      expect(unit.findings.some(({fix}) => fix === unit.published)).toBe(true)
    }
  })
})
