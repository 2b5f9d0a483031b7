/** Finds the documents of a dataset again, to say what to replace in them. */
import {existsSync} from 'node:fs'
import {isRead, listSources, type SourceFile} from '../../ingest/sources-fs.ts'
import type {DocumentOf} from './document-edits.ts'
import {readDocument} from './documents-fs.ts'

/**
 * Documents of source folders by the path that the dataset has for them; none when a folder is gone.
 *
 * @param place places documents by the configuration of the workspace
 */
export function documentsOf(
  sources: string[],
  place: (files: readonly SourceFile[]) => SourceFile[] = (files) => [...files],
): DocumentOf {
  if (!sources.every((folder) => existsSync(folder))) return () => null
  const files = new Map(
    place(listSources(sources))
      .filter(isRead)
      .map((file) => [file.path, file]),
  )
  return (path) => {
    const file = files.get(path)
    return file === undefined ? null : readDocument(file)
  }
}
