/** Follows a document from top to bottom and knows what stands above each table: headings, and the paragraph right before it. */
import type {TableContext} from '../model/edition.ts'
import type {Block} from '../model/schema.ts'
import {plainMarkdown} from './markdown/markdown-inline.ts'

/** Headings deeper than this are none in Markdown or HTML. */
const DEEPEST = 6

export class Surroundings {
  /** The heading of each depth under which one is, the title at 1. */
  readonly #headings: (TableContext | null)[] = Array.from({length: DEEPEST + 1}, () => null)
  #lead: TableContext | null = null

  addProse(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.#lead = block.kind === 'heading' ? null : textOf('lead', block)
      if (block.kind !== 'heading') continue
      this.#headings.fill(null, Math.min(block.depth, DEEPEST))
      this.#headings[Math.min(block.depth, DEEPEST)] = textOf('heading', block)
    }
  }

  /** What is said of a table that stands here; what comes after it stands below no paragraph. */
  ofTable(captions: readonly string[]): TableContext[] {
    const own = captions.map((target): TableContext => ({role: 'caption', source: null, target}))
    const above = this.#headings.toReversed().filter((heading) => heading !== null)
    const context = [...own, ...(this.#lead ? [this.#lead] : []), ...above]
    this.#lead = null
    return context
  }
}

const textOf = (role: TableContext['role'], {source, markdown}: Block): TableContext => ({
  role,
  source: source === null ? null : plainMarkdown(source),
  target: plainMarkdown(markdown),
})
