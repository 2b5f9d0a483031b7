/** Where a command takes its termbase and decisions from, and the documents that it learns from. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {packageFolder} from '../../disk/package-folder-fs.ts'
import {readWords} from '../../reconcile/publish/words-fs.ts'
import type {Words} from '../../reconcile/reconcile.ts'
import type {DocumentFile} from '../fix/documents-fs.ts'
import {isFolder, listCheckInputs} from './check-inputs-fs.ts'

/** The project's own workspace, whose termbase is reviewed. */
const shipped = join(packageFolder, 'content')

/** Words of the given workspace. @throws UsageError when it isn't there */
export function wordsOf(content: string | undefined): Words {
  if (content !== undefined) isFolder(content)
  return readWords(content ?? (existsSync('content') ? 'content' : shipped))
}

/** Documents of the context folders. @throws UsageError when one isn't there or holds none */
export const contextOfPaths = (paths: readonly string[]): DocumentFile[] =>
  listCheckInputs(paths).filter(({kind}) => kind === 'document')
