/** Finds and reads the parts that “portolan ingest --shard” wrote. */
import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {isCode} from '../../disk/folder-lock-fs.ts'
import {linesOf, readTextPieces} from '../../disk/text-chunks-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'
import {type Part, parsePart, partProblems} from '../../ingest/part.ts'
import type {Reading} from './read-file-fs.ts'

const partRE = /^part-\d+-of-\d+\.jsonl$/

/** Part files among the given paths; a folder stands for the parts in it. @throws UsageError when one isn't there */
export const listParts = (paths: string[]): string[] =>
  paths.flatMap((path) => {
    try {
      if (!statSync(path).isDirectory()) return [path]
      return readdirSync(path)
        .filter((name) => partRE.test(name))
        .toSorted()
        .map((name) => join(path, name))
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error
      throw new UsageError(`no such part: ${path}`, 'name part files, or folders that hold them')
    }
  })

/** What all machines read together. @throws UsageError when a file is no part, or the parts make no whole */
export const readParts = (files: readonly string[]): Reading => {
  if (files.length === 0)
    throw new UsageError('no part found', 'name files that “portolan ingest --shard” wrote, or their folders')
  const parts = files.map(readPart)
  const problems = partProblems(parts)
  if (problems.length > 0)
    throw new UsageError(`the parts are no whole: ${problems.join(', ')}`, 'name every part once')
  return {
    editions: parts.flatMap(({editions}) => editions),
    diagnostics: parts.flatMap(({diagnostics}) => diagnostics),
  }
}

const readPart = (path: string): Part => {
  try {
    return parsePart(linesOf(readTextPieces(path)))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(
      `${path} is no part: ${error.message}`,
      'write it anew with “portolan ingest --shard”',
    )
  }
}
