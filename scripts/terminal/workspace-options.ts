/** The options that say what is read and where results go, the same for every command that has them. */
import {type Command, InvalidArgumentError} from 'commander'
import {foldersOf} from '../../src/app/config/apply-config.ts'
import {readConfig} from '../../src/app/config/read-config-fs.ts'
import type {WorkspaceOptions} from '../../src/app/ingest/workspace.ts'

const threadsOf = (text: string): number => {
  const threads = Number(text)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads
  throw new InvalidArgumentError(`Expected a number from 1 to 256, found “${text}”.`)
}

/** Takes over what the workspace's configuration says and no option does. */
const configure = async (_: Command, command: Command): Promise<void> => {
  const {content, sources, site} = command.opts<WorkspaceOptions & {site?: string}>()
  const config = await readConfig(content)
  if (config === null) return
  command.setOptionValue('config', config)
  const folders = sources === undefined ? foldersOf(config, content) : undefined
  if (folders) command.setOptionValue('sources', folders)
  const hasSite = command.options.some(({long}) => long === '--site')
  if (hasSite && site === undefined && config.address !== undefined)
    command.setOptionValue('site', config.address)
}

/** Adds `--sources`, `--content`, `--data` and `--json`, and reads the configuration of the workspace. */
export const withWorkspaceOptions = (command: Command): Command =>
  command
    .hook('preAction', configure)
    .option('--sources <dirs...>', 'folders or files to read instead of the workspace’s own sources')
    .option('--content <dir>', 'workspace: sources/, termbase/, decisions/, vocabulary/, guide/', 'content')
    .option('--data <dir>', 'folder for the data files', 'data')
    .option('--json', 'print the summary as JSON')

/** The same for a command that reads documents: adds `--threads`. */
export const withReadingOptions = (command: Command): Command =>
  withWorkspaceOptions(command)
    .option(
      '--threads <number>',
      'threads that read documents (default: by the number of documents)',
      threadsOf,
    )
    .option('--lenient', 'exit with 0 even if documents have errors')

/** The same for a command that builds a site: adds `--dist`. */
export const withSiteOptions = (command: Command): Command =>
  withReadingOptions(command).option('--dist <dir>', 'folder for the site', 'dist')

/** Adds what is said of a site as a whole: `--base`, `--site` and `--previous`. */
export const withAddressOptions = (command: Command): Command =>
  withPreviousOption(
    command
      .option('--base <path>', 'path under which the site is served (default: that of --site)')
      .option('--site <url>', 'address of the site, for canonical links and feeds'),
  )

/** Adds `--previous`. */
export const withPreviousOption = (command: Command): Command =>
  command.option(
    '--previous <file>',
    'knowledge-base.json of an earlier run; the site shows which rules changed since',
  )

/** Flags and description of `--host`, of commands that serve the site. */
export const hostOption = [
  '--host <names...>',
  'host names the site answers to besides localhost; addresses of this machine are also listened on',
] as const

/** Description of `--content` of commands that take words from a workspace. */
export const CONTENT_HELP =
  'workspace with termbase/ and decisions/ (default: ./content, else the shipped one)'
