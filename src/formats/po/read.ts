/**
 * Reads PO files of gettext, entry by entry, each by gettext-parser: the English is `msgid`, the language is that of the header.
 * A fuzzy entry waits for somebody; of a plural each form is a unit.
 *
 * Source: GNU gettext manual, “The Format of PO Files”.
 */

import {po as gettext} from 'gettext-parser'
import {z} from 'zod'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import {
  type Reading,
  type ReadingOf,
  shorten,
  type UnitFileFormat,
  type UnitReader,
  unitToReadings,
} from '../interchange-unit.ts'
import {lineSplitter, type NumberedLine} from '../line-splitter.ts'
import {stateOfSegment, UNSTATED} from '../work-state.ts'

const entrySchema = z.object({
  msgid: z.string(),
  msgctxt: z.string().optional(),
  msgid_plural: z.string().optional(),
  msgstr: z.array(z.string()),
  comments: z.object({flag: z.string().optional()}).optional(),
})
const fileSchema = z.object({translations: z.record(z.string(), z.record(z.string(), entrySchema))})
type Entry = z.infer<typeof entrySchema>

const MSGID_RE = /^[ \t]*msgid[ \t"]/gm
/** What the parser keeps once, by its name. */
const LOST = 'a msgid stands twice without an empty line between, or is “__proto__”'

/** Lines of an entry; more are no entry. */
const MOST_LINES = 10_000

const quoted = String.raw`"(?:[^"\\]|\\.)*"`
/** A comment, or texts in quotes, with or without what they are. */
const lineRE = new RegExp(
  String.raw`^\s*(?:#.*|(?:(?:msgid|msgid_plural|msgctxt|msgstr(?:\[\d+\])?|domain)\s*)?${quoted}(?:\s*${quoted})*\s*)$`,
  'su',
)

export const po: UnitFileFormat = {extensions: ['.po'], start: 'msgid ', reader: poReader}

/** A reader of one file; `path` names it in places. */
export function poReader(path: string): UnitReader {
  const splitter = lineSplitter()
  let lines: string[] = []
  let start = 1
  let language: string | null = null
  let count = 0
  /** A file of bytes that are no text is not read on. */
  let isBinary = false

  const problem = (line: number, id: DiagnosticId, message: string): Reading => ({
    diagnostic: {
      place: {path, line, column: 1},
      severity: 'error',
      id,
      message,
      hint: 'write entries as msgfmt takes them; what could not be read was left out',
    },
  })

  const malformed = (line: number, found: string): Reading[] => [
    problem(line, 'malformed-po', `expected an entry of PO, found: ${shorten(found.trim())}`),
  ]

  const readEntry = (): Reading[] => {
    const [text, line] = [lines.join('\n'), start]
    const wrong = lines.findIndex((each) => !lineRE.test(each))
    lines = []
    if (wrong !== -1) return malformed(line + wrong, text.split('\n')[wrong] ?? '')
    if (!/^\s*msgid\b/m.test(text)) return []
    const entries = parse(text)
    if (typeof entries === 'string') return malformed(line, entries)
    const written = text.match(MSGID_RE)?.length ?? 0
    const lost =
      entries.length < written
        ? [
            problem(
              line,
              'malformed-po',
              `expected ${written} entries of PO, found ${entries.length}: ${LOST}`,
            ),
          ]
        : []
    const units = entries.flatMap((entry) => {
      if (entry.msgid === '' && entry.msgctxt === undefined) {
        language = languageOf(entry.msgstr[0] ?? '') ?? language
        return []
      }
      return unitsOf(
        entry,
        line +
          Math.max(
            0,
            text.split('\n').findIndex((each) => each.startsWith('msgstr')),
          ),
      )
    })
    return [...lost, ...units]
  }

  const unitsOf = (
    {msgid, msgid_plural: plural, msgctxt, msgstr, comments}: Entry,
    line: number,
  ): Reading[] =>
    msgstr.flatMap((target, form) => {
      count++
      return unitToReadings({
        id: `${msgctxt === undefined ? '' : `${msgctxt}: `}${count}`,
        locale: language,
        source: plural !== undefined && form > 0 ? plural : msgid,
        target,
        place: {path, line, column: 1},
        date: null,
        states: [/\bfuzzy\b/.test(comments?.flag ?? '') ? stateOfSegment('initial') : UNSTATED],
      })
    })

  const add = ({text, line}: NumberedLine): ReadingOf<never>[] | Reading[] => {
    if (isBinary) return []
    if (text?.includes('\0')) {
      isBinary = true
      lines = []
      return malformed(line, text)
    }
    if (text === null || lines.length > MOST_LINES) {
      lines = []
      return [problem(line, 'line-too-long', 'expected a line of an entry, found one that is too long')]
    }
    if (text.trim() === '') return readEntry()
    // Entries that are no longer used.
    if (text.startsWith('#~')) return []
    if (lines.length === 0) start = line
    lines.push(text)
    return []
  }

  return {
    write: (chunk) => splitter.write(chunk).flatMap(add),
    end: () => [...splitter.end().flatMap(add), ...readEntry()],
  }
}

/** The entries of a piece of a file, or what is wrong with it. */
function parse(text: string): Entry[] | string {
  let value: unknown
  try {
    value = gettext.parse(`${text}\n`)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const read = fileSchema.safeParse(value)
  return read.success
    ? Object.values(read.data.translations).flatMap((entries) => Object.values(entries))
    : z.prettifyError(read.error)
}

const languageOf = (header: string): string | null => /^Language:[ \t]*(\S+)/im.exec(header)?.[1] ?? null
