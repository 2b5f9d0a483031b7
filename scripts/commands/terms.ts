/** `portolan terms`: how the documents render each English term, with counts, places and a proposal for the termbase. */
import {join} from 'node:path'
import type {Command} from 'commander'
import pc from 'picocolors'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {contextOfPaths, wordsOf} from '../../src/app/check/words-for-check-fs.ts'
import {foldersOf, placeByConfig} from '../../src/app/config/apply-config.ts'
import {readConfig} from '../../src/app/config/read-config-fs.ts'
import {readDocuments} from '../../src/app/fix/documents-fs.ts'
import {type LearntTerm, learnTerms, type Rendering} from '../../src/app/import/propose-terms.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {withPlacements} from '../../src/ingest/sources-fs.ts'
import {referencesOf} from '../../src/reconcile/reconcile.ts'
import {printable} from '../../src/text/printable.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {stdoutWriter} from '../terminal/stdout.ts'
import {CONTENT_HELP} from '../terminal/workspace-options.ts'

interface TermsOptions {
  locale?: string[]
  content?: string
  open?: boolean
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('terms')
    .description('list how documents translate each term, and what they suggest for the termbase')
    .argument('[paths...]', 'documents, or folders with documents; else those of the workspace')
    .option('--locale <tags...>', 'only these languages')
    .option('--content <dir>', CONTENT_HELP)
    .option('--open', 'only terms with a translation that is not in the termbase')
    .option('--json', 'print one JSON object a line')
    .action(terms)
}

async function terms(given: string[], options: TermsOptions): Promise<void> {
  const content = options.content ?? 'content'
  const config = await readConfig(content)
  const paths = given.length > 0 ? given : (foldersOf(config, content) ?? [join(content, 'sources')])
  const files = contextOfPaths(paths)
  if (files.length === 0)
    throw new UsageError(`no documents in ${paths.join(', ')}`, 'name Markdown documents')
  const words = wordsOf(options.content)
  const {documents, diagnostics} = readDocuments(placeByConfig(withPlacements(files), config, content))
  const kb = buildKnowledgeBase(documents.map(({edition}) => edition))
  printDiagnostics([...diagnostics, ...words.diagnostics])
  const isWanted = ({locale, renderings}: LearntTerm) =>
    (options.locale === undefined || options.locale.includes(locale)) &&
    (!options.open || renderings.some(({termbase}) => termbase === null))
  const write = stdoutWriter()
  for (const term of learnTerms(referencesOf(kb), words.termbase).filter(isWanted))
    await write(
      options.json ? `${printable(JSON.stringify(term))}\n` : termToText(term, process.stdout.isTTY ?? false),
    )
}

function termToText({locale, source, cells, renderings, within}: LearntTerm, color: boolean): string {
  const {bold, dim} = pc.createColors(color)
  const inside =
    within === null
      ? ''
      : dim(`; “${printable(within.text)}” in ${within.held} of ${within.total} longer texts`)
  const lines = renderings.map((rendering) => `  ${renderingToText(rendering, color)}\n`)
  return `${bold(printable(`${locale} ${source}`))} ${dim(`${cells} cells`)}${inside}\n${lines.join('')}`
}

function renderingToText(
  {text, human, machine, proposal, termbase, places}: Rendering,
  color: boolean,
): string {
  const {green, cyan, red, dim} = pc.createColors(color)
  const paint = {approved: green, accepted: cyan, forbidden: red}
  const says = (status: Rendering['proposal']) => (status === null ? '–' : paint[status](status))
  const [first] = places
  const where = first === undefined ? '' : dim(` ${printable(first.path)}:${first.line}:${first.column}`)
  return `${printable(text)}  proposal ${says(proposal)}, termbase ${says(termbase)}, ${human} human, ${machine} machine${where}`
}
