/** The history of documents in a git repository: which commits changed them, and what they held before and after. */
import {documentExtensions, isDocumentName} from '../../ingest/document-names.ts'
import {git} from './git-fs.ts'

export interface DocumentChange {
  /** From the root of the working tree. */
  path: string
  /** Names of the contents, for `readBlobs`. */
  before: string
  after: string
}

export interface DocumentCommit {
  id: string
  parent: string
  /** ISO date of the commit. */
  date: string
  subject: string
  changes: DocumentChange[]
}

/** Documents below a path (from the root; `''` for all), as git's pattern; its own characters are escaped. */
const patternsOf = (path: string): string[] => {
  const literal = path.replace(/[*?[\]\\]/g, '\\$&')
  if (isDocumentName(path)) return [`:(top,glob)${literal}`]
  const folder = literal === '' ? '' : `${literal}/`
  return documentExtensions.map((extension) => `:(top,glob,icase)${folder}**/*.${extension}`)
}

/** Starts the line of a commit; no subject holds it. */
const MARK = '\u0001'

/**
 * Commits that changed documents, from the newest. What a merge decided beyond its branches isn't looked at, nor are
 * documents that a commit added or removed. Git itself leaves out the commits that touch no document, without reading them.
 *
 * @param since ISO date, or null for the whole history
 */
export function documentHistory(
  root: string,
  paths: readonly string[],
  since: string | null,
): DocumentCommit[] {
  const output = git(root, [
    'log',
    '--full-history',
    '--no-merges',
    '--diff-filter=MR',
    '--find-renames',
    '--raw',
    '--no-abbrev',
    '-z',
    `--format=${MARK}%H%x00%P%x00%cs%x00%s`,
    ...(since === null ? [] : [`--since=${since}T00:00:00`]),
    'HEAD',
    '--',
    ...paths.flatMap(patternsOf),
  ])
  return parseLog(output.toString('utf8').split('\0'))
}

function parseLog(tokens: readonly string[]): DocumentCommit[] {
  const commits: DocumentCommit[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').trimStart()
    const last = commits.at(-1)
    if (token.startsWith(MARK)) {
      const [parent = '', date = '', subject = ''] = tokens.slice(at + 1, at + 4)
      commits.push({id: token.slice(1), parent, date, subject, changes: []})
      at += 3
    } else if (token.startsWith(':') && last !== undefined) {
      const [, mode = '', before = '', after = '', kind = ''] = token.split(' ')
      // A rename names both paths, the new one last.
      at += kind.startsWith('R') ? 2 : 1
      const path = tokens[at] ?? ''
      if (mode.startsWith('100') && before !== after) last.changes.push({path, before, after})
    }
  }
  return commits.filter(({changes, parent}) => changes.length > 0 && parent !== '')
}

/** Every document of a commit: its content by path. */
export const documentsAt = (root: string, commit: string): Map<string, string> =>
  new Map(
    git(root, ['ls-tree', '-r', '-z', '--full-tree', commit])
      .toString('utf8')
      .split('\0')
      .flatMap((line): [string, string][] => {
        const tab = line.indexOf('\t')
        const [mode = '', , content = ''] = line.slice(0, tab).split(' ')
        const path = line.slice(tab + 1)
        return mode.startsWith('100') && isDocumentName(path) ? [[path, content]] : []
      }),
  )

/** The bytes of contents by their names, in one call; those that the repository doesn't have are left out. */
export function readBlobs(root: string, names: readonly string[]): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>()
  const distinct = [...new Set(names)]
  if (distinct.length === 0) return blobs
  const output = git(root, ['cat-file', '--batch'], `${distinct.join('\n')}\n`)
  let at = 0
  for (const name of distinct) {
    const end = output.indexOf(0x0a, at)
    const [, kind = '', size = ''] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    blobs.set(name, output.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}

/** Whether the repository was cloned without the older part of its history. */
export const isShallow = (root: string): boolean =>
  git(root, ['rev-parse', '--is-shallow-repository']).toString('utf8').trim() === 'true'
