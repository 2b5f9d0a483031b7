/**
 * `npm run mutate -- ports plan`: changes the code of these scopes (of all, where none is named) in one place at a time, runs the
 * tests of the scope on each change, prints the changes that no test noticed, and writes the figures to `docs/mutation.md`.
 *
 * What was found before for code and tests that are the same is taken over: the first run of a scope takes long, the next little.
 */
import {rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Stryker} from '@stryker-mutator/core'
import {Command} from 'commander'
import {recordScope} from './page.ts'
import {type Scope, scopes} from './scopes.ts'
import {scoresOf, total} from './score.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const SANDBOXES = '.stryker-tmp'

const command = new Command('mutate')
  .argument('[scopes...]', `of ${Object.keys(scopes).join(', ')}`)
  .option(
    '--static',
    'change what is computed once when a file is loaded, too: each such change runs all tests',
  )
  .option('--concurrency <number>', 'changes tried at a time', '1')
  .parse()
const options = command.opts<{static?: boolean; concurrency: string}>()

const unknown = command.args.filter((name) => !Object.hasOwn(scopes, name))
if (unknown.length > 0)
  command.error(`unexpected scope ${unknown.join(', ')}; expected some of ${Object.keys(scopes).join(', ')}`)

/** The tester's options; what is computed once is kept apart, for its figures can't be compared with the others. */
const optionsOf = (name: string, {mutate, atLeast}: Scope) => ({
  testRunner: 'in-process',
  plugins: [fileURLToPath(new URL('in-process-runner.ts', import.meta.url))],
  mutate: [...mutate],
  ignoreStatic: options.static !== true,
  ignorePatterns: ['/.portolan', '/bench', '/data', '/dist', '/docs', '/lib', `/${SANDBOXES}`],
  incremental: true,
  incrementalFile: `node_modules/.cache/mutation/${name}${options.static ? '-static' : ''}.json`,
  tempDirName: `${SANDBOXES}/${name}`,
  cleanTempDir: 'always' as const,
  concurrency: Number(options.concurrency),
  timeoutMS: 5000,
  reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only', 'clear-text'],
  clearTextReporter: {allowColor: process.stdout.isTTY, logTests: false, reportTests: false},
  allowEmpty: false,
  thresholds: {high: 90, low: atLeast ?? 0, break: atLeast},
})

process.chdir(root)
for (const [name, scope] of Object.entries(scopes)) {
  if (command.args.length > 0 && !command.args.includes(name)) continue
  process.env['MUTATION_SCOPE'] = name
  const files = scoresOf(await new Stryker(optionsOf(name, scope)).runMutationTest())
  if (options.static !== true) recordScope(name, files)
  process.stdout.write(`${name}: ${total(files).noticed} of ${total(files).mutants} changes noticed\n`)
}
rmSync(SANDBOXES, {recursive: true, force: true})
