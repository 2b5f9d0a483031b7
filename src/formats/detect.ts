/** Tells the interchange format of a file from its first characters, and from its name where they don't tell. */
import {lookUp} from '../text/look-up.ts'
import type {UnitReader} from './interchange-unit.ts'
import {jsonlReader} from './jsonl.ts'
import {tmxReader} from './tmx/read.ts'
import {xliffReader} from './xliff/read.ts'

/** Formats that hold translations of texts. */
export type UnitFormat = 'tmx' | 'xliff' | 'jsonl'
export type InterchangeFormat = UnitFormat | 'tbx'

const READERS: Record<UnitFormat, (path: string) => UnitReader> = {
  tmx: tmxReader,
  xliff: xliffReader,
  jsonl: jsonlReader,
}

const EXTENSIONS: [extension: string, format: InterchangeFormat][] = [
  ['.tbx', 'tbx'],
  ['.tmx', 'tmx'],
  ['.xlf', 'xliff'],
  ['.xlif', 'xliff'],
  ['.xliff', 'xliff'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
]

/** A root element, with or without a prefix. */
const ROOT_RE = /<(?:[A-Za-z_][\w.-]*:)?(tmx|xliff|tbx|martif)[\s>]/

const ROOTS: Record<string, InterchangeFormat> = {tmx: 'tmx', xliff: 'xliff', tbx: 'tbx', martif: 'tbx'}

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
  return lookUp(ROOTS, root ?? '') ?? null
}

/** A reader for the format; `path` names the file in places. */
export const readerOf = (format: UnitFormat, path: string): UnitReader => READERS[format](path)
