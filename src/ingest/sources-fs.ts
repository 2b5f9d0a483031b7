/** Finds and reads the documents of folders. */
import {closeSync, constants, fstatSync, openSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, extname, resolve} from 'node:path'
import {globSync} from 'tinyglobby'
import {DOCUMENTS, isDocumentName} from './document-names.ts'
import {type Placement, placeDocuments} from './identity/placement.ts'
import type {Includes} from './includes/expand-includes.ts'
import {includesOf} from './includes/include-files-fs.ts'
import {type DocumentLink, oddEntries} from './links-fs.ts'

/** A document on disk: `path` is what the dataset calls it (with `/`, the same on every machine), `file` where it is. */
export interface SourceFile {
  path: string
  file: string
  /** What the paths of all documents tell of it; absent where nobody asked them. */
  placement?: Placement
  /** Folder that the files it includes must stand in; the one of the document where it is absent. */
  root?: string
  /** What is to be said where it is a link; absent for a file that the user named. */
  link?: DocumentLink
  /** A folder that may not be read, so that nobody knows its documents: reading it says so. */
  isClosed?: true
}

/**
 * Every document of the given folders and files, by path. Paths are relative to the folder; of several folders each
 * adds its own name, so that two documents never share a path. Symbolic links to folders are not followed; they and those
 * to files are listed with what they are.
 *
 * @throws Error of the system (`ENOENT`) when a folder isn't there
 */
export const listSources = (roots: string[]): SourceFile[] => {
  const prefixes = prefixOf(roots)
  const unread: SourceFile[] = []
  const files = roots.flatMap((root, index): SourceFile[] => {
    const prefix = prefixes[index] ?? ''
    if (!statSync(root).isDirectory())
      return [{path: prefix + basename(root), file: resolve(root), root: dirname(resolve(root))}]
    const fileOf = (path: string): SourceFile => ({
      path: prefix + path,
      file: resolve(root, path),
      root: resolve(root),
    })
    const odd = oddEntries(root)
    unread.push(...odd.closed.map((path) => ({...fileOf(path), isClosed: true as const})))
    const linked = [...odd.links].map(([path, link]) => ({...fileOf(path), link}))
    const [folders, links] = [linked.filter(isOfFolder), linked.filter((each) => !isOfFolder(each))]
    unread.push(...folders)
    return [...globSync(DOCUMENTS, inFolder(root)).map(fileOf), ...links]
  })
  return [...withPlacements(files.toSorted(byPath)), ...unread].toSorted(byPath)
}

const isOfFolder = ({link}: {link: DocumentLink}): boolean => link.kind === 'folder'

const byPath = (a: {path: string}, b: {path: string}): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0

const inFolder = (cwd: string) => ({cwd, dot: false, followSymbolicLinks: false, caseSensitiveMatch: false})

/** Files of folders that are no documents, counted by the end of their names, in the order of these: `{'.png': 12}`. */
export const countOthers = (roots: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const root of roots) {
    if (!statSync(root, {throwIfNoEntry: false})?.isDirectory()) continue
    for (const path of globSync('**/*', {cwd: root, dot: false, followSymbolicLinks: false})) {
      if (isDocumentName(path)) continue
      const end = extname(path).toLowerCase() || basename(path)
      counts.set(end, (counts.get(end) ?? 0) + 1)
    }
  }
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The placement of a document, and what it includes, as options of its reader. */
export const placed = ({
  path,
  file,
  placement,
  root = dirname(file),
}: SourceFile): {placement?: Placement; includes: Includes} => ({
  ...(placement === undefined ? {} : {placement}),
  includes: includesOf({path, file, root}),
})

/** The same documents, each with what the paths of all of them tell of it. */
export const withPlacements = <File extends {path: string; placement?: Placement}>(
  files: readonly File[],
): File[] => {
  const placements = placeDocuments(files.map(({path}) => path))
  return files.map((file) => {
    const placement = file.placement ?? placements.get(file.path)
    return placement === undefined ? file : {...file, placement}
  })
}

/** Is what stands there read, or only named? */
export const isRead = ({link}: {link?: DocumentLink}): boolean => link === undefined || link.kind === 'read'

/** Bytes of a document. @throws Error of the system when it vanished, can't be read, or is a device or pipe without an end */
export const readSource = ({file}: {file: string}): Uint8Array => {
  // Opening a pipe would wait for somebody to write into it.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!fstatSync(descriptor).isFile())
      throw Object.assign(new Error('not a regular file'), {code: 'EINVAL'})
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Nothing for one folder; for several the shortest tail of each path that tells them apart. */
const prefixOf = (roots: string[]): string[] => {
  const folders = roots.map((root) => (statSync(root).isDirectory() ? resolve(root) : dirname(resolve(root))))
  const distinct = new Set(folders)
  if (distinct.size === 1) return roots.map(() => '')
  const parts = folders.map((folder) => folder.split(/[\\/]/))
  for (let depth = 1; ; depth++) {
    const tails = parts.map((names) => names.slice(-depth).join('/'))
    if (new Set(tails).size === distinct.size) return tails.map((tail) => `${tail.replace(/^\/+/, '')}/`)
  }
}
