/** Symbolic links among documents: which are read, and what is said of each. */
import {type Dirent, readdirSync, readlinkSync, realpathSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'
import {isCode} from '../disk/folder-lock-fs.ts'
import {isInside} from '../disk/is-inside.ts'
import type {Diagnostic} from '../model/schema.ts'
import {isDocumentName} from './document-names.ts'

/** A link in the place of a document, or of a folder of documents. */
export interface DocumentLink {
  /** Where it leads, in its own words: the same on every machine. */
  to: string
  /**
   * A document elsewhere is read; one that is read under its own name, or by another link, is not read twice; what is not named
   * like a document is none, however its link is called; a folder of documents is not followed.
   */
  kind: 'read' | 'twice' | 'nothing' | 'other' | 'folder'
}

/** What lies in a folder and is no plain file of a readable folder. */
const hiddenRE = /(?:^|[\\/])\.[^\\/]/

/** What the names of files don't tell of a folder. */
export interface OddEntries {
  /** Links in the place of documents and of folders with documents, by their paths in it. Links to folders are not followed. */
  links: Map<string, DocumentLink>
  /** Folders in it that may not be read: nobody knows which documents they hold. */
  closed: string[]
}

/** @throws Error of the system when the folder itself may not be read */
export function oddEntries(root: string): OddEntries {
  const links = new Map<string, DocumentLink>()
  const base = realpathSync(root)
  const read = new Set<string>()
  const {paths, closed} = linksIn(root)
  for (const path of paths.toSorted()) {
    const target = behind(join(root, path))
    const kind = kindOf(path, target, base, read)
    if (kind === null) continue
    if (kind === 'read' && target !== null) read.add(target.file)
    links.set(path, {to: readlinkSync(join(root, path)).replaceAll('\\', '/'), kind})
  }
  return {links, closed}
}

function linksIn(root: string): {paths: string[]; closed: string[]} {
  const found = {paths: [] as string[], closed: [] as string[]}
  readdirSync(root)
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = entriesOf(join(root, folder))
    if (entries === null) found.closed.push(folder)
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (hiddenRE.test(entry.name)) continue
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isSymbolicLink()) found.paths.push(path)
    }
  }
  return found
}

/** Null for a link to nothing that has to do with documents. */
function kindOf(
  path: string,
  target: Target | null,
  base: string,
  read: ReadonlySet<string>,
): DocumentLink['kind'] | null {
  if (target?.isFolder) {
    if (target.file === base || isListed(base, target.file))
      return holdsDocuments(target.file) ? 'twice' : null
    return holdsDocuments(target.file) ? 'folder' : null
  }
  if (!isDocumentName(path)) return null
  if (target === null) return 'nothing'
  if (!isDocumentName(target.file)) return 'other'
  return isListed(base, target.file) || read.has(target.file) ? 'twice' : 'read'
}

/** Whether what stands in a folder is read under its own name. */
const isListed = (base: string, file: string): boolean =>
  file !== base && isInside(base, file) && !hiddenRE.test(relative(base, file))

/** A link may lead to the whole disk; of what holds so much it is said as if it held documents. */
const MOST_ENTRIES = 2000

function holdsDocuments(root: string): boolean {
  const folders = [root]
  let seen = 0
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const entry of entriesOf(folder) ?? []) {
      if (++seen > MOST_ENTRIES) return true
      if (hiddenRE.test(entry.name)) continue
      if (entry.isDirectory()) folders.push(join(folder, entry.name))
      else if (isDocumentName(entry.name)) return true
    }
  }
  return false
}

/** Null when the folder may not be read; one that has vanished meanwhile is empty. */
function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch (error) {
    if (isCode(error, 'EACCES') || isCode(error, 'EPERM')) return null
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
    throw error
  }
}

interface Target {
  /** Without links. */
  file: string
  isFolder: boolean
}

/** The file or folder behind a link; null where there is none, or a device or pipe. */
function behind(path: string): Target | null {
  try {
    const found = statSync(path)
    return found.isFile() || found.isDirectory()
      ? {file: realpathSync(path), isFolder: found.isDirectory()}
      : null
  } catch (error) {
    if (['ENOENT', 'ELOOP', 'ENOTDIR', 'EACCES'].some((code) => isCode(error, code))) return null
    throw error
  }
}

const MESSAGES = {
  read: [
    'info',
    (to: string) => `the document is a link to “${to}”, and was read there`,
    'nothing has to be done where it may be published',
  ],
  twice: [
    'info',
    (to: string) => `a link to “${to}”, which is read already; it was not read twice`,
    'nothing has to be done; make it a file of its own if it is to be a page of its own',
  ],
  nothing: [
    'warning',
    (to: string) => `expected a document behind the link to “${to}”, found none`,
    'bring the file, or remove the link',
  ],
  other: [
    'warning',
    (to: string) => `expected a document behind the link to “${to}”, found a file that is not named like one`,
    'links to other files are not read, so that none of them is published; name the file as a document',
  ],
  folder: [
    'warning',
    (to: string) => `a link to the folder “${to}”, whose documents were not read`,
    'links to folders are not followed; name that folder as well, or put it in the place of the link',
  ],
} as const

/** What is said of a link. */
export function linkToDiagnostic(path: string, {to, kind}: DocumentLink): Diagnostic {
  const [severity, message, hint] = MESSAGES[kind]
  return {place: {path, line: 1, column: 1}, severity, id: 'linked-document', message: message(to), hint}
}
