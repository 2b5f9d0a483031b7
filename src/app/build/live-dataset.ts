/** A dataset that follows its documents: a changed one is read again, the others are kept as they were read. */

import type {SourceFile} from '../../ingest/sources-fs.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {findDocuments, readingToDataset} from '../ingest/pipeline.ts'
import {type Reading, readFiles} from '../ingest/read-file-fs.ts'

export interface LiveDataset {
  /** Takes in what changed on disk; `changed` are absolute paths of documents and other files. */
  update(changed: ReadonlySet<string>): {kb: KnowledgeBase; read: string[]}
}

/** Whether a document or a file that it includes changed; one that could not be included may be there now. */
const isStale = ({file}: SourceFile, {editions}: Reading, changed: ReadonlySet<string>): boolean =>
  changed.has(file) ||
  editions.some(
    ({includes = [], diagnostics}) =>
      (changed.size > 0 && diagnostics.some(({id}) => id === 'unresolved-include')) ||
      includes.some((path) => [...changed].some((each) => each === path || each.endsWith(`/${path}`))),
  )

/**
 * @param sources folders or files with documents
 * @param content workspace: termbase and decisions
 * @param place places documents by the configuration of the workspace
 */
export const liveDataset = (
  sources: string[],
  content: string,
  place: (files: readonly SourceFile[]) => SourceFile[] = (files) => [...files],
): LiveDataset => {
  const known = new Map<string, {document: SourceFile; reading: Reading}>()
  return {
    update: (changed) => {
      const documents = place(findDocuments(sources))
      const there = new Set(documents.map(({file}) => file))
      for (const file of known.keys()) if (!there.has(file)) known.delete(file)
      const read: string[] = []
      for (const document of documents) {
        const before = known.get(document.file)
        if (before?.document.path === document.path && !isStale(document, before.reading, changed)) continue
        known.set(document.file, {document, reading: readFiles([document])})
        read.push(document.path)
      }
      const readings = documents.flatMap(({file}) => known.get(file)?.reading ?? [])
      const whole = {
        editions: readings.flatMap(({editions}) => editions),
        diagnostics: readings.flatMap(({diagnostics}) => diagnostics),
      }
      return {kb: readingToDataset(whole, content), read}
    },
  }
}
