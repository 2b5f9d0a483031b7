import {describe, expect, it} from 'vitest'
import {sameSections} from '../../../src/align/prose/same-sections.ts'

/** `# Title`, `- item`, `|` for a table, else a paragraph. */
const blocks = (...lines: string[]) =>
  lines.map((markdown) => {
    const depth = /^#+/.exec(markdown)?.[0].length ?? 0
    if (depth > 0) return {kind: 'heading' as const, depth, markdown: markdown.slice(depth + 1)}
    if (markdown.startsWith('-')) return {kind: 'listItem' as const, depth: 1, markdown: markdown.slice(2)}
    return {kind: markdown === '|' ? ('table' as const) : ('paragraph' as const), depth: 0, markdown}
  })

const english = blocks(
  '# Ports',
  'About.',
  '## Gate',
  'Open 443 of Gate.',
  '|',
  'See below.',
  '## Agent',
  'Open 22.',
)

describe('src/align/prose/same-sections.ts', () => {
  it('puts all blocks beside each other where both documents have the same sections', () => {
    const places = sameSections(
      english,
      blocks('# Ports', 'Sur.', '## Gate', 'Ouvrez 443 de Gate.', '|', 'Voir.', '## Agent', 'Ouvrez 22.'),
    )
    expect([...places]).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => [index, index]))
  })

  it('passes over a section that only one document has', () => {
    const places = sameSections(
      english,
      blocks(
        '# Ports',
        'Sur.',
        '## Console',
        '- Un',
        '- Deux',
        '## Gate',
        'Ouvrez 443 de Gate.',
        '|',
        'Voir.',
      ),
    )
    expect(Object.fromEntries(places)).toEqual({0: 0, 1: 1, 5: 2, 6: 3, 7: 4, 8: 5})
  })

  it('puts only the headings of a section beside each other that holds something else', () => {
    const places = sameSections(
      english,
      blocks('# Ports', 'Sur.', 'Encore.', '## Gate', 'Ouvrez 443.', '|', 'Voir.'),
    )
    expect(Object.fromEntries(places)).toEqual({0: 0, 3: 2, 4: 3, 5: 4, 6: 5})
  })
})
