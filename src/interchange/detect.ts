/** Tells the interchange format of a file from its first characters, and from its name where they don't tell. */
import {jsonlReader} from './jsonl.ts'
import {tmxReader} from './tmx.ts'
import type {UnitReader} from './unit.ts'
import {xliffReader} from './xliff.ts'

export type InterchangeFormat = 'tmx' | 'xliff' | 'jsonl'

const READERS: Record<InterchangeFormat, (path: string) => UnitReader> = {
  tmx: tmxReader,
  xliff: xliffReader,
  jsonl: jsonlReader,
}

const EXTENSIONS: [extension: string, format: InterchangeFormat][] = [
  ['.tmx', 'tmx'],
  ['.xlf', 'xliff'],
  ['.xlif', 'xliff'],
  ['.xliff', 'xliff'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
]

/** A root element, with or without a prefix. */
const ROOT_RE = /<(?:[A-Za-z_][\w.-]*:)?(tmx|xliff)[\s>]/

/** The format that a file's name tells, or null. */
export function formatOfName(path: string): InterchangeFormat | null {
  const lower = path.toLowerCase()
  return EXTENSIONS.find(([extension]) => lower.endsWith(extension))?.[1] ?? null
}

/** The format that the first characters tell (a thousand are enough), or null when it is none of ours. */
export function formatOfText(start: string): InterchangeFormat | null {
  const text = start.startsWith('\uFEFF') ? start.slice(1).trimStart() : start.trimStart()
  if (text.startsWith('{')) return 'jsonl'
  if (!text.startsWith('<')) return null
  const root = ROOT_RE.exec(text.slice(0, 4000))?.[1]
  return root === 'tmx' || root === 'xliff' ? root : null
}

/** A reader for the format; `path` names the file in places. */
export const readerOf = (format: InterchangeFormat, path: string): UnitReader => READERS[format](path)
