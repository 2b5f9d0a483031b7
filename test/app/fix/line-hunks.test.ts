import {applyPatch, type StructuredPatch} from 'diff'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {hunksBetween} from '../../../src/app/fix/line-hunks.ts'

const patchOf = (before: string, after: string): StructuredPatch => ({
  oldFileName: 'a',
  newFileName: 'a',
  oldHeader: undefined,
  newHeader: undefined,
  hunks: hunksBetween(before, after),
})

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'd\r', 'a long line'), {maxLength: 60})
  .chain((lines) => fc.constantFrom('', '\n').map((end) => `${lines.join('\n')}x${end}`))

describe('src/app/fix/line-hunks.ts', () => {
  it('tells of any two texts what makes one of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = patchOf(before, after)
        expect(applyPatch(before, patch, {autoConvertLineEndings: false})).toBe(after)
        expect(patch.hunks.length > 0).toBe(before !== after)
      }),
      {numRuns: 500},
    )
  })

  it('tells of a corrected line that line and three around it', () => {
    const lines = Array.from({length: 20}, (_, at) => `${at}\n`)
    const after = lines.with(9, 'nine\n').join('')
    expect(hunksBetween(lines.join(''), after)).toEqual([
      {
        oldStart: 7,
        oldLines: 7,
        newStart: 7,
        newLines: 7,
        lines: [' 6', ' 7', ' 8', '-9', '+nine', ' 10', ' 11', ' 12'],
      },
    ])
  })

  it('needs no square of the number of corrections', () => {
    const lines = Array.from({length: 100_000}, (_, at) => `line ${at} of a document`)
    const after = lines.flatMap((line, at) => (at % 10 === 0 ? [`${line}, corrected`, 'and torn'] : [line]))
    const start = process.cpuUsage()
    expect(hunksBetween(lines.join('\n'), after.join('\n'))).toHaveLength(10_000)
    // As any two texts, they were compared for minutes.
    expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(10)
  })
})
