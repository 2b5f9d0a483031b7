/** Reads the texts of the interface that a workspace brings along. */
import {existsSync, readdirSync} from 'node:fs'
import {join, parse as parsePath} from 'node:path'
import {UsageError} from '../../disk/usage-error.ts'
import {readWrittenFile} from '../../disk/written-file-fs.ts'
import {type OwnTexts, ownTextsSchema, type TextsOfWorkspace} from './own-texts.ts'

const HINT = 'docs/recipes/language.md tells what may stand in it'

/** The files of the folder `interface` of a workspace, sorted; none where it has no such folder. */
export function ownTextFiles(content: string): string[] {
  const folder = join(content, 'interface')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .toSorted()
    .map((name) => join(folder, name))
}

/** @throws UsageError for a file that can't be used, or is not called by a language tag, and for a language with two files */
export function readOwnTexts(content: string): TextsOfWorkspace {
  const texts = new Map<string, OwnTexts>()
  for (const path of ownTextFiles(content)) {
    const tag = tagOfFile(path)
    if (texts.has(tag)) throw new UsageError(`${path}: expected one file for ${tag}, found two`, HINT)
    texts.set(tag, readOwnTextFile(path))
  }
  return Object.fromEntries(texts)
}

/** `content/interface/nl-nl.json` is of `nl-NL`. @throws UsageError for another name */
export function tagOfFile(path: string): string {
  const {name} = parsePath(path)
  const tag = canonicalTag(name)
  if (tag !== null && new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'}).of(tag)) return tag
  throw new UsageError(
    `${path}: expected a language tag as the name of the file, found “${name}”`,
    'call it by the tag of its language, such as nl-NL.json',
  )
}

/** null for what is no tag, such as `nl-nl-old`. */
function canonicalTag(name: string): string | null {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** @throws UsageError for a file that can't be used */
export const readOwnTextFile = (path: string): OwnTexts => readWrittenFile(path, ownTextsSchema, HINT)
