import {expect, test} from 'vitest'
import {withoutParts} from '../../src/align/included-parts.ts'
import {ingest} from '../../src/ingest/ingest.ts'

const part = {...ingest('Open the ports below.\n', 'en/includes/ports.md'), titles: []}
const [one, other] = ['en/a.md', 'en/b.md'].map((path) => ({
  ...ingest('# Ports of the relay\n', path),
  includes: ['en/includes/ports.md'],
}))

test('names the same including document, in whatever order they were read', () => {
  if (one === undefined || other === undefined) throw new Error('expected two documents')
  for (const documents of [
    [one, other, part],
    [part, other, one],
  ]) {
    const {editions, diagnostics} = withoutParts(documents)
    expect(editions.map(({info}) => info.path)).not.toContain(part.info.path)
    expect(diagnostics.map(({message}) => message)).toEqual([expect.stringContaining('“en/a.md”')])
  }
})
