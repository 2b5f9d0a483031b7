/** Marks of footnotes in prose (GFM): the text of a note is a paragraph, and what points to it is no text. */
import type {Block} from '../../model/schema.ts'

const markRE = /\s?\[\^[^\]\s]{1,40}\](?!\()/gu
const startRE = /^\[\^[^\]\s]{1,40}\]:\s*/u

/** A block without the marks, in both languages. */
export const withoutFootnotes = (block: Block): Block =>
  block.markdown.includes('[^') || block.source?.includes('[^')
    ? {...block, markdown: strip(block.markdown), source: block.source === null ? null : strip(block.source)}
    : block

const strip = (markdown: string): string => markdown.replace(startRE, '').replace(markRE, '')
