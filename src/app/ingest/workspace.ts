/** The options that say what is read and where results go, the same for every command that has them. */

import {join} from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'
import type {RunInput} from '../../disk/output-place-fs.ts'
import {foldersOf} from '../config/apply-config.ts'
import {readConfig, type WorkspaceConfig} from '../config/read-config-fs.ts'

export interface WorkspaceOptions {
  sources?: string[]
  content: string
  data: string
  threads?: number
  /** What `portolan.config` of the workspace says. */
  config?: WorkspaceConfig
  /** Whether errors in documents let a run end well. */
  lenient?: boolean
  json?: boolean
}

export interface SiteOptions extends WorkspaceOptions {
  dist: string
}

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
    .option('--content <dir>', 'workspace: sources/, termbase/, decisions/, guide/', 'content')
    .option('--data <dir>', 'folder for the data files', 'data')
    .option('--json', 'print the summary as JSON')

/** The same for a command that reads documents: adds `--threads`. */
export const withReadingOptions = (command: Command): Command =>
  withWorkspaceOptions(command)
    .option('--threads <number>', 'threads that read documents; else as many as the work is worth', threadsOf)
    .option('--lenient', 'exit with 0 although documents have errors')

/** The same for a command that builds a site: adds `--dist`. */
export const withSiteOptions = (command: Command): Command =>
  withReadingOptions(command).option('--dist <dir>', 'folder for the site', 'dist')

/** Folders with the documents. */
export const sourcesOf = ({sources, content}: WorkspaceOptions): string[] =>
  sources ?? [join(content, 'sources')]

/** Folders of a workspace whose files are read. */
const WORDS = ['termbase', 'decisions', 'guide', 'vocabulary']

/** What a run reads, and its results must not replace. */
export const inputsOf = (options: WorkspaceOptions): RunInput[] => [
  {path: options.content, what: 'the workspace'},
  ...sourcesOf(options).map((path) => ({path, what: 'the source'})),
  ...WORDS.map((name) => ({path: join(options.content, name), what: 'the folder', closed: true})),
]

/** The same for a site. It holds Markdown pages, so that inside of a source the next run would read it as documents. */
export const siteInputsOf = (options: SiteOptions): RunInput[] =>
  inputsOf(options).map((input) => (input.what === 'the source' ? {...input, closed: true} : input))
