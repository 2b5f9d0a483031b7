/** What the readers of interchange files give: units and diagnostics, in the order of the file. */

import {z} from 'zod'
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import {type Diagnostic, localeSchema, type Place} from '../model/schema.ts'
import {memoize} from '../text/memoize.ts'
import type {WorkState} from './work-state.ts'

/** One translation as an interchange file holds it; texts are as written, white space included. */
export interface InterchangeUnit {
  /** The file's own id: unit name, `tuid`, `id`; numbered from 1 where it gives none. */
  id: string
  /** BCP 47, in canonical case. */
  locale: string
  source: string | null
  target: string
  /** Where the target's text starts, or the unit where it has none. */
  place: Place
  /** ISO date of the translation, where the file tells. */
  date: string | null
  /** How far the work is, of each part that the file tells it of; never empty. */
  states: readonly WorkState[]
  /** Whether the file asks for a translation at all. */
  translate: boolean
  english: EnglishProof
}

/**
 * What the English of a unit is worth as evidence: `stated` by the file as its source; `inferred`, as a file of our own
 * says itself; `unproven` in our files of before 0.2, whose texts may rest on English that was only inferred.
 */
export type EnglishProof = 'stated' | 'inferred' | 'unproven'

/** What a reader gives: something that it read, or what is wrong with the file. */
export type ReadingOf<T> = T | {diagnostic: Diagnostic}

/** A reader that takes a file in pieces, so that no file needs to fit into memory. It never throws on content. */
export interface ChunkReader<T> {
  /** Feeds the next piece; gives what was completed by it. */
  write(chunk: string): ReadingOf<T>[]
  /** Says that there is no more; gives the rest. */
  end(): ReadingOf<T>[]
}

export type Reading = ReadingOf<{unit: InterchangeUnit}>
export type UnitReader = ChunkReader<{unit: InterchangeUnit}>

/** How files of a format are told from others. */
export interface FileMarks {
  /** Endings of file names, in small letters, with the dot. */
  extensions: readonly string[]
  /** Names of the root element, for a format in XML. */
  roots?: readonly string[]
  /** What a file starts with, for any other. */
  start?: string
}

/** A format that holds translations of texts. */
export interface UnitFileFormat extends FileMarks {
  /** A reader; `path` names the file in places. */
  reader: (path: string) => UnitReader
}

/** Longest text of one unit, in UTF-16 code units; longer ones are reported and left out. */
export const MAX_TEXT = 1_000_000

/** All readings of a file that is given in pieces. */
export function* readAll<T>(reader: ChunkReader<T>, chunks: Iterable<string>): Generator<ReadingOf<T>> {
  for (const chunk of chunks) yield* reader.write(chunk)
  yield* reader.end()
}

/** The same for pieces that come from a stream. */
export async function* streamAll<T>(
  reader: ChunkReader<T>,
  chunks: AsyncIterable<string>,
): AsyncGenerator<ReadingOf<T>> {
  for await (const chunk of chunks) yield* reader.write(chunk)
  yield* reader.end()
}

/** Files name few languages many times, and asking Intl costs more than the rest of a line. */
const MOST_TAGS = 1000

/** The tag in canonical case (`zh-tw` becomes `zh-TW`), or null when it isn't one. */
export const canonicalLocale = memoize((tag): string | null => {
  try {
    const [locale] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))
    return locale !== undefined && localeSchema.safeParse(locale).success ? locale : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}, MOST_TAGS)

/** Whether a tag names English of any region. */
export const isEnglish = (tag: string): boolean => canonicalLocale(tag)?.split('-')[0] === 'en'

/** A unit as far as a file gave it; `null` is what was missing. */
export interface RawUnit {
  id: string
  locale: string | null
  source: string | null
  target: string | null
  place: Place
  /** As the file writes it: `20260131T120000Z`, `2026-01-31T12:00:00Z`, … */
  date: string | null
  states: readonly WorkState[]
  translate?: boolean
  english?: EnglishProof
}

/** Turns what a file gave into readings: the unit, and what is wrong with it. Order: diagnostics first. */
export function unitToReadings({translate = true, english = 'stated', ...raw}: RawUnit): Reading[] {
  const {id, locale: tag, source, target, place, date, states} = raw
  const problem = (
    severity: Diagnostic['severity'],
    kind: DiagnosticId,
    message: string,
    hint: string,
  ): Reading => ({
    diagnostic: {place, severity, id: kind, message, hint},
  })
  const locale = tag === null ? null : canonicalLocale(tag)
  if (locale === null)
    return [
      problem(
        'error',
        'unknown-locale',
        `expected the target language of unit “${shorten(id)}” as a BCP 47 tag, found ${tag === null ? 'none' : `“${shorten(tag)}”`}`,
        'name the language like zh-TW or fr-FR',
      ),
    ]
  if (isEnglish(locale))
    return [
      problem(
        'warning',
        'english-target',
        `expected a translation, found English (${locale}) as the target of unit “${shorten(id)}”`,
        'the source is English; give the unit another target language or remove it',
      ),
    ]
  if ((source?.length ?? 0) > MAX_TEXT || (target?.length ?? 0) > MAX_TEXT)
    return [
      problem(
        'error',
        'text-too-long',
        `expected at most ${MAX_TEXT} characters, found more in unit “${shorten(id)}”`,
        'a table cell is never that long; split the unit or check the file',
      ),
    ]
  const unit: InterchangeUnit = {
    id,
    locale,
    source,
    target: target ?? '',
    place,
    date: isoDate(date),
    states,
    translate,
    english,
  }
  if (target === null || target.trim() === '')
    return [
      problem(
        'warning',
        'empty-target',
        `expected a translation into ${locale}, found an empty target in unit “${shorten(id)}”`,
        'translate the unit, or leave it out of the file',
      ),
      {unit},
    ]
  return [{unit}]
}

const DATE_RE = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/

/** The day of a date and time as TMX (basic) and XLIFF (extended ISO 8601) write them; null when it is none. */
function isoDate(text: string | null): string | null {
  const found = DATE_RE.exec(text ?? '')
  if (found === null) return null
  const [, year, month, day] = found
  const date = z.iso.date().safeParse(`${year}-${month}-${day}`)
  return date.success ? date.data : null
}

/** At most 60 characters of a value, for messages. */
export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
