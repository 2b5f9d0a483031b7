/** Prose of a topic in one language, grouped for the page: sections under headings, list items in lists. */
import type {Block, Topic} from '../../dataset/schema.ts'
import {inlineHtml} from './prose.ts'

/** One text of the page: what is shown, in which language, and the English beside it. */
export interface ProseText {
  markdown: string
  lang: string
  english: string | null
}

/** A paragraph that is emphasized as a whole, such as the date of a document. */
export const isAside = ({markdown}: ProseText): boolean => asideRE.test(markdown.trim())

const asideRE = /^[*_][^]*[*_]$/

export type ProsePart =
  | {kind: 'heading'; id: string; level: number; text: ProseText}
  | {kind: 'paragraph'; text: ProseText}
  | {kind: 'note'; text: ProseText}
  | {kind: 'list'; items: ProseText[]}
  | {kind: 'table'; table: number}

/**
 * English comes from whichever edition has most of it; a locale without an edition of its own shows English,
 * and a topic without English shows the language that there is.
 */
export function proseParts(topic: Topic, locale: string): ProsePart[] {
  const own = topic.prose[locale]
  const parts: ProsePart[] = []
  for (const block of own ?? richestEnglish(topic)?.blocks ?? []) {
    const text = proseText(block, own === undefined ? null : locale, richestEnglish(topic)?.locale ?? 'en')
    if (block.kind === 'table') {
      if (block.table !== null) parts.push({kind: 'table', table: block.table})
    } else if (inlineHtml(text.markdown, null) === '')
      // Nothing, or a picture, which is not part of the dataset.
      continue
    else if (block.kind === 'heading') {
      // The title stands above already.
      if (block.depth > 1) parts.push({kind: 'heading', id: `s-${parts.length}`, level: block.depth, text})
    } else if (block.kind === 'listItem') {
      const last = parts.at(-1)
      if (last?.kind === 'list') last.items.push(text)
      else parts.push({kind: 'list', items: [text]})
    } else parts.push({kind: block.kind === 'note' ? 'note' : 'paragraph', text})
  }
  return withAllTables(parts, topic)
}

function richestEnglish(topic: Topic): {locale: string; blocks: Block[]} | undefined {
  const amount = (blocks: Block[]) => blocks.filter((block) => block.source !== null).length
  return Object.entries(topic.prose)
    .map(([locale, blocks]) => ({locale, blocks}))
    .toSorted((a, b) => amount(b.blocks) - amount(a.blocks) || (a.locale < b.locale ? -1 : 1))[0]
}

/** @param locale null on a page whose language has no edition, such as English */
function proseText(block: Block, locale: string | null, blockLocale: string): ProseText {
  if (locale !== null) return {markdown: block.markdown, lang: locale, english: block.source}
  return block.source === null
    ? {markdown: block.markdown, lang: blockLocale, english: null}
    : {markdown: block.source, lang: 'en', english: null}
}

/** An edition can lack a table that another edition has: it stands at the end. */
function withAllTables(parts: ProsePart[], topic: Topic): ProsePart[] {
  const shown = new Set(parts.flatMap((part) => (part.kind === 'table' ? [part.table] : [])))
  const missing = topic.tables.filter((table) => !shown.has(table.table))
  return [...parts, ...missing.map((table): ProsePart => ({kind: 'table', table: table.table}))]
}
