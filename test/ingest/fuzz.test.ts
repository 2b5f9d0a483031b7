import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ingest} from '../../src/ingest/ingest.ts'
import {applyEdits} from '../../src/ingest/write-back/edits.ts'
import {runs} from '../support/thorough.ts'
import {front, htmlTable, pair} from './documents.ts'

/** Every token names its row: one that is in the document and in no cell, block or diagnostic was lost. */
const htmlRows = (name: string) =>
  htmlTable([
    [pair(`${name}-1`, `${name}h1`, 'Port'), `${name}h2`],
    [pair(`${name}-2`, `${name}r1`, '443'), `<strong>${name}n1</strong>`],
    [`${name}r2<br/>x`, `<ul><li>${name}n2</li></ul>`],
  ])
const pipeRows = (name: string) =>
  `| ${name}h1 | ${name}h2 |\n|:---|---|\n| ${pair(`${name}-1`, `${name}r1`, '443')} | ${name}n1 |\n${name}r2|${name}n2\n`
const nested = (name: string) =>
  `<table><tr><td>${name}r1 <table><tr><td>${name}r2</td></tr></table></td></tr><tr><td>${name}r3</td></tr></table>`

const plainDocument = fc
  .array(
    fc.constantFrom(htmlRows, pipeRows, nested, (name: string) => `## ${name}h\n\n${name}p <b>x</b>\n`),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.map((part, index) => part(`t${index}q`)).join('\n\n'))

/** Cuts, repeats and swaps stretches of a text. */
const mutate = (text: string, edits: readonly [number, number, number][]) =>
  edits.reduce((now, [from, length, kind]) => {
    const start = Math.floor(from * now.length)
    const end = Math.min(now.length, start + Math.floor(length * 200))
    const piece = now.slice(start, end)
    const rest = now.slice(end)
    if (kind === 0) return now.slice(0, start) + rest
    if (kind === 1) return now.slice(0, end) + piece + rest
    return now.slice(0, start) + rest.slice(0, 40) + piece + rest.slice(40)
  }, text)

const share = fc.double({min: 0, max: 1, noNaN: true})
const edits = fc.array(fc.tuple(share, share, fc.integer({min: 0, max: 2})), {minLength: 1, maxLength: 4})

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '</tr>',
        '<td>',
        '<th',
        '<td colspan=9 rowspan="3">',
        '<thead>',
        '</p>',
        '<p>',
      ],
      ...[
        '<caption>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '<b>',
        '<a href="',
        "<i x='",
        '"',
        '>',
        '<',
        '&amp',
        '&#0;',
      ],
      ...[
        '<span data-ttu-id="1">',
        '<span data-stu-id="1">',
        '<span class="sxs-lookup">',
        '</span>',
        '<span',
        '</span',
      ],
      ...[
        '|',
        '|--|',
        '\n|--|--|\n',
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '```',
        '~~~\n',
        '`',
        '\\',
        '# ',
        '**',
        '_',
      ],
      ...[
        '---\n',
        'ms:assetid: x\n',
        ': ',
        '[',
        '](',
        '![',
        '\0',
        '\ud800',
        '\u202e',
        '⣿',
        '⣿1⣿',
        '埠',
        '443',
        ' ',
        '\t',
      ],
      ...[
        '<svg>',
        '<math>',
        '<select>',
        '<template>',
        '<plaintext>',
        '<frameset>',
        '</body>',
        '<form>',
        '<button>',
        '<!DOCTYPE x>',
      ],
    ),
    {maxLength: 60},
  )
  .map((parts) => parts.join(''))

describe('src/ingest under fuzzing', () => {
  it('loses no row of a document that was cut, repeated or shuffled', () => {
    fc.assert(
      fc.property(plainDocument, edits, (document, changes) => {
        const body = mutate(document, changes)
        const edition = ingest(front + body, 'a.md', {whole: true})
        const seen = JSON.stringify([edition.tables, edition.blocks, edition.diagnostics])
        for (const [token] of body.replace(/<\/?[a-z][^>]*>?/gi, ' ').matchAll(/t\dq[hrnp]\d/g))
          expect(seen).toContain(token)
      }),
      {numRuns: runs(100)},
    )
  })

  it('never throws, numbers rows and tables, and keeps places inside the document', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({unit: 'binary', maxLength: 80})),
        fc.boolean(),
        fc.boolean(),
        (body, headed, whole) => {
          const text = (headed ? front : '') + body
          const lines = text.split(/\r\n|\r|\n/)
          const {tables, blocks, diagnostics} = ingest(text, 'x/a.md', {whole})
          expect(tables.map(({table}) => table)).toEqual(tables.map((_, index) => index + 1))
          for (const {rows, columns, header} of tables) {
            expect(rows.map(({row}) => row)).toEqual(rows.map((_, index) => index + 1))
            expect(
              Math.max(0, ...[...(header ? [header] : []), ...rows].map(({cells}) => cells.length)),
            ).toBe(columns.length)
          }
          const cells = tables.flatMap(({header, rows}) =>
            [...(header ? [header] : []), ...rows].flatMap((row) => row.cells),
          )
          for (const {place} of [...blocks, ...diagnostics, ...cells]) {
            expect(place.line).toBeLessThanOrEqual(lines.length)
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 2)
          }
          for (const {spans} of cells) {
            for (const [start, end] of spans) {
              expect(start).toBeLessThan(end)
              expect(end).toBeLessThanOrEqual(text.length)
            }
          }
          expect(applyEdits(text, [])).toBe(text)
        },
      ),
      {numRuns: runs(120)},
    )
  })

  it('reads the same document twice alike', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        expect(ingest(front + body, 'a.md')).toEqual(ingest(front + body, 'a.md'))
      }),
      {numRuns: 50},
    )
  })
})
