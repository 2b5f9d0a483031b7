/** What is said about a topic as a whole. */

import type {Text, Topic} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'
import {dataset} from '../dataset/dataset.ts'
import {shownText} from '../evidence/shown-cell.ts'

/** A title or heading in the reader's language, English where there is none. */
export const words = (text: Text, locale: string): string => shownText(text, locale, dataset).text

export const cellTexts = (topic: Topic): Text[] =>
  topic.tables.flatMap((table) => [...(table.header?.cells ?? []), ...table.rows.flatMap((row) => row.cells)])

/** Cells whose published text differs from what the document said, and cells with a finding that is still open. */
export function topicCounts(topic: Topic, locale: string): {corrected: number; open: number} {
  const said = cellTexts(topic).flatMap((text) => lookUp(text.texts, locale) ?? [])
  return {
    corrected: said.filter((text) => text.original !== null).length,
    open: said.filter((text) => text.original === null && text.findings.length > 0).length,
  }
}
