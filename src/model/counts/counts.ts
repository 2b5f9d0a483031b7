/**
 * What is counted, said once, so that every page, feed, file and command shows the same numbers.
 *
 * - A **rule** is what a row of a port table, or a part of it, says must be allowed or denied: `rulesOf` of a topic.
 * - A **finding** is one observation of one check at one place of one document: `findings` of the dataset.
 * - A **text** is a cell of a table or a block of prose as it is published in one language.
 * - A text is **corrected** where the site shows another text of its language than the document holds. Showing English in the
 *   place of a text corrects nothing.
 * - A text is **open** where it isn't corrected, and a check found something in it or English stands in its place.
 */
import type {Block, Status, Text, Topic} from '../schema.ts'

/** What tells whether a text is corrected or open; a cell has it, and a block of prose in which something was found. */
export interface CountedText {
  status?: Status | undefined
  original?: string | null | undefined
  findings?: readonly string[] | undefined
}

const differs = ({original}: CountedText): boolean => original !== undefined && original !== null

export const isCorrected = (text: CountedText): boolean => differs(text) && text.status !== 'source'

export const isOpen = (text: CountedText): boolean =>
  !isCorrected(text) && (differs(text) || (text.findings ?? []).length > 0)

/** All cells of a topic, those of heads first in each table. */
export const cellsOf = ({tables}: Pick<Topic, 'tables'>): Text[] =>
  tables.flatMap(({header, rows}) => [...(header?.cells ?? []), ...rows.flatMap(({cells}) => cells)])

/** Blocks of prose by language; a table has no text of its own. */
export const proseOf = ({prose}: Pick<Topic, 'prose'>): [locale: string, blocks: Block[]][] =>
  Object.entries(prose).map(([locale, blocks]) => [locale, blocks.filter(({kind}) => kind !== 'table')])

export interface TextCounts {
  texts: number
  corrected: number
  open: number
}

/** Texts of some topics in some languages. */
export function countTexts(topics: readonly Topic[], locales: readonly string[]): TextCounts {
  const counts: TextCounts = {texts: 0, corrected: 0, open: 0}
  const add = (text: CountedText) => {
    counts.texts += 1
    if (isCorrected(text)) counts.corrected += 1
    if (isOpen(text)) counts.open += 1
  }
  for (const topic of topics) {
    for (const {texts} of cellsOf(topic))
      for (const [locale, said] of Object.entries(texts)) if (locales.includes(locale)) add(said)
    for (const [locale, blocks] of proseOf(topic)) if (locales.includes(locale)) blocks.forEach(add)
  }
  return counts
}
