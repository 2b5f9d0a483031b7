/** The command line: one thin file per command. Exit codes: 0 done, 1 found something, 2 bad usage. */
import {statSync} from 'node:fs'
import {Command, CommanderError} from 'commander'
import {hintOf, isSystemError, messageOf} from '../src/disk/system-error.ts'
import {UsageError} from '../src/disk/usage-error.ts'
import {programVersion} from '../src/model/version.ts'
import {printable, printableLines} from '../src/text/printable.ts'
import {registerCommands} from './commands.ts'
import {endWithReader} from './terminal/stdout.ts'

endWithReader()

const program = new Command('portolan')
  .description(
    'Reads tables of firewall ports from translated documents, corrects what a translation changed, and publishes them as a site.',
  )
  .addHelpText(
    'after',
    '\nStart with “portolan init DIR” for a new workspace, or “portolan start --sources DIR…” for documents that you have.',
  )
  .version(programVersion)
  // Before the commands are registered, which take it over. File names come as arguments, too: `portolan check *`.
  .configureOutput({
    writeErr: (text) => process.stderr.write(printableLines(text)),
    outputError: (text, write) => write(text.replace(/^error:/, 'portolan:')),
  })
  .showSuggestionAfterError()
  .showHelpAfterError('(portolan help COMMAND tells more)')
  .exitOverride()
await registerCommands(program, process.argv.slice(2))
// Of every command that has a workspace: what its products are called must be known before anything is read.
program.hook('preAction', async (_, command) => {
  if (!command.options.some(({long}) => long === '--content')) return
  const {useVocabulariesOf} = await import('../src/app/config/vocabularies-fs.ts')
  const {content = 'content'} = command.opts<{content?: string}>()
  const found = statSync(content, {throwIfNoEntry: false})
  if (found === undefined && command.getOptionValueSource('content') === 'cli')
    throw new UsageError(`no such folder: ${content}`, 'name the folder of the workspace with --content')
  if (found?.isFile())
    throw new UsageError(
      `${content} is a file, a folder is expected`,
      'name the folder of the workspace with --content',
    )
  await useVocabulariesOf(content)
})
for (const command of program.commands) {
  command.exitOverride().showHelpAfterError(`(portolan help ${command.name()} tells more)`)
}

// When all is done and written, the system frees the memory at once; the engine would take half a second for a large dataset.
process.once('beforeExit', () => process.exit())

/** `help foo` is answered as `foo` is: the command is as unknown to both. */
const askedFor = (words: readonly string[]): readonly string[] => {
  const [help, name = '-'] = words
  if (help !== 'help' || name.startsWith('-')) return words
  return name === 'help' || program.commands.some((command) => command.name() === name)
    ? words.filter((word, at) => !(at === 1 && word === 'help'))
    : [name]
}

try {
  await program.parseAsync(askedFor(process.argv.slice(2)), {from: 'user'})
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof UsageError) {
    process.stderr.write(`portolan: ${printable(error.message)}\n  ${printable(error.hint)}\n`)
    process.exitCode = 2
  } else if (isSystemError(error)) {
    process.stderr.write(`portolan: ${printable(messageOf(error))}\n  ${hintOf(error.code)}\n`)
    process.exitCode = 2
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`portolan ended by a mistake of its own: ${printableLines(text)}\n`)
    process.exitCode = 1
  }
}
