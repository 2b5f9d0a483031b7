/** Output folders as an earlier run left them. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {markFolder} from '../../src/disk/output-mark-fs.ts'
import {checksums} from './portolan.ts'

/** Writes files whose text is `old` and their path. */
export const writeOld = (folder: string, paths: readonly string[]): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), `old ${path}`)
  }
}

/** A small marked folder; gives its checksums. */
export const makeOldOutput = (
  folder: string,
  paths: readonly string[] = ['knowledge-base.json', 'index.html', 'data/rules.csv'],
): Record<string, string> => {
  mkdirSync(folder, {recursive: true})
  writeOld(folder, paths)
  markFolder(folder)
  return checksums(folder)
}
