/** Writes corrected sentences back into the prose of one document, and proves by reading it again that nothing else changed. */

import {ingest} from '../../ingest/ingest.ts'
import {lineStarts} from '../../ingest/newlines.ts'
import {applyEdits, type Edit} from '../../ingest/write-back/edits.ts'
import type {Edition} from '../../model/edition.ts'
import type {Diagnostic, Passage} from '../../model/schema.ts'
import {cellTexts, type ReadDocument} from './documents-fs.ts'

export interface FixedProse {
  /** The new text; the old one when nothing is written. */
  text: string
  written: Passage[]
  /** Why the others were left alone. */
  diagnostics: Diagnostic[]
}

/** Characters that mean something in Markdown or HTML: written as text they would be escaped. */
const MARKUP_RE = /[\\`*[\]<>&_|]/

const refusal = ({place}: Passage): Diagnostic => ({
  place,
  severity: 'warning',
  id: 'prose-not-written',
  message: 'the corrected sentence could not be matched with the text of the document',
  hint: 'correct the sentence by hand; the dataset has it as published',
})

/** The edits that make each corrected sentence of a passage read as published; null when one can't be found. */
const editsOf = (text: string, passage: Passage, from: number, to: number): Edit[] | null => {
  const edits: Edit[] = []
  for (const {target, published} of passage.segments) {
    if (published === undefined) continue
    const at = text.indexOf(target, from)
    const again = at === -1 ? -1 : text.indexOf(target, at + 1)
    if (at === -1 || at + target.length > to || (again !== -1 && again < to)) return null
    const edit = smallest(target, published, at)
    if (MARKUP_RE.test(edit.text)) return null
    edits.push(edit)
  }
  return edits
}

/** The edits that make a passage of a document read as published; null when it is another document, or can't be matched. */
export function proseEdits({decoded: {text}, edition}: ReadDocument, passage: Passage): Edit[] | null {
  const index = passage.block - 1
  const [from, to] = blockOffsets(text, edition).slice(index, index + 2)
  const isSame = edition.blocks[index]?.markdown === passage.target
  return from === undefined || !isSame ? null : editsOf(text, passage, from, to ?? text.length)
}

/** What both texts start and end with is left as it is. */
const smallest = (before: string, after: string, at: number): Edit => {
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before[head] === after[head]) head++
  let tail = 0
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return {span: [at + head, at + before.length - tail], text: after.slice(head, after.length - tail)}
}

/** Corrects as many passages as read back right. */
export function fixProse(text: string, path: string, passages: readonly Passage[]): FixedProse {
  const wanted = passages.filter(({status}) => status === 'corrected')
  const diagnostics: Diagnostic[] = []
  if (wanted.length === 0) return {text, written: [], diagnostics}
  const edition = ingest(text, path, {whole: true})
  const offsets = blockOffsets(text, edition)
  const written: Passage[] = []
  let fixed = text
  for (const passage of wanted.toSorted((a, b) => b.block - a.block)) {
    // From the end on, so that the offsets of the passages before stay right.
    const index = passage.block - 1
    const [from, to] = [offsets[index], offsets[index + 1] ?? text.length]
    const isSame = edition.blocks[index]?.markdown === passage.target
    const edits = from === undefined || !isSame ? null : editsOf(fixed, passage, from, to)
    const result = edits === null ? null : applyEdits(fixed, edits)
    if (
      result !== null &&
      readsAs(
        ingest(result, path, {whole: true}),
        ingest(fixed, path, {whole: true}),
        index,
        passage.published,
      )
    ) {
      fixed = result
      written.unshift(passage)
    } else diagnostics.unshift(refusal(passage))
  }
  return {text: fixed, written, diagnostics}
}

const blockOffsets = (text: string, {blocks}: Edition): number[] => {
  const starts = lineStarts(text)
  return blocks.map(({place}) => (starts[place.line - 1] ?? 0) + place.column - 1)
}

/** Only one block reads otherwise, and it reads as published; every cell says what it said. */
const readsAs = (after: Edition, before: Edition, index: number, published: string): boolean => {
  const [cells, were] = [cellTexts(after), cellTexts(before)]
  return (
    after.blocks.length === before.blocks.length &&
    after.blocks.every(
      ({markdown}, at) => markdown === (at === index ? published : before.blocks[at]?.markdown),
    ) &&
    cells.size === were.size &&
    [...were].every(([key, text]) => cells.get(key) === text)
  )
}
