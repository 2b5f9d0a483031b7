/** The whole flow, one line a step: documents → editions → dataset → reconciled dataset. */
import {buildKnowledgeBase} from '../../src/dataset/build.ts'
import type {Edition} from '../../src/dataset/edition.ts'
import {compareDiagnostics} from '../../src/dataset/order.ts'
import type {Diagnostic, KnowledgeBase} from '../../src/dataset/schema.ts'
import {decode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {type Shard, shareOf} from '../../src/ingest/shard.ts'
import {listSources, readSource, type SourceFile} from '../../src/ingest/sources-fs.ts'
import {reconcile} from '../../src/reconcile/reconcile.ts'
import {readWords} from '../../src/reconcile/words-fs.ts'
import {isCode} from './folder-lock-fs.ts'
import {UsageError} from './usage-error.ts'

export interface PipelineInput {
  /** Folders or files with documents. */
  sources: string[]
  /** Workspace: termbase and decisions. */
  content: string
  /** Called after each document. */
  onProgress?: (done: number, all: number) => void
}

/** What was read of the documents, before they know of each other. */
export interface Reading {
  editions: Edition[]
  /** Of documents that could not be read at all. */
  diagnostics: Diagnostic[]
}

/**
 * Reads all documents and gives the reconciled dataset.
 *
 * @throws UsageError when a folder isn't there or holds no documents
 */
export const runPipeline = (input: PipelineInput): KnowledgeBase =>
  readingToDataset(readDocuments(input), input.content)

/** Reads the documents, or one share of them. @throws UsageError when a folder isn't there or holds no documents */
export const readDocuments = (
  {sources, onProgress}: Omit<PipelineInput, 'content'>,
  shard?: Shard,
): Reading => {
  const files = findDocuments(sources)
  return readEditions(shard ? shareOf(files, shard) : files, onProgress)
}

/** Documents → dataset → reconciled dataset, in any order of the documents. */
export const readingToDataset = ({editions, diagnostics}: Reading, content: string): KnowledgeBase => {
  const words = readWords(content)
  const reconciled = reconcile(buildKnowledgeBase(editions), words)
  return {
    ...reconciled,
    diagnostics: [...reconciled.diagnostics, ...diagnostics].toSorted(compareDiagnostics),
  }
}

const findDocuments = (sources: string[]): SourceFile[] => {
  let files: SourceFile[]
  try {
    files = listSources(sources)
  } catch (error) {
    const missing =
      isCode(error, 'ENOENT') && error instanceof Error && 'path' in error ? String(error.path) : null
    if (missing === null) throw error
    throw new UsageError(`no such folder: ${missing}`, 'name a folder that holds Markdown documents')
  }
  if (files.length === 0) {
    throw new UsageError(
      `no documents in ${sources.join(', ')}`,
      'a document is a file whose name ends in .md',
    )
  }
  return files
}

/** Documents that vanish or can't be read while the run goes on give a diagnostic; the rest goes on. */
const readEditions = (files: SourceFile[], onProgress: PipelineInput['onProgress']): Reading => {
  const diagnostics: Diagnostic[] = []
  const editions = files.flatMap((file, index) => {
    onProgress?.(index + 1, files.length)
    try {
      return [ingestFile(file)]
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      diagnostics.push(unreadableFile(file, error))
      return []
    }
  })
  return {editions, diagnostics}
}

const ingestFile = (file: SourceFile): Edition => {
  const decoded = decode(readSource(file), file.path)
  const edition = ingest(decoded.text, file.path)
  return {...edition, diagnostics: [...decoded.diagnostics, ...edition.diagnostics]}
}

const unreadableFile = ({path}: SourceFile, error: Error): Diagnostic => ({
  place: {path, line: 1, column: 1},
  severity: 'error',
  id: 'unreadable-file',
  message: `the document could not be read: ${error.message.split(',')[0] ?? ''}`,
  hint: 'check that the file is there and that you may read it',
})
