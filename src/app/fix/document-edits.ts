/** What a finding's correction replaces in its document, for SARIF and for writing it back. */

import type {SarifDetail} from '../../formats/sarif.ts'
import {cellEdits} from '../../ingest/write-back/cell-edits.ts'
import {applyEdits, type Edit} from '../../ingest/write-back/edits.ts'
import type {EditionCell} from '../../model/edition.ts'
import type {Finding, KnowledgeBase, Passage, Place, Unit} from '../../model/schema.ts'
import {cellOfUnit, placesIn, type ReadDocument} from './documents-fs.ts'
import {proseEdits} from './fix-prose.ts'

/**
 * The edits that make a cell say `text`; null when it can't be written. A change that crosses the pieces of a cell goes
 * into the first one and takes the text of the others away; whoever writes it reads the document again to see that
 * the cell says `text` then.
 */
export function editsFor(text: string, cell: EditionCell, wanted: string): Edit[] | null {
  const edits = cellEdits(text, cell, wanted)
  if (edits !== null) return edits
  return cell.spans.length === 0
    ? null
    : cell.spans.map((span, index) => ({span, text: index === 0 ? wanted : ''}))
}

/** Units of a dataset by id, for those that look up many. */
export const unitsById = (kb: Pick<KnowledgeBase, 'units'>): ReadonlyMap<string, Unit> =>
  new Map(kb.units.map((unit) => [unit.id, unit]))

/** Passages of a dataset by id. */
export const passagesById = (kb: Pick<KnowledgeBase, 'passages'>): ReadonlyMap<string, Passage> =>
  new Map(kb.passages.map((passage) => [passage.id, passage]))

/** The replacement as the document spells it, which `applyEdits` alone knows. */
function spelt(text: string, edit: Edit): string {
  const [start, end] = edit.span
  const result = applyEdits(text, [edit])
  return result.slice(start, result.length - (text.length - end))
}

/** Gives a document by its path, or null when it isn't at hand. */
export type DocumentOf = (path: string) => ReadDocument | null

/** Among documents that were read already. */
export function documentAmong(documents: readonly ReadDocument[]): DocumentOf {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  return (path) => byPath.get(path) ?? null
}

/**
 * For a finding: where its cell ends, and what its fix replaces in the cell or passage. Only the last document is kept, so that findings in
 * the order of their places need no more than one in memory.
 */
export function detailsOf(
  documentOf: DocumentOf,
  units: ReadonlyMap<string, Unit>,
  passages: ReadonlyMap<string, Passage>,
): (finding: Finding) => Pick<SarifDetail, 'end' | 'replacements'> {
  const nothing = {end: null, replacements: []}
  let last: {path: string; document: ReadDocument | null; place: (offset: number) => Place} | null = null
  const at = (path: string) => {
    if (last?.path === path) return last
    const document = documentOf(path)
    const place = document === null ? () => ({path, line: 1, column: 1}) : placesIn(document)
    last = {path, document, place}
    return last
  }
  const replacementsOf = (document: ReadDocument, place: (offset: number) => Place, edits: Edit[]) =>
    edits.map((edit) => ({
      start: place(edit.span[0]),
      end: place(edit.span[1]),
      text: spelt(document.decoded.text, edit),
    }))
  return (finding) => {
    const unit = units.get(finding.unit)
    const passage = passages.get(finding.unit)
    const {document, place} = at(finding.place.path)
    if (passage !== undefined && document !== null && finding.fix !== null)
      return {end: null, replacements: replacementsOf(document, place, proseEdits(document, passage) ?? [])}
    const cell = unit === undefined || document === null ? null : cellOfUnit(document.edition, unit)
    const end = cell?.spans.at(-1)?.[1]
    // A document that was edited since the dataset was made is another one.
    if (document === null || cell?.target !== unit?.target || end === undefined) return nothing
    const {text} = document.decoded
    const edits = finding.fix === null || !cell ? null : editsFor(text, cell, finding.fix.text)
    return {end: place(end), replacements: replacementsOf(document, place, edits ?? [])}
  }
}
