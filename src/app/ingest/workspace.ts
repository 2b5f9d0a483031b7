/** What is read and where results go, the same for every command that asks for it. */

import {join} from 'node:path'
import type {RunInput} from '../../disk/output-place-fs.ts'
import type {WorkspaceConfig} from '../config/read-config-fs.ts'

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
  /** Told how many documents of how many are read. */
  onProgress?: (done: number, all: number) => void
}

export interface SiteOptions extends WorkspaceOptions {
  dist: string
}

/** Folders with the documents. */
export const sourcesOf = ({sources, content}: WorkspaceOptions): string[] =>
  sources ?? [join(content, 'sources')]

/** Folders of a workspace whose files are read. */
const WORDS = ['termbase', 'decisions', 'guide', 'vocabulary', 'interface']

/** What a run reads, and its results must not replace. */
export const inputsOf = (options: WorkspaceOptions): RunInput[] => [
  {path: options.content, what: 'the workspace'},
  ...sourcesOf(options).map((path) => ({path, what: 'the source'})),
  ...WORDS.map((name) => ({path: join(options.content, name), what: 'the folder', closed: true})),
]

/** The same for a site. It holds Markdown pages, so that inside of a source the next run would read it as documents. */
export const siteInputsOf = (options: SiteOptions): RunInput[] =>
  inputsOf(options).map((input) => (input.what === 'the source' ? {...input, closed: true} : input))
