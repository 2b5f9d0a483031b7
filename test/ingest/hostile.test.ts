import {describe, expect, it} from 'vitest'
import {ingest} from '../../src/ingest/ingest.ts'
import {front} from './documents.ts'

/** Milliseconds for a document of `count` repeats; the best of three, so that a busy machine does not decide. */
const time = (make: (count: number) => string, count: number) => {
  const text = front + make(count)
  return Math.min(
    ...[0, 1, 2].map(() => {
      const start = performance.now()
      ingest(text, 'a.md')
      return performance.now() - start
    }),
  )
}

const shapes: Record<string, (count: number) => string> = {
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
  'colons in the front matter': (n) => `---\n${'a: b: '.repeat(n)}\n`,
  'formatting elements over paragraphs': (n) => `<table><tr><td>${'<font><p>a'.repeat(n)}</table>`,
  entities: (n) => `<table><tr><td>${'&amp;&notit;&#x110000;'.repeat(n)}</td></tr></table>`,
  attributes: (n) => `<table><tr><td ${'a=b '.repeat(n)}>x</td></tr></table>`,
}

describe('src/ingest on hostile documents', () => {
  for (const [name, make] of Object.entries(shapes)) {
    it(`takes time in proportion to the length: ${name}`, () => {
      const small = time(make, 2000)
      const large = time(make, 16_000)
      // Eight times the length: a square would take 64 times as long.
      expect(large).toBeLessThan(Math.max(small, 4) * 24)
    }, 60_000)
  }
})
