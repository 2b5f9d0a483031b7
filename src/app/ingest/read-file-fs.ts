/** Reads one document from disk into an edition, or says why it could not be read. */

import {decode} from '../../ingest/decode.ts'
import {ingest} from '../../ingest/ingest.ts'
import {linkToDiagnostic} from '../../ingest/links-fs.ts'
import {isRead, placed, readSource, type SourceFile} from '../../ingest/sources-fs.ts'
import type {Edition} from '../../model/edition.ts'
import type {StoredDiagnostic} from '../../model/schema.ts'
import {leftOut} from '../left-out.ts'

/** What was read of documents, before they know of each other. */
export interface Reading {
  editions: Edition[]
  /** Of documents that could not be read at all. */
  diagnostics: StoredDiagnostic[]
}

/** Documents that vanish, can't be read or whose parsing fails give a diagnostic; the rest goes on. */
export const readFiles = (
  files: readonly SourceFile[],
  onRead?: () => void,
  read: (file: SourceFile) => Edition = readFile,
): Reading => {
  const editions: Edition[] = []
  const diagnostics: StoredDiagnostic[] = []
  for (const file of files) {
    if (file.link !== undefined) diagnostics.push(linkToDiagnostic(file.path, file.link))
    try {
      if (isRead(file)) editions.push(detach(read(file)))
    } catch (error) {
      diagnostics.push(leftOut(file.path, error, file.isClosed ? 'folder' : 'document'))
    }
    onRead?.()
  }
  return {editions, diagnostics}
}

const readFile = (file: SourceFile): Edition => {
  const decoded = decode(readSource(file), file.path)
  const edition = ingest(decoded.text, file.path, placed(file))
  return {...edition, diagnostics: [...decoded.diagnostics, ...edition.diagnostics]}
}

/**
 * A copy whose texts are texts of their own. The engine makes a piece of a text point into the whole, so that the title of a
 * document of which nothing else is kept would keep all of it in memory.
 */
const detach = (edition: Edition): Edition =>
  edition.blocks.length + edition.tables.length === 0 ? JSON.parse(JSON.stringify(edition)) : edition
