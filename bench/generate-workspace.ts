/** Makes a larger workspace from the sample: every document many times, each copy a topic of its own. */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Copies the documents of `from` into `to`, `copies` times. Asset ids, titles and one port differ from copy to copy, so that no
 * two topics are the same.
 */
export const generateWorkspace = (from: string, to: string, copies: number): void => {
  const documents = readdirSync(from, {recursive: true, withFileTypes: true, encoding: 'utf8'}).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.md'),
  )
  for (const {name, parentPath} of documents) {
    const text = readFileSync(join(parentPath, name), 'utf8')
    const folder = join(to, parentPath.slice(from.length))
    mkdirSync(folder, {recursive: true})
    for (let copy = 1; copy <= copies; copy++) {
      const own = text
        .replace(/^(ms:assetid: *"?)([^"\n]*)/m, (_, key, id) => `${key}${id}-${copy}`)
        .replace(/^(title: *"?)([^"\n]*)/m, (_, key, title) => `${key}${title} ${copy}`)
        .replaceAll('5061', String(20_000 + copy))
      writeFileSync(join(folder, name.replace(/^([^.]+)/, `$1-${copy}`)), copy === 1 ? text : own)
    }
  }
}
