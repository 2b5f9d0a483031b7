/**
 * Holds what this checkout writes against what another revision writes, byte for byte, to prove that a change of the code
 * changed no output.
 *
 *   node scripts/maintain/same-bytes.ts REVISION [SOURCES…]
 *
 * The sample workspace is built whole, data files and site; each folder of SOURCES gives its data files. Files that differ,
 * or that only one side has, are listed. Exits 0: all the same, 1: some differ, 2: bad usage.
 */
import {execFileSync, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {globSync} from 'tinyglobby'

const HELP = 'usage: node scripts/maintain/same-bytes.ts REVISION [SOURCES…]'

/** Most names that are listed of each folder. */
const LISTED = 20

function main([revision, ...sources]: string[]): number {
  const absent = sources.filter((folder) => !existsSync(folder))
  if (revision === undefined || revision.startsWith('-') || absent.length > 0) {
    console.error(absent.length > 0 ? `no such folder: ${absent.join(', ')}` : HELP)
    return 2
  }
  const work = mkdtempSync(join(tmpdir(), 'same-bytes-'))
  const before = join(work, 'checkout')
  try {
    checkOut(revision, before)
    const differing = [
      compareRuns('the sample, data and site', [before, process.cwd()], work, (out) => [
        'build',
        ...['--data', join(out, 'data'), '--dist', join(out, 'dist')],
      ]),
      ...sources.map((folder) =>
        compareRuns(folder, [before, process.cwd()], work, (out) => [
          'ingest',
          ...['--sources', resolve(folder), '--data', join(out, 'data')],
        ]),
      ),
    ]
    return differing.some((count) => count > 0) ? 1 : 0
  } finally {
    rmSync(work, {recursive: true, force: true})
    execFileSync('git', ['worktree', 'prune'])
  }
}

/** A work tree of the revision, with the packages of this checkout where both ask for the same ones. */
function checkOut(revision: string, folder: string): void {
  execFileSync('git', ['worktree', 'add', '--quiet', '--detach', folder, revision])
  const lockfiles = [folder, '.'].map((root) => readFileSync(join(root, 'package-lock.json'), 'utf8'))
  if (new Set(lockfiles).size === 1) symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {cwd: folder, stdio: 'ignore'})
}

/** @returns how many files differ */
function compareRuns(
  what: string,
  checkouts: [before: string, after: string],
  work: string,
  commandFor: (out: string) => string[],
): number {
  const [before, after] = checkouts.map((checkout, at) => {
    const out = join(work, `${basename(what).replaceAll(/\W/g, '-')}-${at}`)
    const {status, stderr} = spawnSync(process.execPath, ['scripts/portolan.ts', ...commandFor(out)], {
      cwd: checkout,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    const digests = digestsOf(out)
    if (digests.size === 0) throw new Error(`${checkout} wrote nothing (exit code ${status}): ${stderr}`)
    return digests
  })
  if (before === undefined || after === undefined) return 0
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const differing = names.filter((name) => before.get(name) !== after.get(name))
  console.log(
    `${what}: ${names.length} files, ${differing.length === 0 ? 'all the same' : `${differing.length} differ`}`,
  )
  for (const name of differing.slice(0, LISTED)) {
    const where = [before, after].map((side) => side.has(name))
    console.log(`  ${name}${where[0] ? (where[1] ? '' : ' (only before)') : ' (only after)'}`)
  }
  return differing.length
}

const digestsOf = (folder: string): Map<string, string> =>
  new Map(
    globSync('**', {cwd: folder, dot: true}).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )

process.exitCode = main(process.argv.slice(2))
