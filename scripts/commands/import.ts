/** `portolan import`: what was finished in another tool becomes decisions and terms, so that the next build publishes it. */
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'
import {z} from 'zod'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {readImports} from '../../src/app/import/import-files.ts'
import {mergeDecisions, planImport} from '../../src/app/import/plan-import.ts'
import {mergeTerms, planTermImport} from '../../src/app/import/plan-term-import.ts'
import {
  acceptedStates,
  type Unfinished,
  unfinishedToDiagnostic,
  unfinishedToSummary,
} from '../../src/app/import/unfinished.ts'
import {decisionsToJson, termbaseToJson} from '../../src/app/import/words-to-json.ts'
import {writeWhole} from '../../src/disk/json-file-fs.ts'
import {readKnowledgeBase} from '../../src/disk/knowledge-base-fs.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {printable} from '../../src/text/printable.ts'
import {diagnosticToText, printDiagnostics} from '../terminal/diagnostics.ts'

interface ImportOptions {
  data: string
  content: string
  date?: string
  accept?: string[]
  force?: boolean
  dryRun?: boolean
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('import')
    .description(
      'take finished translations (XLIFF, TMX, PO, JSON Lines, CSV) as decisions, and TBX as the termbase',
    )
    .argument('<files...>', 'files such as data/units.zh-TW.xlf, edited')
    .option('--data <dir>', 'folder with the dataset that the files were exported from', 'data')
    .option('--content <dir>', 'workspace whose decisions/ and termbase/ are updated', 'content')
    .option(
      '--date <date>',
      'the day of the decisions, such as 2026-01-31; else what the files say',
      parseDate,
    )
    .option(
      '--accept <state>',
      'take also work in this state, such as translated, or unstated for formats without states; repeatable, or with commas',
      (state: string, before: string[] | undefined) => [...(before ?? []), state],
    )
    .option('--force', 'also import texts with critical findings')
    .option('--dry-run', 'print what would be decided, and write nothing')
    .option('--json', 'print the decisions and terms as JSON')
    .addHelpText(
      'after',
      '\nFinished means final, signed-off or approved in XLIFF, and terms with a status; everything else is listed and left out.',
    )
    .addHelpText('after', '\nExit codes: 0 done, 1 something is wrong and nothing was written, 2 bad usage')
    .action(importFiles)
}

async function importFiles(paths: string[], options: ImportOptions): Promise<void> {
  const accepted = acceptedStates(options.accept ?? [])
  const words = readWords(options.content)
  const {units, concepts, diagnostics: reading} = await readImports(listCheckInputs(paths))
  const {date = null, force = false} = options
  const texts =
    units.length === 0
      ? {decisions: new Map(), unchanged: 0, left: [], diagnostics: []}
      : planImport({kb: readKnowledgeBase(options.data), words, units, date, force, accepted})
  const terms = planTermImport(concepts, words.termbase, accepted)
  const left = [...texts.left, ...terms.left]
  const diagnostics = [...reading, ...words.diagnostics, ...texts.diagnostics, ...terms.diagnostics]
  printDiagnostics(diagnostics)
  // Each is named: what is left must be found again, however many there are.
  for (const each of left)
    process.stderr.write(diagnosticToText(unfinishedToDiagnostic(each), process.stderr.isTTY))
  const decisions = inOrder(texts.decisions)
  const entries = inOrder(terms.entries)
  const failed = diagnostics.some(({severity}) => severity === 'error')
  const write = !failed && !options.dryRun
  if (write) {
    for (const [locale, added] of decisions)
      writeWords(
        options,
        'decisions',
        locale,
        decisionsToJson(mergeDecisions(words.decisions.get(locale), locale, added)),
      )
    for (const [locale, changed] of entries)
      writeWords(
        options,
        'termbase',
        locale,
        termbaseToJson(mergeTerms(words.termbase.get(locale), locale, changed)),
      )
  }
  if (options.json) {
    const plan = {
      decisions: Object.fromEntries(decisions),
      termbase: Object.fromEntries(entries),
      left: left.map(unfinishedToJson),
    }
    process.stdout.write(`${printable(JSON.stringify(plan))}\n`)
  } else {
    for (const [locale, own] of decisions)
      for (const {source, text} of own)
        process.stdout.write(`${printable(`${locale}: ${source} → ${text}`)}\n`)
    for (const [locale, own] of entries)
      for (const {source, approved} of own)
        process.stdout.write(`${printable(`${locale}: term ${source} → ${approved}`)}\n`)
  }
  const count = [...decisions, ...entries].reduce((sum, [, {length}]) => sum + length, 0)
  const outcome = write ? 'taken over' : `found; nothing was written${options.dryRun ? ' (--dry-run)' : ''}`
  const summary = [`${count} changes ${outcome}`, `${texts.unchanged + terms.unchanged} as before`]
  process.stderr.write(`${[...summary, ...unfinishedToSummary(left)].join('; ')}\n`)
  if (failed) process.exitCode = 1
}

const unfinishedToJson = ({state, ...rest}: Unfinished) => ({...rest, state: state.name, said: state.said})

const inOrder = <T>(byLocale: ReadonlyMap<string, T>): [string, T][] =>
  [...byLocale].toSorted(([a], [b]) => (a < b ? -1 : 1))

function writeWords({content}: ImportOptions, folder: string, locale: string, text: string): void {
  mkdirSync(join(content, folder), {recursive: true})
  writeWhole(join(content, folder, `${locale}.json`), text)
}

function parseDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text
  throw new InvalidArgumentError('Expected a date such as 2026-01-31.')
}
