/** Tells the interchange format of a file from its first characters, and from its name where they don't tell. */

import {csv} from './csv/read.ts'
import type {FileMarks, UnitFileFormat, UnitReader} from './interchange-unit.ts'
import {jsonl} from './jsonl.ts'
import {sayingNone} from './no-units.ts'
import {po} from './po/read.ts'
import {tbx} from './tbx/read.ts'
import {tmx} from './tmx/read.ts'
import {xliff} from './xliff/read.ts'

/** All formats that hold translations of texts. */
const unitFormats = {tmx, xliff, po, jsonl, csv} satisfies Record<string, UnitFileFormat>

export type UnitFormat = keyof typeof unitFormats
/** TBX holds terms. */
export type InterchangeFormat = UnitFormat | 'tbx'

const isUnitFormat = (name: string): name is UnitFormat => Object.hasOwn(unitFormats, name)

const formats: [InterchangeFormat, FileMarks][] = [
  ['tbx', tbx],
  ...Object.keys(unitFormats)
    .filter(isUnitFormat)
    .map((name): [UnitFormat, FileMarks] => [name, unitFormats[name]]),
]

const find = (isMeant: (marks: FileMarks) => boolean): InterchangeFormat | null =>
  formats.find(([, marks]) => isMeant(marks))?.[0] ?? null

/** Endings of the names of files that hold translations, in small letters, with the dot. */
export const unitExtensions: readonly string[] = Object.values<UnitFileFormat>(unitFormats).flatMap(
  ({extensions}) => extensions,
)

/** A root element, with or without a prefix. */
const ROOT_RE = /<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>]/g

/** The format that a file's name tells, or null. */
export function formatOfName(path: string): InterchangeFormat | null {
  const lower = path.toLowerCase()
  return find(({extensions}) => extensions.some((extension) => lower.endsWith(extension)))
}

/** The format that the first characters tell (a thousand are enough), or null when it is none of ours. */
export function formatOfText(start: string): InterchangeFormat | null {
  const text = start.startsWith('\uFEFF') ? start.slice(1).trimStart() : start.trimStart()
  if (!text.startsWith('<')) {
    const found = find((marks) => marks.start !== undefined && text.startsWith(marks.start))
    // JSON that goes on over several lines is something else.
    return found === 'jsonl' && text.includes('\n') && !/^\{.*\}\s*$/.test(text.split('\n', 1)[0] ?? '')
      ? null
      : found
  }
  for (const [, name = ''] of text.slice(0, 4000).matchAll(ROOT_RE)) {
    const format = find(({roots = []}) => roots.includes(name))
    if (format !== null) return format
  }
  return null
}

/** A reader for the format, which says where a file has no units at all; `path` names the file in places. */
export const readerOf = (format: UnitFormat, path: string): UnitReader =>
  sayingNone(unitFormats[format].reader(path), path)
