/** `portolan fix --review`: lists the suspected edits of a repository's history, for a person to look at. */

import {existsSync, realpathSync} from 'node:fs'
import {join, relative} from 'node:path'
import pc from 'picocolors'
import {rootFinder} from '../../src/app/fix/git-fs.ts'
import {isShallow} from '../../src/app/fix/git-history.ts'
import {reviewRepository, type SuspectEdit} from '../../src/app/fix/review-history.ts'
import {posixPath} from '../../src/disk/posix-path.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {printable} from '../../src/text/printable.ts'

export interface ReviewOptions {
  /** ISO date of the oldest commit; null for all. */
  since: string | null
  json: boolean
}

/** Exit code 1 when an edit is suspected. @throws UsageError where there is no such path, or no git repository */
export function reviewHistory(paths: readonly string[], {since, json}: ReviewOptions): void {
  const totals = {commits: 0, edits: 0, reshaped: 0, suspects: 0}
  for (const [root, own] of pathsByRoot(paths.length === 0 ? ['.'] : paths)) {
    if (isShallow(root))
      process.stderr.write(
        `${printable(root)} was cloned without its older history, which is not looked at: git fetch --unshallow\n`,
      )
    const review = reviewRepository(root, own, since)
    for (const suspect of review.suspects)
      process.stdout.write(
        json ? `${JSON.stringify(suspect)}\n` : suspectToText(suspect, process.stdout.isTTY ?? false),
      )
    totals.commits += review.commits
    totals.edits += review.edits
    totals.reshaped += review.reshaped
    totals.suspects += review.suspects.length
  }
  const {commits, edits, reshaped, suspects} = totals
  const left =
    reshaped === 0 ? '' : `; ${reshaped} tables changed their rows or columns and were not compared`
  process.stderr.write(
    `${suspects} suspected edits among ${edits} of cells without English beside them, in ${commits} commits that changed documents${left}\n`,
  )
  if (suspects > 0) process.exitCode = 1
}

/** Paths from the root of their working tree, `''` for the root itself. */
function pathsByRoot(paths: readonly string[]): Map<string, string[]> {
  const rootOf = rootFinder()
  const byRoot = new Map<string, string[]>()
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`no such file or folder: ${path}`, 'check its spelling')
    const real = realpathSync(path)
    // The finder asks for a file: of a folder, any that it could hold.
    const root = rootOf(join(real, 'any'))
    if (root === null)
      throw new UsageError(
        `${path} is in no git repository`,
        'name documents whose history git has, or run it there',
      )
    byRoot.set(root, [...(byRoot.get(root) ?? []), posixPath(relative(root, real))])
  }
  return byRoot
}

const REASONS: Record<SuspectEdit['why']['kind'], string> = {
  translation: 'is the translation of',
  english: 'is',
  figures: 'has the figures of',
}

/** `path:line:column commit date`, then `-` what stood there, `+` what was written, `#` why. */
function suspectToText(
  {commit, date, subject, before, after, place, why}: SuspectEdit,
  color: boolean,
): string {
  const {bold, red, green, dim} = pc.createColors(color)
  const {path, line, column} = why.lender
  return [
    `${bold(printable(`${place.path}:${place.line}:${place.column}`))} ${commit.slice(0, 12)} ${date} ${dim(printable(subject))}`,
    red(`-${printable(before)}`),
    green(`+${printable(after)}`),
    dim(
      printable(
        `# no document states the English of this cell; the new text ${REASONS[why.kind]} “${why.english}” at ${path}:${line}:${column}`,
      ),
    ),
    '',
  ].join('\n')
}
