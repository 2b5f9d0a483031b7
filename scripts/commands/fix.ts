/** `portolan fix`: writes accepted corrections back into committed documents, behind a patch that takes all of it back. */
import {resolve} from 'node:path'
import {type Command, InvalidArgumentError, Option} from 'commander'
import pc from 'picocolors'
import {z} from 'zod'
import {checkDocuments} from '../../src/app/check/check-documents.ts'
import {type CheckInput, listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {isAtLeast, severities} from '../../src/app/check/checked.ts'
import {contextOfPaths, wordsOf} from '../../src/app/check/words-for-check-fs.ts'
import {placerOf} from '../../src/app/config/apply-config.ts'
import {unitsById} from '../../src/app/fix/document-edits.ts'
import {type CellFix, cellFixesOf, type FixedDocument, fixDocument} from '../../src/app/fix/fix-document.ts'
import {fixProse} from '../../src/app/fix/fix-prose.ts'
import {type FixedText, type WrittenFixes, writeFixes} from '../../src/app/fix/write-fixes-fs.ts'
import {leftOut} from '../../src/app/left-out.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import type {Passage, Severity} from '../../src/model/schema.ts'
import {checks} from '../../src/reconcile/checks/index.ts'
import {printable} from '../../src/text/printable.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {reviewHistory} from '../terminal/review-output.ts'
import {CONTENT_HELP} from '../terminal/workspace-options.ts'

interface FixOptions {
  dryRun?: boolean
  check?: string[]
  severity: Severity
  context?: string[]
  content?: string
  force?: boolean
  patch?: string
  review?: boolean
  since?: string
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('fix')
    .description('write corrections into the documents, and change nothing else in them')
    .argument('[paths...]', 'documents, or folders with documents')
    .option('--dry-run', 'print what would change, and write nothing')
    .option('--check <ids...>', 'only cells with a finding of one of these checks')
    .addOption(
      new Option('--severity <severity>', 'only cells with a finding of at least this severity')
        .choices(severities)
        .default('minor'),
    )
    .option('--context <dirs...>', 'more documents to learn from, which are not corrected')
    .option('--content <dir>', CONTENT_HELP)
    .option('--force', 'also correct documents with uncommitted changes')
    .option('--patch <file>', 'file for the patch that undoes the corrections; must not exist yet')
    .option('--review', 'change nothing; list edits in the Git history that rest on inferred English only')
    .option('--since <date>', 'with --review: only commits from this day on, such as 2026-01-31', parseDate)
    .option('--json', 'with --review: print one JSON object a line')
    .addHelpText(
      'after',
      '\nBefore the first document is changed, a patch that undoes the corrections is written: in a Git repository to\n' +
        '.git/portolan/fix-1.patch (then fix-2.patch, …), else to portolan-fix-1.patch in the current folder.',
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 a correction could not be written or --review found something, 2 bad usage, or\n' +
        'uncommitted changes in a document to be corrected',
    )
    .action(async (paths: string[], options: FixOptions) => {
      if (options.review) reviewHistory(paths, {since: options.since ?? null, json: options.json ?? false})
      else await fix(paths, options)
    })
}

async function fix(paths: string[], options: FixOptions): Promise<void> {
  if (options.since !== undefined || options.json)
    throw new UsageError('--since and --json go with --review', 'add --review, or leave them out')
  if (paths.length === 0)
    throw new UsageError('expected documents, found no path', 'name documents, or folders with documents')
  const unknown = options.check?.find((id) => !checks.some((each) => each.id === id))
  if (unknown !== undefined)
    throw new UsageError(`no such check: ${unknown}`, `choose among ${checks.map(({id}) => id).join(', ')}`)
  const inputs = documentsOf(paths)
  const context = contextOfPaths(options.context ?? [])
  const {documents, kb, checked, diagnostics} = checkDocuments(inputs, context, wordsOf(options.content), {
    edits: false,
    place: await placerOf(options.content),
  })
  const units = unitsById(kb)
  const wanted = checked.filter(
    ({finding}) =>
      isAtLeast(finding.severity, options.severity) &&
      (options.check === undefined || options.check.includes(finding.check)),
  )
  const byPath = Map.groupBy(wanted, ({finding}) => finding.place.path)
  const passages = new Map(kb.passages.map((passage) => [passage.id, passage]))
  const fixes: (FixedText & {changes: string; cells: number; sentences: number})[] = []
  let failed = 0
  for (const document of documents) {
    const findings = (byPath.get(document.path) ?? []).map(({finding}) => finding)
    const wantedProse = [...new Set(findings.flatMap(({unit}) => passages.get(unit) ?? []))]
    let result: FixedDocument
    let prose: ReturnType<typeof fixProse>
    try {
      result = fixDocument(document, cellFixesOf(findings, units))
      prose = fixProse(result.text, document.path, wantedProse)
    } catch (error) {
      diagnostics.push(leftOut(document.path, error))
      continue
    }
    diagnostics.push(...result.diagnostics, ...prose.diagnostics)
    failed += result.diagnostics.length + prose.diagnostics.length
    if (result.written.length === 0 && prose.written.length === 0) continue
    const changes = changesToText(document.path, result, prose.written)
    const counts = {cells: result.written.length, sentences: prose.written.length}
    fixes.push({document, text: prose.text, changes, ...counts})
  }
  const outcome = options.dryRun
    ? null
    : writeFixes(fixes, {force: options.force ?? false, patch: options.patch ?? null, paths})
  const done = fixes.filter(({document}) => outcome === null || outcome.written.has(document.path))
  for (const {changes} of done) process.stdout.write(changes)
  printDiagnostics([...diagnostics, ...(outcome?.diagnostics ?? [])])
  failed += outcome?.diagnostics.length ?? 0
  const [cells, sentences] = [sum(done, 'cells'), sum(done, 'sentences')]
  const verb = options.dryRun ? 'would be corrected' : 'corrected'
  process.stderr.write(
    `${cells} cells${sentences > 0 ? ` and ${sentences} passages` : ''} in ${done.length} of ${documents.length} documents ${verb}\n`,
  )
  if (outcome !== null) process.stderr.write(patchToText(outcome))
  if (failed > 0) process.exitCode = 1
}

/**
 * The documents that the paths name. Interchange files of a folder are passed over and named; one that is named itself is a
 * mistake.
 *
 * @throws UsageError when there is no document
 */
function documentsOf(paths: readonly string[]): CheckInput[] {
  const [documents, others] = partition(listCheckInputs(paths))
  const hint = 'name Markdown documents; correct TMX, XLIFF and JSON Lines where they come from'
  const named = new Set(paths.map((path) => resolve(path)))
  const [other] = others.filter(({file}) => named.has(file))
  if (other !== undefined)
    throw new UsageError(`expected documents, found an interchange file: ${other.path}`, hint)
  if (documents.length === 0) throw new UsageError('expected documents, found interchange files only', hint)
  for (const {path} of others)
    process.stderr.write(`${printable(path)}: passed over, an interchange file is no document\n`)
  return documents
}

const partition = (inputs: readonly CheckInput[]): [documents: CheckInput[], others: CheckInput[]] => [
  inputs.filter(({kind}) => kind === 'document'),
  inputs.filter(({kind}) => kind !== 'document'),
]

const sum = <K extends string>(list: readonly Record<K, number>[], key: K): number =>
  list.reduce((total, each) => total + each[key], 0)

/** Where the patch is and how it is used, and which documents have nothing else. */
function patchToText({patch, outside}: WrittenFixes): string {
  if (patch === null) return ''
  const alone =
    outside === 0 ? '' : `${outside} documents are in no git repository: the patch alone takes them back\n`
  return `${printable(`${patch.file} takes everything back: ${patch.command}`)}\n${alone}`
}

function parseDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text
  throw new InvalidArgumentError('Expected a date such as 2026-01-31.')
}

/** One document's changes as a unified list: `-` what stood there, `+` what stands there now, `#` why. */
function changesToText(
  path: string,
  {written}: Pick<FixedDocument, 'written'>,
  passages: readonly Passage[],
): string {
  const {bold, red, green, dim} = pc.createColors(process.stdout.isTTY ?? false)
  const why = ({findings}: CellFix) =>
    [...new Set(findings.map(({check, severity}) => `${severity} ${check}`))].join(', ')
  const changes = written.map(
    (each) =>
      `@@ ${each.unit.place.line}:${each.unit.place.column} @@ ${dim(why(each))}\n` +
      `${red(`-${printable(each.unit.target)}`)}\n${green(`+${printable(each.text)}`)}\n`,
  )
  const prose = passages.map(
    ({place, target, published}) =>
      `@@ ${place.line}:${place.column} @@\n${red(`-${printable(target)}`)}\n${green(`+${printable(published ?? '')}`)}\n`,
  )
  return `${bold(printable(path))}\n${[...changes, ...prose].join('')}`
}
