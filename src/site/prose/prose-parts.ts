/** Prose of a topic in one language, grouped for the page: sections under headings, list items in lists. */

import type {Block, Topic} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'
import {inlineHtml} from './prose-html.ts'

/** One text of the page: what is shown, in which language, and the English beside it. */
export interface ProseText {
  markdown: string
  lang: string
  english: string | null
  /** The block behind it, where a check found something in it. */
  block?: Block
}

/** A paragraph that is emphasized as a whole, such as the date of a document. */
export const isAside = ({markdown}: ProseText): boolean => asideRE.test(markdown.trim())

const asideRE = /^[*_][\s\S]*[*_]$/

export type ProsePart =
  | {kind: 'heading'; id: string; level: number; text: ProseText}
  | {kind: 'paragraph'; text: ProseText}
  | {kind: 'note'; text: ProseText}
  | {kind: 'list'; items: ProseText[]}
  | {kind: 'table'; table: number}

/** A locale without an edition of its own shows the English; a topic without English shows the language that there is. */
export function proseParts(topic: Topic, locale: string): ProsePart[] {
  const {blocks, textOf} = proseOf(topic, locale)
  const parts: ProsePart[] = []
  for (const block of blocks) {
    const text = textOf(block)
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

interface Prose {
  blocks: Block[]
  textOf: (block: Block) => ProseText
}

function proseOf(topic: Topic, locale: string): Prose {
  const translated = locale === 'en' ? undefined : lookUp(topic.prose, locale)
  const english = topic.prose['en']
  if (translated !== undefined)
    return {
      blocks: translated,
      textOf: (block) => ({
        markdown: block.markdown,
        lang: block.status === 'source' ? 'en' : locale,
        english: block.source,
        ...(block.findings === undefined ? {} : {block}),
      }),
    }
  if (english !== undefined)
    return {blocks: english, textOf: ({source}) => ({markdown: source ?? '', lang: 'en', english: null})}
  const [lang, blocks] = Object.entries(topic.prose)[0] ?? ['en', []]
  return {blocks, textOf: ({markdown}) => ({markdown, lang, english: null})}
}

/** An edition can lack a table that another edition has: it stands at the end. */
function withAllTables(parts: ProsePart[], topic: Topic): ProsePart[] {
  const shown = new Set(parts.flatMap((part) => (part.kind === 'table' ? [part.table] : [])))
  const missing = topic.tables.filter((table) => !shown.has(table.table))
  return [...parts, ...missing.map((table): ProsePart => ({kind: 'table', table: table.table}))]
}
