import fc from 'fast-check'
import type {Strong, TableCell} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {describe, expect, it} from 'vitest'
import {isPlainText, splitPipeRows} from '../../../src/ingest/markdown/pipe-rows.ts'
import {runs} from '../../support/thorough.ts'

/** Of a cell of texts and strong text. */
const textOf = ({children}: TableCell | Strong): string =>
  children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'strong' ? textOf(child) : `<${child.type}>`,
    )
    .join('')

const options = {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]}

const split = (lines: readonly string[]) => {
  const text = lines.map((line) => `${line}\n`).join('')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  return {text, rows: splitPipeRows(text, starts)}
}

/** Start and plain content of each cell; content with Markdown in it is told by a sign. */
const cut = (lines: readonly string[]) => {
  const {text, rows} = split(lines)
  return rows?.map((cells) =>
    cells.map(({start, from, to}) => {
      const content = text.slice(from, to)
      return [start, isPlainText(content) && !content.includes('<') ? content.replaceAll('**', '') : '…']
    }),
  )
}

const parsed = (lines: readonly string[]) => {
  const text = lines.map((line) => `${line}\n`).join('')
  const [table, more] = fromMarkdown(text, options).children
  if (table?.type !== 'table' || more) return undefined
  return table.children.map((row) => row.children.map((cell) => [cell.position?.start.offset, textOf(cell)]))
}

const content = fc
  .array(
    fc.constantFrom(
      'a',
      'Port',
      '甲',
      ' ',
      '  ',
      '\\',
      '\\|',
      '`',
      '*',
      '**',
      '&',
      '&amp;',
      '<br>',
      '[',
      ']',
      '!',
      '\t',
      '⣿0⣿',
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''))
const row = fc
  .tuple(
    fc.array(content, {minLength: 1, maxLength: 4}),
    fc.constantFrom('', '|', '| '),
    fc.constantFrom('', '|', ' |'),
  )
  .map(([cells, open, close]) => `${open}${cells.join('|')}${close}`.trim())
const delimiter = fc.constantFrom('|-|', ':-', '|-|-|', '-|-', ':-:|--:', '| --- | :-- | - |', '- | -')

describe('src/ingest/markdown/pipe-rows.ts', () => {
  it('cuts rows into the cells that a Markdown parser finds, or leaves them to it', () => {
    let cuts = 0
    fc.assert(
      fc.property(row, delimiter, fc.array(row, {maxLength: 4}), (head, below, rows) => {
        const lines = [head, below, ...rows]
        const own = cut(lines)
        if (own === undefined) return
        cuts++
        const expected = parsed(lines)
        expect(own).toEqual(
          expected?.map((cells, line) =>
            cells.map(([start, text], column) => [start, own[line]?.[column]?.[1] === '…' ? '…' : text]),
          ),
        )
      }),
      {numRuns: runs(5000)},
    )
    expect(cuts).toBeGreaterThan(500)
  })

  it.each([
    ['a head with another number of cells', ['|a|b|', '|-|', '|1|2|']],
    ['a delimiter row that may be an item of a list', ['a|b', '- | -']],
    ['a line that starts another block', ['|a|', '|-|', '# b']],
    ['a lone pipe', ['|a|', '|-|', '|']],
  ])('leaves %s to the parser', (_, lines) => expect(split(lines).rows).toBeNull())

  it('takes line breaks and strong text for plain text, and nothing else', () => {
    expect(
      ['a<br>b', 'a <br/>', '**a**', '⣿0⣿**甲 1**⣿1⣿<br>', '<BR />', 'R&D', 'a & b'].map(isPlainText),
    ).toEqual([true, true, true, true, true, false, true])
    expect(
      ['<b>', '<br', '<br x>', 'a*b', '**a', 'a**b**', '** a**', '`a`', '[a](b)', '&#65;', 'a\\b'].some(
        isPlainText,
      ),
    ).toBe(false)
  })
})
