/** Marks of footnotes in prose (GFM): the text of a note is a paragraph, and what points to it is no text. */
import type {EditionCell} from '../../model/edition.ts'
import type {Block} from '../../model/schema.ts'
import {LEVEL, RAISED, tidyStructure} from '../../text/cell-structure.ts'
import {MISSING_TEXT} from '../../text/missing-text.ts'
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
  const {notes, starts} = notesOf(document)
  const labelOf = (mark: string): string => mark.trim().slice(2, -1)
  // A mark without its note is a text (GFM), such as the `[^0-9]` of an expression; one with a name has lost its note.
  const strip = (text: string): string =>
    text.replace(markRE, (mark) => (notes.has(labelOf(mark).toLowerCase()) ? '' : mark))
  const lost = [target, source ?? ''].flatMap((text) =>
    [...text.matchAll(namedMarkRE)]
      .map(([mark]) => labelOf(mark))
      .filter((label) => !starts.has(label.toLowerCase())),
  )
  if (lost.length > 0) return withoutNotes(cell, lost, document)
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

/** A cell that points to notes which the document doesn't have: no fact is read from it. */
function withoutNotes(cell: EditionCell, lost: readonly string[], document: Source): EditionCell {
  const {target, source, read = {target, source}, place} = cell
  document.report(
    document.offsetOf(place),
    'warning',
    'unresolved-include',
    `Expected a note for “[^${lost[0]}]” in the document, found none`,
    'Write the note; what it holds is not read, and rows whose facts depend on it are refused.',
  )
  const torn = (text: string): string =>
    lost.reduce(
      (left, label) =>
        left.replaceAll(`[^${label}]`, MISSING_TEXT).replaceAll(`${RAISED}${label}${LEVEL}`, MISSING_TEXT),
      text,
    )
  return {
    ...cell,
    spans: [],
    read: {
      target: tidyStructure(torn(read.target)),
      source: read.source === null ? null : tidyStructure(torn(read.source)),
    },
  }
}

/** A mark with a name, or a number but behind a figure (`443[^1]` is read as `443¹` is), and no part of an expression. */
const namedMarkRE =
  /(?<![\\([^|])\[\^(?!\p{L}-\p{L}\]|\p{N}-\p{N}\]|(?<=\p{N}\[\^)\p{N}+\])[\p{L}\p{N}_][\p{L}\p{N}_-]{0,39}\](?![(+*?{:[])/gu

const noteRE = /^[ \t>]*\[\^([^\]\s]{1,40})\](:?)/gmu

interface Notes {
  notes: ReadonlySet<string>
  /** With those that lack their colon, and are paragraphs. */
  starts: ReadonlySet<string>
}

const notesIn = new WeakMap<Source, Notes>()

/** The labels of the notes that a document has, in small letters; it is looked through once. */
function notesOf(document: Source): Notes {
  const known = notesIn.get(document)
  if (known !== undefined) return known
  const found = [...document.text.matchAll(noteRE)]
  const labels = (of: typeof found) => new Set(of.map(([, label = '']) => label.toLowerCase()))
  const own = {notes: labels(found.filter(([, , colon]) => colon !== '')), starts: labels(found)}
  notesIn.set(document, own)
  return own
}

const strip = (markdown: string): string => markdown.replace(startRE, '').replace(markRE, '')
