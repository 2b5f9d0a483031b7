/** Marks of footnotes in prose (GFM): the text of a note is a paragraph, and what points to it is no text. */
import type {EditionCell} from '../../model/edition.ts'
import type {Block} from '../../model/schema.ts'
import {tidyStructure} from '../../text/cell-structure.ts'
import type {Source} from '../source.ts'

const markRE = /\s?\[\^[^\]\s]{1,40}\](?!\()/gu
const startRE = /^\[\^[^\]\s]{1,40}\]:\s*/u

/** A block without the marks, in both languages. */
export const withoutFootnotes = (block: Block): Block =>
  block.markdown.includes('[^') || block.source?.includes('[^')
    ? {...block, markdown: strip(block.markdown), source: block.source === null ? null : strip(block.source)}
    : block

/**
 * A cell without the marks in its texts; what is read of its facts keeps them, for they point to a note. It can't be written
 * back: what replaced its text would take the place of the mark, too.
 */
export const withoutMarks = (cell: EditionCell, document: Source): EditionCell => {
  const {target, source, segments, read} = cell
  if (!target.includes('[^') && !source?.includes('[^')) return cell
  const notes = notesOf(document)
  // A mark without its note is a text, such as the `[^0-9]` of an expression (GFM).
  const strip = (text: string): string =>
    text.replace(markRE, (mark) => (notes.has(mark.trim().slice(2, -1).toLowerCase()) ? '' : mark))
  const texts = {target: strip(target), source: source === null ? null : strip(source)}
  if (texts.target === target && texts.source === source) return cell
  return {
    ...cell,
    ...texts,
    segments: segments.map((each) => ({
      ...each,
      source: each.source === null ? null : strip(each.source),
      target: strip(each.target),
    })),
    spans: [],
    read: read ?? {target: tidyStructure(target), source: source === null ? null : tidyStructure(source)},
  }
}

const noteRE = /^[ \t>]*\[\^([^\]\s]{1,40})\]:/gmu

const notesIn = new WeakMap<Source, ReadonlySet<string>>()

/** The labels of the notes that a document has, in small letters; it is looked through once. */
const notesOf = (document: Source): ReadonlySet<string> => {
  const known = notesIn.get(document)
  if (known !== undefined) return known
  const notes = new Set([...document.text.matchAll(noteRE)].map(([, label = '']) => label.toLowerCase()))
  notesIn.set(document, notes)
  return notes
}

const strip = (markdown: string): string => markdown.replace(startRE, '').replace(markRE, '')
