/** What a worker thread does: reads a batch of documents. */
import type {SourceFile} from '../../ingest/sources-fs.ts'
import {type Reading, readFiles} from './read-file-fs.ts'

export default (files: SourceFile[]): Reading => readFiles(files)
