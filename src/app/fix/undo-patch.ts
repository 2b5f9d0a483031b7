/** Changes of files as a unified diff, byte for byte, so that `git apply -R` or `patch -R` takes them back. */
import {hunksBetween} from './line-hunks.ts'

export interface ChangedFile {
  /** From the folder that the patch is applied in, with `/`. */
  path: string
  before: Uint8Array
  after: Uint8Array
}

/** Characters that `git apply` and `patch` expect escaped in a quoted name (C style); others stand as they are, in UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
const ESCAPED_RE = /[\u0000-\u001f"\\\u007f]/

/** A name as both tools read it: quoted when it must be, and ended by a tab when it holds a space. */
const nameOf = (side: 'a' | 'b', path: string): string => {
  const name = `${side}/${path}`
  if (!ESCAPED_RE.test(name)) return name.includes(' ') ? `${name}\t` : name
  const spell = (character: string): string =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
  return `"${name.replace(new RegExp(ESCAPED_RE, 'g'), spell)}"`
}

/** Bytes as characters of the same numbers, which a diff of lines leaves alone whatever they mean. */
const asCharacters = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const range = (start: number, count: number): string => (count === 1 ? `${start}` : `${start},${count}`)

function fileToPatch({path, before, after}: ChangedFile): Buffer {
  const hunks = hunksBetween(asCharacters(before), asCharacters(after))
  const lines = hunks.flatMap(({oldStart, oldLines, newStart, newLines, lines: own}) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...own,
  ])
  return Buffer.concat([
    Buffer.from(`--- ${nameOf('a', path)}\n+++ ${nameOf('b', path)}\n`),
    Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1'),
  ])
}

/** What both tools skip, for whoever opens the file. */
const head = (version: string): string =>
  `Written by portolan fix ${version} before it changed these documents. In the folder that their paths start from,\n` +
  'git apply -R FILE (or patch -R -p1 < FILE) makes them what they were.\n\n'

/** The whole patch; files in the order given. */
export const filesToPatch = (files: readonly ChangedFile[], version: string): Uint8Array =>
  Buffer.concat([Buffer.from(head(version)), ...files.map(fileToPatch)])
