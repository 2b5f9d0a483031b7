import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {EditionCell} from '../../src/dataset/edition.ts'
import {alignRaw} from '../../src/export/align-raw.ts'
import {applyEdits, orderEdits} from '../../src/export/apply-edits.ts'
import {type CellForm, cellEdits} from '../../src/export/cell-edits.ts'

/** A cell whose pieces stand between `⟦` and `⟧` in the document. */
function cellOf(marked: string, target: string): {document: string; cell: EditionCell} {
  const spans: [number, number][] = []
  let document = ''
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') spans.push([document.length, document.length])
    else if (part === '⟧') spans.push([spans.pop()?.[0] ?? 0, document.length])
    else document += part
  }
  const place = {path: 'a.md', line: 1, column: 1}
  return {document, cell: {target, source: null, segments: [], place, spans}}
}

const edited = (marked: string, target: string, text: string, form: CellForm = 'html') => {
  const {document, cell} = cellOf(marked, target)
  const edits = cellEdits(document, cell, text, form)
  return edits === null ? null : applyEdits(document, edits)
}

describe('src/export/cell-edits.ts', () => {
  test('only the characters that differ are replaced', () => {
    const {document, cell} = cellOf('<td>⟦UDP/50000-000⟧</td>', 'UDP/50000-000')
    expect(cellEdits(document, cell, 'UDP/50000-59999', 'html')).toEqual([
      {start: 14, end: 17, text: '59999'},
    ])
  })

  test('white space and references around the change stay as they are spelt', () => {
    expect(edited('⟦Port\u00A0:&nbsp;80 &amp;  443\n ou⟧', 'Port : 80 & 443 ou', 'Port : 81 & 443 ou')).toBe(
      'Port\u00A0:&nbsp;81 &amp;  443\n ou',
    )
  })

  test('markup in a correction becomes text', () => {
    expect(edited('<td>⟦x⟧</td>', 'x', '<b>&')).toBe('<td>&lt;b&gt;&amp;</td>')
    expect(edited('| ⟦x⟧ |', 'x', 'a|b *c* \\', 'pipe')).toBe('| a\\|b \\*c\\* \\\\ |')
  })

  test('a change within one of several pieces leaves the others alone', () => {
    expect(edited('⟦Eins.⟧<i>One.</i> ⟦Zwei.⟧<i>Two.</i>', 'Eins. Zwei.', 'Eins. Drei.')).toBe(
      'Eins.<i>One.</i> Drei.<i>Two.</i>',
    )
  })

  test('a change over several pieces goes into the first', () => {
    expect(edited('⟦abc⟧-⟦def⟧-⟦ghi⟧', 'abcdefghi', 'aXi')).toBe('aX--i')
  })

  test('a cell in a spelling that is not known is written anew', () => {
    expect(edited('⟦**fett**⟧ ⟦und⟧', 'fett und', 'dick und', 'pipe')).toBe('dick und ')
  })

  test('a cell that cannot be written is refused, and one that is right needs no edit', () => {
    expect(edited('<td></td>', 'x', 'y')).toBeNull()
    expect(edited('⟦x⟧', 'x', 'x')).toBe('x')
  })

  test('whatever the texts, the cell says the correction and nothing outside of it changes', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', '任', '𠮷', '𠮸', ' ', '<', '&', ';', '|'),
      maxLength: 12,
    })
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
    const html = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
    fc.assert(
      fc.property(word, word, (before, after) => {
        const target = fold(before)
        const {document, cell} = cellOf(`<td>⟦${html(target)}⟧</td>`, target)
        const edits = cellEdits(document, cell, fold(after), 'html') ?? []
        const read = applyEdits(document, edits)
          .slice('<td>'.length, -'</td>'.length)
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&amp;/g, '&')
        expect(read).toBe(fold(after))
      }),
    )
  })
})

describe('src/export/align-raw.ts', () => {
  test('text that the document does not spell is refused', () => {
    expect(alignRaw('abc', 'abd', 0)).toBeNull()
    expect(alignRaw('a b', 'ab', 0)).toBeNull()
    expect(alignRaw('abc', 'ab', 0)).toBeNull()
  })

  test('each character knows where it is spelt', () => {
    expect(alignRaw('a&amp;\\|b', 'a&|b', 0)).toEqual([0, 1, 6, 8, 9])
  })
})

describe('src/export/apply-edits.ts', () => {
  const edit = (start: number, end: number, text = 'x') => ({start, end, text})

  test('edits that overlap are refused', () => {
    expect(orderEdits([edit(4, 6), edit(0, 5)]).ok).toBe(false)
    expect(orderEdits([edit(0, 5), edit(0, 5, 'y')]).ok).toBe(false)
  })

  test('edits that touch are not', () => {
    expect(orderEdits([edit(5, 6), edit(0, 5), edit(0, 5)])).toEqual({
      ok: true,
      edits: [edit(0, 5), edit(5, 6)],
    })
  })
})
