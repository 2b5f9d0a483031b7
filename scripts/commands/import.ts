/** `portolan import`: translations that were edited in another tool become decisions, so that the next build publishes them. */
import {mkdirSync} from 'node:fs'
import {basename, join} from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'
import {z} from 'zod'
import type {Diagnostic} from '../../src/dataset/schema.ts'
import {readerOf} from '../../src/interchange/detect.ts'
import {type InterchangeUnit, streamUnits} from '../../src/interchange/unit.ts'
import {readWords} from '../../src/reconcile/words-fs.ts'
import {type CheckInput, listCheckInputs} from '../lib/check-inputs-fs.ts'
import {printDiagnostics} from '../lib/diagnostics.ts'
import {writeWhole} from '../lib/json-file-fs.ts'
import {readKnowledgeBase} from '../lib/knowledge-base-fs.ts'
import {mergeDecisions, planImport} from '../lib/plan-import.ts'
import {readChunks} from '../lib/text-chunks-fs.ts'
import {UsageError} from '../lib/usage-error.ts'

interface ImportOptions {
  data: string
  content: string
  date?: string
  force?: boolean
  dryRun?: boolean
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('import')
    .description('take over translations that were edited in XLIFF, TMX or JSON Lines, as decisions')
    .argument('<files...>', 'files such as data/units.zh-TW.xlf, edited')
    .option('--data <dir>', 'folder with the dataset that the files were exported from', 'data')
    .option('--content <dir>', 'workspace whose decisions/ are written', 'content')
    .option(
      '--date <date>',
      'the day of the decisions, such as 2026-01-31; else what the files say',
      parseDate,
    )
    .option('--force', 'import also what the checks call critical')
    .option('--dry-run', 'say what would be decided, and write nothing')
    .option('--json', 'print the decisions as JSON')
    .addHelpText('after', '\nExit codes: 0 done, 1 something is wrong and nothing was written, 2 bad usage')
    .action(importUnits)
}

async function importUnits(paths: string[], options: ImportOptions): Promise<void> {
  const kb = readKnowledgeBase(options.data)
  const words = readWords(options.content)
  const {units, diagnostics: reading} = await readFiles(listCheckInputs(paths))
  const {date = null, force = false} = options
  const plan = planImport({kb, words, units, date, force})
  const diagnostics = [...reading, ...words.diagnostics, ...plan.diagnostics]
  printDiagnostics(diagnostics)
  const decided = [...plan.decisions].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const failed = diagnostics.some(({severity}) => severity === 'error')
  const write = !failed && !options.dryRun
  if (write) {
    for (const [locale, added] of decided) {
      const folder = join(options.content, 'decisions')
      mkdirSync(folder, {recursive: true})
      const merged = mergeDecisions(words.decisions.get(locale), locale, added)
      writeWhole(join(folder, `${locale}.json`), `${JSON.stringify(merged, null, 2)}\n`)
    }
  }
  if (options.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(decided))}\n`)
  else
    for (const [locale, entries] of decided)
      for (const {source, text} of entries) process.stdout.write(`${locale}: ${source} → ${text}\n`)
  const count = decided.reduce((sum, [, {length}]) => sum + length, 0)
  const outcome = write
    ? 'decided'
    : failed
      ? 'found; nothing was written'
      : 'found; nothing was written (--dry-run)'
  process.stderr.write(`${count} changes ${outcome}; ${plan.unchanged} units as published\n`)
  if (failed) process.exitCode = 1
}

/** Units of the files; their places name the file alone, so that a decision's reason is the same on every machine. */
async function readFiles(
  inputs: readonly CheckInput[],
): Promise<{units: InterchangeUnit[]; diagnostics: Diagnostic[]}> {
  const units: InterchangeUnit[] = []
  const diagnostics: Diagnostic[] = []
  for (const {path, file, kind} of inputs) {
    if (kind === 'document')
      throw new UsageError(
        `expected XLIFF, TMX or JSON Lines, found ${path}`,
        'put edited documents into the sources folder instead',
      )
    for await (const reading of streamUnits(readerOf(kind, basename(path)), readChunks(file))) {
      if ('unit' in reading) units.push(reading.unit)
      else diagnostics.push(reading.diagnostic)
    }
  }
  return {units, diagnostics}
}

function parseDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text
  throw new InvalidArgumentError('Expected a date such as 2026-01-31.')
}
