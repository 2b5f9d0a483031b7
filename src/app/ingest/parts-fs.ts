/** Finds the parts that “portolan ingest --shard” wrote. */
import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {isCode} from '../../disk/folder-lock-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'

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
