/** Every cell, title and passage whose published text differs from the document's, or that has a finding that is still open. */

import {isCorrected as isCorrectedText, isOpen} from '../../model/counts/counts.ts'
import {
  type Block,
  type Finding,
  type LocalizedText,
  type Place,
  type Severity,
  severitySchema,
  type Text,
  type Topic,
} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Dataset} from '../dataset/dataset.ts'
import {plainProse} from '../prose/prose-html.ts'

export interface Correction {
  topic: Topic
  /** Number of the table; null in prose. */
  table: number | null
  /** Id of the rule that the cell belongs to; null in a header and in prose. */
  rule: string | null
  locale: string
  text: Text
  said: LocalizedText
  findings: Finding[]
  /** Where it stands in its document; null when no unit is behind it. */
  place: Place | null
}

const known = new WeakMap<readonly Topic[], Map<string, Correction[]>>()

/** In the order of topics; in each the title and the prose first, then tables, rows, columns; found once, since each page of a check asks for them. */
export function corrections(dataset: Dataset, locales: readonly string[]): readonly Correction[] {
  const found = known.get(dataset.topics) ?? new Map<string, Correction[]>()
  known.set(dataset.topics, found)
  const own = found.get(locales.join()) ?? findCorrections(dataset, locales)
  found.set(locales.join(), own)
  return own
}

function findCorrections({topics, findings, placeOf}: Dataset, locales: readonly string[]): Correction[] {
  return topics.flatMap((topic) => [
    ...titleCorrections(topic, findings, locales),
    ...proseCorrections(topic, findings, locales),
    ...topic.tables.flatMap(({table, header, rows}) =>
      [...(header === null ? [] : [header]), ...rows].flatMap((row) =>
        row.cells.flatMap((text) =>
          locales.flatMap((locale) => {
            const said = lookUp(text.texts, locale)
            if (said === undefined || !(isCorrectedText(said) || isOpen(said))) return []
            const own = said.findings.flatMap((id) => findings.get(id) ?? [])
            const place = placeOf(said.unit)?.place ?? null
            return [{topic, table, rule: row.rules[0]?.id ?? null, locale, text, said, findings: own, place}]
          }),
        ),
      ),
    ),
  ])
}

/** Titles that are headings are among the prose, too, and what is told of them there isn't told again. */
function titleCorrections(
  topic: Topic,
  findings: Dataset['findings'],
  locales: readonly string[],
): Correction[] {
  return locales.flatMap((locale): Correction[] => {
    const said = lookUp(topic.title.texts, locale)
    const told = new Set((lookUp(topic.prose, locale) ?? []).flatMap((block) => block.findings ?? []))
    const own = said?.findings.flatMap((id) => findings.get(id) ?? []) ?? []
    const [first] = own
    if (said === undefined || first === undefined || own.every(({id}) => told.has(id))) return []
    const shared = {topic, table: null, rule: null, locale, text: topic.title, said, findings: own}
    return [{...shared, place: first.place}]
  })
}

function proseCorrections(
  topic: Topic,
  findings: Dataset['findings'],
  locales: readonly string[],
): Correction[] {
  return locales.flatMap((locale) =>
    (lookUp(topic.prose, locale) ?? []).flatMap((block): Correction[] => {
      const said = saidIn(block)
      if (said === null) return []
      const own = said.findings.flatMap((id) => findings.get(id) ?? [])
      const source = block.source === null ? null : plainProse(block.source)
      const text = {source, sourceOrigin: null, texts: {[locale]: said}}
      return [{topic, table: null, rule: null, locale, text, said, findings: own, place: block.place}]
    }),
  )
}

/** What a block says, where a check found something in it. */
function saidIn({markdown, status, original, findings}: Block): LocalizedText | null {
  if (findings === undefined || status === undefined) return null
  return {
    text: plainProse(markdown),
    status,
    unit: null,
    original: original === undefined ? null : plainProse(original),
    findings,
  }
}

export const isCorrected = ({said}: Correction): boolean => isCorrectedText(said)

/** The highest severity of what was found in a text, so that a text of several findings is counted once; none where nothing was. */
export const severestOf = ({findings}: Pick<Correction, 'findings'>): Severity[] =>
  severitySchema.options.filter((each) => findings.some(({severity}) => severity === each)).slice(0, 1)

export interface Tally {
  key: string
  corrected: number
  open: number
}

/** How many were corrected and how many are open, by each key that a correction has; most first. */
export function tally(all: readonly Correction[], keysOf: (each: Correction) => readonly string[]): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const each of all)
    for (const key of new Set(keysOf(each))) {
      const own = tallies.get(key) ?? {key, corrected: 0, open: 0}
      own[isCorrected(each) ? 'corrected' : 'open'] += 1
      tallies.set(key, own)
    }
  const sum = (one: Tally) => one.corrected + one.open
  return [...tallies.values()].toSorted((a, b) => sum(b) - sum(a) || (a.key < b.key ? -1 : 1))
}
