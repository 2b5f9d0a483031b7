/** Where what is known of documents comes from: the documents themselves, or parts that other machines made of them. */
import type {RunInput} from '../../disk/output-place-fs.ts'
import {countOthers} from '../../ingest/sources-fs.ts'
import {readParts} from './parts-fs.ts'
import {readDocuments} from './read-documents.ts'
import type {Reading} from './read-file-fs.ts'
import {sourcesOf, type WorkspaceOptions} from './workspace.ts'

export interface Origin {
  read: () => Reading | Promise<Reading>
  /** What is read beside the workspace, which results must not replace. */
  inputs: readonly RunInput[]
  /** Files of the sources that are no documents, by the end of their names; undefined where no sources are looked at. */
  countOthers?: () => Record<string, number>
}

export const ofDocuments = (options: WorkspaceOptions): Origin => ({
  read: () => readDocuments(options),
  inputs: [],
  countOthers: () => countOthers(sourcesOf(options)),
})

/** @param files part files that make one whole */
export const ofParts = (files: readonly string[]): Origin => ({
  read: () => readParts(files),
  inputs: files.map((path) => ({path, what: 'the part'})),
})
