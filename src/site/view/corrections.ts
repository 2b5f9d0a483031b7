/** Every cell whose published text differs from the document's, and every cell with a finding that is still open. */
import type {Finding, LocalizedText, Text, Topic} from '../../dataset/schema.ts'
import type {Dataset} from '../dataset.ts'

export interface Correction {
  topic: Topic
  table: number
  /** Id of the rule that the cell belongs to; null in a header. */
  rule: string | null
  locale: string
  text: Text
  said: LocalizedText
  findings: Finding[]
}

/** In the order of topics, tables, rows, columns. */
export function corrections({topics, findings}: Dataset, locales: readonly string[]): Correction[] {
  return topics.flatMap((topic) =>
    topic.tables.flatMap(({table, header, rows}) =>
      [...(header === null ? [] : [header]), ...rows].flatMap((row) =>
        row.cells.flatMap((text) =>
          locales.flatMap((locale) => {
            const said = text.texts[locale]
            if (said === undefined || (said.original === null && said.findings.length === 0)) return []
            const own = said.findings.flatMap((id) => findings.get(id) ?? [])
            return [{topic, table, rule: row.rule?.id ?? null, locale, text, said, findings: own}]
          }),
        ),
      ),
    ),
  )
}

export const isCorrected = ({said}: Correction): boolean => said.original !== null

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
