/** `portolan check`: asks every check of documents or interchange files; exit 1 when something critical is new. */
import {statSync} from 'node:fs'
import {type Command, InvalidArgumentError, Option} from 'commander'
import {z} from 'zod'
import {parseBaseline, parseWaivers} from '../../src/app/check/accepted.ts'
import {type CheckInput, listCheckInputs, spoolStdin} from '../../src/app/check/check-inputs-fs.ts'
import {type CheckResult, runCheck} from '../../src/app/check/check-run.ts'
import {severities} from '../../src/app/check/checked.ts'
import {readTags, refuseUnseen} from '../../src/app/check/reported-locales.ts'
import {contextOfPaths, wordsOf} from '../../src/app/check/words-for-check-fs.ts'
import {placerOf} from '../../src/app/config/apply-config.ts'
import {keepHeapSmall} from '../../src/app/small-heap.ts'
import {readFileAs, writeWhole} from '../../src/disk/json-file-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import type {Severity} from '../../src/model/schema.ts'
import {programVersion} from '../../src/model/version.ts'
import {checks} from '../../src/reconcile/checks/index.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {findingsOutput, type OutputFormat, outputFormats} from '../terminal/findings-output.ts'
import {stdoutWriter} from '../terminal/stdout.ts'
import {CONTENT_HELP} from '../terminal/workspace-options.ts'

interface CheckOptions {
  format: OutputFormat
  context?: string[]
  content?: string
  locale?: string[]
  severity: Severity
  baseline?: string
  updateBaseline?: boolean
  waivers?: string
  today?: string
  site?: string
  lenient?: boolean
}

export const register = (program: Command): void => {
  program
    .command('check')
    .description('report what translations changed, in documents, TMX, XLIFF, PO, JSON Lines or CSV')
    .argument(
      '<paths...>',
      'documents, folders, .tmx, .xlf, .po, .jsonl, .csv files, or - for standard input',
    )
    .addOption(
      new Option('--format <format>', 'format of the findings').choices(outputFormats).default('text'),
    )
    .option('--context <dirs...>', 'more documents to learn from, which are not checked')
    .option('--content <dir>', CONTENT_HELP)
    .option('--locale <tags...>', 'report only these languages; exit 2 when nothing is in one of them')
    .addOption(
      new Option('--severity <severity>', 'report only findings of at least this severity')
        .choices(severities)
        .default('source-anomaly'),
    )
    .option('--baseline <file>', 'file of known findings, which are neither printed nor counted')
    .option('--update-baseline', 'write all findings to the baseline')
    .option('--waivers <file>', 'file of accepted findings, each with a reason and an end date')
    .option('--today <date>', 'date on which waivers are judged, such as 2026-01-31', parseDate)
    .option('--lenient', 'exit with 0 even if documents have errors')
    .option('--site <url>', 'address of the site, whose pages explain the checks; for SARIF', parseUrl)
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing critical, 1 critical findings, or errors in a document or file, 2 bad usage',
    )
    .action(check)
}

async function check(paths: string[], options: CheckOptions): Promise<void> {
  keepHeapSmall()
  if (options.updateBaseline && options.baseline === undefined)
    throw new UsageError('--update-baseline needs to know the file', 'add --baseline FILE')
  const context = contextOfPaths(options.context ?? [])
  const words = wordsOf(options.content)
  const waivers = waiversOf(options)
  const baseline = baselineOf(options)
  const stdin = paths.includes('-') ? await spoolStdin() : null
  try {
    const named = listCheckInputs(paths.filter((path) => path !== '-'))
    const inputs: CheckInput[] = stdin === null ? named : [...named, stdin.input]
    const {
      site = null,
      format,
      severity: threshold,
      locale: tags = [],
      updateBaseline: collect = false,
    } = options
    const locales = readTags(tags)
    const output = findingsOutput(format, {
      version: programVersion,
      rules: checks,
      site,
      color: process.stdout.isTTY ?? false,
    })
    const run = {
      inputs,
      context,
      words,
      place: await placerOf(options.content),
      edits: format === 'sarif',
      locales,
      threshold,
      baseline,
      collect,
      waivers,
    }
    const result = await runCheck(run, output, stdoutWriter())
    report(result)
    if (result.collected !== null && options.baseline !== undefined)
      writeWhole(options.baseline, result.collected)
    refuseUnseen(locales, result.locales)
    const malformed = result.diagnostics.some(
      ({severity, place}) =>
        severity === 'error' &&
        inputs.some(({path, kind}) => path === place.path && !(options.lenient && kind === 'document')),
    )
    if (malformed || (result.counts.critical > 0 && !collect)) process.exitCode = 1
  } finally {
    stdin?.remove()
  }
}

/** Null when there is none, or it will be written anew: then whatever else has that name is refused. */
function baselineOf({baseline: path, updateBaseline}: CheckOptions) {
  if (path === undefined) return null
  if (!updateBaseline) return readFileAs(path, parseBaseline, 'baseline', 'write it with --update-baseline')
  const size = statSync(path, {throwIfNoEntry: false})?.size ?? 0
  if (size > 0)
    readFileAs(path, parseBaseline, 'baseline', 'it would be replaced: name another file with --baseline')
  return null
}

function waiversOf({waivers: path, today}: CheckOptions) {
  if (path === undefined) return null
  const list = readFileAs(
    path,
    parseWaivers,
    'list of waivers',
    'write a JSON array of {check, reason, expires, path?, locale?, source?, actual?}',
  )
  return {list, path, today: today ?? new Date().toISOString().slice(0, 10)}
}

function report({counts, units, inBaseline, gone, waived, diagnostics}: CheckResult): void {
  printDiagnostics(diagnostics, {info: true})
  const found = severities.map((severity) => `${counts[severity]} ${severity}`).join(', ')
  const notes = [
    ...(inBaseline > 0 ? [`${inBaseline} in the baseline`] : []),
    ...(gone > 0 ? [`${gone} of the baseline are gone: write it anew with --update-baseline`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ]
  process.stderr.write(`${found} in ${units} units${notes.map((note) => `; ${note}`).join('')}\n`)
}

function parseDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text
  throw new InvalidArgumentError('Expected a date such as 2026-01-31.')
}

function parseUrl(text: string): string {
  if (URL.canParse(text)) return text
  throw new InvalidArgumentError('Expected an address such as https://example.org/ports/.')
}
