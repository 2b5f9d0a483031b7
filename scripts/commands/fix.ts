/** `portolan fix`: writes accepted corrections back into the documents; every byte outside of the cells stays. */
import {type Command, Option} from 'commander'
import pc from 'picocolors'
import type {Passage, Severity} from '../../src/dataset/schema.ts'
import {encode} from '../../src/ingest/decode.ts'
import {checks} from '../../src/reconcile/checks/index.ts'
import {checkDocuments} from '../lib/check-documents.ts'
import {listCheckInputs} from '../lib/check-inputs-fs.ts'
import {isAtLeast, severities} from '../lib/checked.ts'
import {unitsById} from '../lib/corrections.ts'
import {printDiagnostics} from '../lib/diagnostics.ts'
import {type CellFix, cellFixesOf, type FixedDocument, fixDocument} from '../lib/fix-document.ts'
import {fixProse} from '../lib/fix-prose.ts'
import {writeWhole} from '../lib/json-file-fs.ts'
import {leftOut} from '../lib/left-out.ts'
import {printable} from '../lib/printable.ts'
import {UsageError} from '../lib/usage-error.ts'
import {CONTENT_HELP, contextOfPaths, wordsOf} from '../lib/words-options.ts'

interface FixOptions {
  dryRun?: boolean
  check?: string[]
  severity: Severity
  context?: string[]
  content?: string
}

export const register = (program: Command): void => {
  program
    .command('fix')
    .description('write accepted corrections into the documents, byte for byte elsewhere')
    .argument('<paths...>', 'documents, or folders with documents')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--check <ids...>', 'only cells that these checks report')
    .addOption(
      new Option('--severity <severity>', 'only cells with a finding that is as grave or graver')
        .choices(severities)
        .default('minor'),
    )
    .option('--context <dirs...>', 'documents to learn from, beside those that are corrected')
    .option('--content <dir>', CONTENT_HELP)
    .addHelpText('after', '\nExit codes: 0 done, 1 a correction could not be written, 2 bad usage')
    .action(fix)
}

function fix(paths: string[], options: FixOptions): void {
  const unknown = options.check?.find((id) => !checks.some((each) => each.id === id))
  if (unknown !== undefined)
    throw new UsageError(`no such check: ${unknown}`, `choose among ${checks.map(({id}) => id).join(', ')}`)
  const inputs = listCheckInputs(paths)
  const other = inputs.find(({kind}) => kind !== 'document')
  if (other !== undefined)
    throw new UsageError(
      `expected documents, found an interchange file: ${other.path}`,
      'name Markdown documents; correct TMX, XLIFF and JSON Lines where they come from',
    )
  const context = contextOfPaths(options.context ?? [])
  const {documents, kb, checked, diagnostics} = checkDocuments(inputs, context, wordsOf(options.content), {
    edits: false,
  })
  const units = unitsById(kb)
  const wanted = checked.filter(
    ({finding}) =>
      isAtLeast(finding.severity, options.severity) &&
      (options.check === undefined || options.check.includes(finding.check)),
  )
  const byPath = Map.groupBy(wanted, ({finding}) => finding.place.path)
  const passages = new Map(kb.passages.map((passage) => [passage.id, passage]))
  let cells = 0
  let sentences = 0
  let files = 0
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
    cells += result.written.length
    sentences += prose.written.length
    files += 1
    process.stdout.write(changesToText(document.path, result, prose.written))
    if (options.dryRun) continue
    const {encoding, bom} = document.decoded
    writeWhole(document.file, encode({text: prose.text, encoding, bom}))
  }
  printDiagnostics(diagnostics)
  const verb = options.dryRun ? 'would be corrected' : 'corrected'
  process.stderr.write(
    `${cells} cells${sentences > 0 ? ` and ${sentences} passages` : ''} in ${files} of ${documents.length} documents ${verb}\n`,
  )
  if (failed > 0) process.exitCode = 1
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
