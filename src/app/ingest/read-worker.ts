/** What a worker thread does: reads a batch of documents. */

import {useVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import type {Vocabulary} from '../../facts/vocabulary/vocabulary-schema.ts'
import type {SourceFile} from '../../ingest/sources-fs.ts'
import {type Reading, readFiles} from './read-file-fs.ts'

export interface Batch {
  files: SourceFile[]
  /** Those of the run, the same in every batch. */
  vocabularies: readonly Vocabulary[]
}

let isPrepared = false

export default ({files, vocabularies}: Batch): Reading => {
  if (!isPrepared) useVocabularies(vocabularies)
  isPrepared = true
  return readFiles(files)
}
