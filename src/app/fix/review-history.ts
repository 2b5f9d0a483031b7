/** Goes through the history of a repository, commit by commit, for edits that rest on inferred English. */

import {decode} from '../../ingest/decode.ts'
import {ingest} from '../../ingest/ingest.ts'
import type {Edition} from '../../model/edition.ts'
import {type DocumentCommit, documentHistory, documentsAt, readBlobs} from './git-history.ts'
import {type CellEdit, editedCells, type Suspicion, suspecter} from './suspect-edits.ts'

export interface SuspectEdit extends Pick<CellEdit, 'locale' | 'before' | 'after' | 'place'> {
  commit: string
  date: string
  subject: string
  why: Suspicion
}

export interface HistoryReview {
  /** Commits that changed documents. */
  commits: number
  /** Cells that were edited without any English stated for them in their document. */
  edits: number
  /** Tables that could not be compared, because rows or columns came or went. */
  reshaped: number
  suspects: SuspectEdit[]
}

/** Changed documents whose contents are read in one call, so that memory doesn't grow with the history. */
const BATCH = 200

/**
 * Reviews one working tree; each suspect is given as soon as it is found, the newest commit first.
 *
 * @param paths folders or documents, from the root
 * @param since ISO date, or null for the whole history
 */
export function reviewRepository(
  root: string,
  paths: readonly string[],
  since: string | null,
): HistoryReview {
  const review: HistoryReview = {commits: 0, edits: 0, reshaped: 0, suspects: []}
  const parse = parser()
  for (const commits of inBatches(documentHistory(root, paths, since))) {
    const names = commits.flatMap(({changes}) => changes.flatMap(({before, after}) => [before, after]))
    const blobs = readBlobs(root, names)
    for (const commit of commits) {
      review.commits += 1
      const edited = commit.changes.flatMap(({path, before, after}) => {
        const [old, bytes] = [blobs.get(before), blobs.get(after)]
        if (old === undefined || bytes === undefined) return []
        const {edits, reshaped} = editedCells(
          parse(path, before, old),
          ingest(decode(bytes, path).text, path, {whole: true}),
        )
        review.reshaped += reshaped
        return edits.map((edit) => ({path, edit}))
      })
      if (edited.length === 0) continue
      review.edits += edited.length
      const ask = suspecter(documentsBefore(root, commit, parse))
      for (const {path, edit} of edited) {
        const why = ask(path, edit)
        if (why !== null) review.suspects.push(asSuspect(commit, edit, why))
      }
    }
  }
  return review
}

const asSuspect = ({id, date, subject}: DocumentCommit, edit: CellEdit, why: Suspicion): SuspectEdit => {
  const {locale, before, after, place} = edit
  return {commit: id, date, subject, locale, before, after, place, why}
}

type Parse = (path: string, name: string, bytes: Uint8Array) => Edition

/** Documents are parsed once for each content: most are the same in all commits. */
function parser(): Parse & {has: (path: string, name: string) => boolean} {
  const known = new Map<string, Edition>()
  const keyOf = (path: string, name: string): string => `${name} ${path}`
  const parse: Parse = (path, name, bytes) => {
    const before = known.get(keyOf(path, name))
    if (before !== undefined) return before
    const edition = ingest(decode(bytes, path).text, path)
    // Prose isn't asked for, and is most of a document.
    const kept = {...edition, blocks: []}
    known.set(keyOf(path, name), kept)
    return kept
  }
  return Object.assign(parse, {has: (path: string, name: string) => known.has(keyOf(path, name))})
}

/** Every document with tables as it was before a commit. */
function documentsBefore(
  root: string,
  {parent}: DocumentCommit,
  parse: ReturnType<typeof parser>,
): Edition[] {
  const all = [...documentsAt(root, parent)]
  const editions: Edition[] = []
  for (let at = 0; at < all.length; at += BATCH) {
    const some = all.slice(at, at + BATCH)
    const unread = some.filter(([path, name]) => !parse.has(path, name)).map(([, name]) => name)
    const blobs = readBlobs(root, unread)
    for (const [path, name] of some) {
      const bytes = blobs.get(name) ?? new Uint8Array()
      if (!parse.has(path, name) && !blobs.has(name)) continue
      const edition = parse(path, name, bytes)
      if (edition.tables.length > 0) editions.push(edition)
    }
  }
  return editions
}

function* inBatches(commits: readonly DocumentCommit[]): Generator<DocumentCommit[]> {
  let batch: DocumentCommit[] = []
  let changes = 0
  for (const commit of commits) {
    batch.push(commit)
    changes += commit.changes.length
    if (changes < BATCH) continue
    yield batch
    batch = []
    changes = 0
  }
  if (batch.length > 0) yield batch
}
