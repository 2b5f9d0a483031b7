/** Checks documents: with each other as context, and with further documents to learn from. */
import {buildKnowledgeBase} from '../../align/build-knowledge-base.ts'
import {withVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import {withPlacements} from '../../ingest/sources-fs.ts'
import {vocabulariesOf} from '../../model/edition.ts'
import type {KnowledgeBase, StoredDiagnostic} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {reconcile, type Words} from '../../reconcile/reconcile.ts'
import {detailsOf, documentAmong, passagesById, unitsById} from '../fix/document-edits.ts'
import {type DocumentFile, type ReadDocument, readDocuments} from '../fix/documents-fs.ts'
import {type Checked, compareChecked} from './checked.ts'

export interface CheckedDocuments {
  /** Those that were asked for; documents of the context are left out. */
  documents: ReadDocument[]
  /** Of all documents, context included. */
  kb: KnowledgeBase
  /** Findings in the documents that were asked for, by place. */
  checked: Checked[]
  diagnostics: StoredDiagnostic[]
}

/** Places documents by the configuration of a workspace. */
export type Place = (files: readonly DocumentFile[]) => DocumentFile[]

/**
 * A document that is both asked for and context is asked for. With `edits`, each finding knows what its fix replaces.
 */
export function checkDocuments(
  files: readonly DocumentFile[],
  context: readonly DocumentFile[],
  words: Words,
  options: {edits: boolean; place?: Place | undefined},
): CheckedDocuments {
  const asked = new Set(files.map(({file}) => file))
  const all = [...files, ...context.filter(({file}) => !asked.has(file))]
  const read = readDocuments(options.place?.(withPlacements(all)) ?? all)
  const editions = read.documents.map(({edition}) => edition)
  const dataset = buildKnowledgeBase(editions)
  const kb = withVocabularies(vocabulariesOf(editions), () => reconcile(dataset, words))
  const documents = read.documents.filter(({file}) => asked.has(file))
  // What a page includes is a part of it.
  const paths = new Set(documents.flatMap(({path, edition}) => [path, ...(edition.includes ?? [])]))
  const units = unitsById(kb)
  const passages = passagesById(kb)
  const titles = new Map(kb.titles.map((title) => [title.id, title]))
  const detail = options.edits
    ? detailsOf(documentAmong(documents), units, passages)
    : () => ({end: null, replacements: []})
  const checked = kb.findings
    .filter(({place}) => paths.has(place.path))
    .map((finding): Checked => {
      const found = units.get(finding.unit) ?? passages.get(finding.unit) ?? titles.get(finding.unit)
      const source = found === undefined ? null : statedSource(found)
      return {finding, id: finding.unit, detail: {source, waived: null, ...detail(finding)}}
    })
    .toSorted(compareChecked)
  const diagnostics = [...read.diagnostics, ...kb.diagnostics.filter(({place}) => paths.has(place.path))]
  return {documents, kb, checked, diagnostics: [...diagnostics, ...words.diagnostics]}
}
