/** Reads files with texts of the interface: a workspace's, with all parts in one, and those of a language's folder. */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {z} from 'zod'
import {UsageError} from '../../disk/usage-error.ts'
import {readNearestFile} from '../../languages/language-file-fs.ts'
import type {OwnTexts} from '../../site/shared/own-texts.ts'
import {ownTextFiles, readOwnTextFile, tagOfFile} from '../../site/shared/own-texts-fs.ts'
import {flatChecks, type Part, parts} from './english-texts.ts'
import type {Texts} from './text-problems.ts'

export interface InterfaceFile {
  path: string
  /** As it is on disk, to tell places in it. */
  text: string
  locale: string
  parts: readonly {part: Part; own: Texts; inherited: Texts}[]
  unchanged: readonly string[]
}

const textsSchema = z.record(z.string(), z.string())
const checksSchema = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * @param paths files, and folders with such files
 * @throws UsageError for a file that can't be used
 */
export const readInterfaceFiles = (paths: readonly string[]): InterfaceFile[] =>
  paths.flatMap(filesOf).map((path) => {
    const part = partOf(path)
    return part === undefined ? readWorkspaceFile(path) : readPartFile(path, part)
  })

/** The files of the workspace's folder `interface`. */
export const readWorkspaceInterface = (content: string): InterfaceFile[] =>
  ownTextFiles(content).map(readWorkspaceFile)

function filesOf(path: string): string[] {
  if (!existsSync(path))
    throw new UsageError(`no such file: ${path}`, 'name files such as interface/nl-NL.json')
  if (!statSync(path).isDirectory()) return [path]
  const files = readdirSync(path)
    .toSorted()
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .map((name) => join(path, name))
  const ofLanguage = files.filter((file) => partOf(file) !== undefined)
  const found = ofLanguage.length > 0 ? ofLanguage : files
  if (found.length === 0)
    throw new UsageError(`no texts in ${path}`, 'name files such as interface/nl-NL.json, or their folder')
  return found
}

/** `interface.json` of a language's folder is one part. */
const partOf = (path: string): Part | undefined => parts.find((part) => `${part}.json` === basename(path))

function readWorkspaceFile(path: string): InterfaceFile {
  const locale = tagOfFile(path)
  const own = readOwnTextFile(path)
  return {
    path,
    text: readFileSync(path, 'utf8'),
    locale,
    parts: parts.map((part) => ({
      part,
      own: flatOf(part, own),
      inherited: flatOf(part, shippedTexts(locale)),
    })),
    unchanged: own.unchanged,
  }
}

const shippedTexts = (locale: string): Pick<OwnTexts, Part> => ({
  interface: textsSchema.parse(readNearestFile(locale, 'interface') ?? {}),
  checks: checksSchema.parse(readNearestFile(locale, 'checks') ?? {}),
  firewall: textsSchema.parse(readNearestFile(locale, 'firewall') ?? {}),
})

const flatOf = (part: Part, texts: Pick<OwnTexts, Part>): Texts =>
  part === 'checks' ? flatChecks(texts.checks) : texts[part]

/** The folder is called by the tag of the language. */
function readPartFile(path: string, part: Part): InterfaceFile {
  const text = readFileSync(path, 'utf8')
  const read = (part === 'checks' ? checksSchema.transform(flatChecks) : textsSchema).safeParse(
    jsonOf(text, path),
  )
  if (!read.success)
    throw new UsageError(
      `${path}: ${z.prettifyError(read.error)}`,
      'docs/recipes/language.md tells what may stand in it',
    )
  return {
    path,
    text,
    locale: tagOfFile(dirname(path)),
    parts: [{part, own: read.data, inherited: {}}],
    unchanged: [],
  }
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} could not be read: ${reason}`, 'write it as JSON')
  }
}
