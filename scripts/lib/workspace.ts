/** The options that say what is read and where results go, the same for every command. */

import {join} from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'

export interface WorkspaceOptions {
  sources?: string[]
  content: string
  data: string
  dist: string
  threads?: number
  json?: boolean
}

const threadsOf = (text: string): number => {
  const threads = Number(text)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads
  throw new InvalidArgumentError(`Expected a number from 1 to 256, found “${text}”.`)
}

/** Adds `--sources`, `--content`, `--data`, `--dist` and `--json`. */
export const withWorkspaceOptions = (command: Command): Command =>
  command
    .option('--sources <dirs...>', 'folders or files to read instead of the workspace’s own sources')
    .option('--content <dir>', 'workspace: sources/, termbase/, decisions/, guide/', 'content')
    .option('--data <dir>', 'folder for the data files', 'data')
    .option('--dist <dir>', 'folder for the site', 'dist')
    .option(
      '--threads <number>',
      'threads that read documents and render pages; else as many as the work is worth',
      threadsOf,
    )
    .option('--json', 'print the summary as JSON')

/** Folders with the documents. */
export const sourcesOf = ({sources, content}: WorkspaceOptions): string[] =>
  sources ?? [join(content, 'sources')]
