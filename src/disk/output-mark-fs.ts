/** The mark that each output folder carries: what a run wrote into it, so that the next one replaces nothing else. */
import {lstatSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {programVersion} from '../model/version.ts'
import {isPartOfEarlierOutput, notOfEarlierOutput} from './earlier-output.ts'
import {isCode} from './folder-lock-fs.ts'
import {draftRE, writeWhole} from './json-file-fs.ts'

/** Name of the mark in its folder. */
export const MARK = '.portolan-output.json'

const pathSchema = z.string().min(1)
const markSchema = z.object({
  /** Of the program: ours. */
  name: z.literal('portolan'),
  version: z.string().min(1),
  /** Files and folders at the top, the latter with `/` at their end. */
  entries: z.array(pathSchema),
  /** All that is in these folders, in the same manner. */
  below: z.array(pathSchema),
})

type Mark = z.infer<typeof markSchema>

/** Whoever opens the file reads it. */
const NOTE = 'The next run replaces this folder as a whole. It refuses to when files of yours are in it.'

/** Files of the operating system's own, which nobody misses. */
const systemFileRE = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/

/** The mark of a folder; null when there is none, or one that is damaged or of another program. */
export const readMark = (folder: string): Mark | null => {
  let text: string
  try {
    // A pipe or a folder of that name is no mark.
    if (!lstatSync(join(folder, MARK)).isFile()) return null
    text = readFileSync(join(folder, MARK), 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null
    throw error
  }
  const read = markSchema.safeParse(jsonOf(text))
  return read.success ? read.data : null
}

/** What is no JSON fits no schema. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Marks a folder as one of ours that holds what it holds now. */
export const markFolder = (folder: string): void => {
  const paths = pathsIn(folder).filter((path) => path !== MARK)
  writeMark(folder, {
    entries: paths.filter((path) => isTop(path)),
    below: paths.filter((path) => !isTop(path)),
  })
}

/** Takes files into the mark that another command wrote into a folder; a folder without a mark gets none. */
export const addToMark = (folder: string, names: readonly string[]): void => {
  const mark = readMark(folder)
  if (mark === null || names.every((name) => mark.entries.includes(name))) return
  writeMark(folder, {...mark, entries: [...new Set([...mark.entries, ...names])].toSorted()})
}

const writeMark = (folder: string, {entries, below}: Pick<Mark, 'entries' | 'below'>): void => {
  const mark = {name: 'portolan', version: programVersion, note: NOTE, entries, below}
  writeWhole(join(folder, MARK), `${JSON.stringify(mark, null, 1)}\n`)
}

const isTop = (path: string): boolean => !/\/./.test(path)

/**
 * What stands in a folder that no run of ours wrote: paths below it, a folder with `/` at its end and without what is in
 * it. A folder without a mark holds nothing else when all of it is what version 0.1 writes, which left no mark.
 */
export const foreignPaths = (folder: string): string[] => {
  const paths = pathsIn(folder).filter(isKept)
  const mark = readMark(folder)
  const foreign = new Set(mark === null ? notOfEarlierOutput(paths) : paths.filter(isNotIn(mark)))
  return [...foreign].filter((path) => !foreign.has(path.replace(/[^/]*\/?$/, '')))
}

/** Would anybody miss it? */
const isKept = (path: string): boolean => !systemFileRE.test(path) && !draftRE.test(path)

/** A disk may have changed how letters with accents are written. */
const isNotIn = ({entries, below}: Mark): ((path: string) => boolean) => {
  const known = new Set([MARK, ...entries, ...below].map((path) => path.normalize('NFC')))
  return (path) => !known.has(path.normalize('NFC'))
}

/** Is it a folder that a run of ours left half written or half removed? */
export const isLeftover = (folder: string): boolean =>
  lstatSync(folder).isDirectory() &&
  (readMark(folder) !== null || isPartOfEarlierOutput(pathsIn(folder).filter(isKept)))

/** Does a leftover lack nothing of what was written? */
export const isWhole = (folder: string): boolean => {
  const mark = readMark(folder)
  if (mark === null) return foreignPaths(folder).length === 0
  const paths = new Set(pathsIn(folder))
  return [...mark.entries, ...mark.below].every((path) => paths.has(path))
}

/** Removes a folder of ours; its mark goes last, so that a run that is killed meanwhile leaves what the next one knows. */
export const removeMarked = (folder: string): void => {
  const names = namesIn(folder)
  if (names === null) return
  for (const name of names) if (name !== MARK) rmSync(join(folder, name), {recursive: true, force: true})
  rmSync(folder, {recursive: true, force: true})
}

const namesIn = (folder: string): string[] | null => {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Every path below a folder, with `/`, in the same order everywhere; links are not followed. */
const pathsIn = (folder: string, start = ''): string[] =>
  readdirSync(join(folder, start), {withFileTypes: true})
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = start + entry.name
      return entry.isDirectory() ? [`${path}/`, ...pathsIn(folder, `${path}/`)] : [path]
    })
