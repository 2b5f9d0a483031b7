import {describe, expect, it} from 'vitest'
import {ingest} from '../../src/ingest/ingest.ts'
import {front} from './documents.ts'

/** Milliseconds of processor time for a document of `count` repeats, the best of three: a busy machine only waits longer. */
const time = (make: (count: number) => string, count: number) => {
  const text = front + make(count)
  return Math.min(
    ...[0, 1, 2].map(() => {
      const start = process.cpuUsage()
      ingest(text, 'a.md', {whole: true})
      const {user, system} = process.cpuUsage(start)
      return (user + system) / 1000
    }),
  )
}

const shapes: Record<string, (count: number) => string> = {
  'paragraphs without a tag': (n) => 'port text\n\n'.repeat(n),
  'pipe rows without a tag': (n) => `|a|b|\n|--|--|\n${'|443|x|\n'.repeat(n / 8)}`,
  'pipe tables without a tag': (n) => '|a|\n|--|\n|1|\n\n'.repeat(n / 8),
  'unclosed tables': (n) => '<table><tr><td>a\n\n'.repeat(n),
  'unclosed comments in a table': (n) => `<table><tr><td>${'<!-- '.repeat(n)}`,
  'unclosed scripts in a table': (n) => `<table>${'<tr><td><script>'.repeat(n)}</table>`,
  'unclosed quotes of attributes': (n) => `<table>${`<tr><td title="x><td title='y>`.repeat(n)}`,
  'opening angle brackets': (n) => `<table><tr><td>${'<a <b '.repeat(n)}</table>`,
  'unclosed spans': (n) => `<table><tr><td>${'<span data-ttu-id="1">'.repeat(n)}</table>`,
  'stray closing spans in prose': (n) => '</span><span '.repeat(n),
  'unclosed emphasis in a paragraph': (n) => '*a **b _c `d '.repeat(n),
  'brackets in a heading': (n) => `# ${'[a]([b'.repeat(n)}\n`,
  'backticks before tables': (n) => '`<table>'.repeat(n),
  'backslashes in a pipe table': (n) => `|a|\n|--|\n|${'\\|'.repeat(n)}|\n`,
  'pipe table heads that are none': (n) => 'a|b\n--|--|--\n'.repeat(n),
  'nested quotes': (n) => `${'> '.repeat(n)}|a|\n|--|\n`,
  'spaces before a fence': (n) => `${' '.repeat(n)}x\n`.repeat(3),
  'fences that never close': (n) => '```x`\n~~~\n'.repeat(n),
  'stray rows': (n) => '<tr><td>a</td></tr>\n\nb\n\n'.repeat(n),
  'footnotes below tables': (n) =>
    `${'|a|\n|--|\n|1[^1]|\n\n'.repeat(n / 8)}${Array.from({length: n / 8}, (_, at) => `[^${at}]: b\n\n`).join('')}`,
  'colons in the front matter': (n) => `---\n${'a: b: '.repeat(n)}\n`,
  'formatting elements over paragraphs': (n) => `<table><tr><td>${'<font><p>a'.repeat(n)}</table>`,
  entities: (n) => `<table><tr><td>${'&amp;&notit;&#x110000;'.repeat(n)}</td></tr></table>`,
  attributes: (n) => `<table><tr><td ${'a=b '.repeat(n)}>x</td></tr></table>`,
}

describe('src/ingest on hostile documents', () => {
  for (const [name, make] of Object.entries(shapes)) {
    it(`takes time in proportion to the length: ${name}`, {retry: 3}, () => {
      const small = time(make, 2000)
      const large = time(make, 16_000)
      // Eight times the length: a square would take 64 times as long.
      expect(large).toBeLessThan(Math.max(small, 4) * 24)
    })
  }

  it('reads a document of 50 MB, whatever it is made of, and says what it left out', () => {
    const filler = '埠 443 '.repeat(7 << 20)
    const documents = {
      'a cell': `<table><tr><th>埠</th></tr><tr><td>${filler}</td></tr><tr><td>1</td></tr></table>`,
      'a pipe cell': `|埠|\n|--|\n|${filler}|\n|1|\n`,
      'an attribute': `<table><tr><th>埠</th></tr><tr><td title="${filler}">x</td></tr><tr><td>1</td></tr></table>`,
      paragraphs: `|埠|\n|--|\n|2|\n|1|\n\n${'埠\n\n'.repeat(14 << 20)}`,
    }
    for (const body of Object.values(documents)) {
      const {tables, diagnostics} = ingest(front + body, 'a.md', {whole: true})
      expect(tables[0]?.rows).toHaveLength(2)
      expect(tables[0]?.rows.at(-1)?.cells[0]?.target).toBe('1')
      expect(diagnostics.map(({id}) => id)).toEqual([
        body === documents.paragraphs ? 'too-much-prose' : 'too-long',
      ])
    }
  }, 900_000)

  it('reads 100,000 rows of either kind', () => {
    const html = `<table><tr><th>Port</th></tr>${'<tr><td>443</td></tr>'.repeat(100_000)}</table>`
    expect(ingest(front + html, 'a.md').tables[0]?.rows).toHaveLength(100_000)
    expect(ingest(`${front}|Port|\n|--|\n${'|443|\n'.repeat(100_000)}`, 'a.md').tables[0]?.rows).toHaveLength(
      100_000,
    )
  }, 900_000)
})
