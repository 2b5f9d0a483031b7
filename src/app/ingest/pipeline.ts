/** The whole flow, one line a step: documents → editions → dataset → reconciled dataset. */
import {buildKnowledgeBase} from '../../align/build-knowledge-base.ts'
import {isCode} from '../../disk/folder-lock-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'
import {withVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import {documentEndings, isDocumentName} from '../../ingest/document-names.ts'
import {type Shard, shareOf} from '../../ingest/shard.ts'
import {listSources, type SourceFile} from '../../ingest/sources-fs.ts'
import {vocabulariesOf} from '../../model/edition.ts'
import {compareDiagnostics} from '../../model/order.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {readWords} from '../../reconcile/publish/words-fs.ts'
import {reconcile} from '../../reconcile/reconcile.ts'
import {unsupported} from '../unsupported.ts'
import {type Reading, readFiles} from './read-file-fs.ts'

export interface PipelineInput {
  /** Folders or files with documents. */
  sources: string[]
  /** Workspace: termbase and decisions. */
  content: string
}

/**
 * Reads all documents and gives the reconciled dataset.
 *
 * @throws UsageError when a folder isn't there or holds no documents
 */
export const runPipeline = ({sources, content}: PipelineInput): KnowledgeBase =>
  readingToDataset(readFiles(findDocuments(sources)), content)

/** The documents of some folders, or one share of them. @throws UsageError when a folder isn't there or holds none */
export const findDocuments = (sources: string[], shard?: Shard): SourceFile[] => {
  const files = listDocuments(sources)
  return shard ? shareOf(files, shard) : files
}

/** Documents → dataset → reconciled dataset, in any order of the documents. */
export const readingToDataset = ({editions, diagnostics}: Reading, content: string): KnowledgeBase => {
  const words = readWords(content)
  const kb = buildKnowledgeBase(editions)
  const reconciled = withVocabularies(vocabulariesOf(editions), () => reconcile(kb, words))
  return {
    ...reconciled,
    diagnostics: [...reconciled.diagnostics, ...diagnostics].toSorted(compareDiagnostics),
  }
}

const listDocuments = (sources: string[]): SourceFile[] => {
  let files: SourceFile[]
  try {
    files = listSources(sources)
  } catch (error) {
    const missing =
      isCode(error, 'ENOENT') && error instanceof Error && 'path' in error ? String(error.path) : null
    if (missing === null) throw error
    throw new UsageError(`no such folder: ${missing}`, 'name a folder that holds documents')
  }
  const other = files.find(
    ({path, isClosed, link}) => isClosed !== true && link === undefined && !isDocumentName(path),
  )
  if (other) throw unsupported(other.file)
  if (files.length === 0) {
    throw new UsageError(
      `no documents in ${sources.join(', ')}`,
      `a document is a file whose name ends in ${documentEndings}`,
    )
  }
  return files
}
