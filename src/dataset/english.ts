/** Finds the English of every cell of a topic: its own spans, a sibling edition's, the memory, a table of the same shape. */
import {localeData} from '../locales/index.ts'
import {alignSequences} from './align.ts'
import type {EditionCell, EditionRow, EditionTable} from './edition.ts'
import {
  type Fingerprint,
  fingerprintRow,
  fingerprintTable,
  rowSimilarity,
  tableSimilarity,
} from './fingerprint.ts'
import type {Memory} from './memory.ts'
import type {MergedRow, MergedTable} from './merge.ts'
import {compareBy} from './order.ts'
import type {ColumnKind, SourceOrigin} from './schema.ts'

/** English of a cell and where it was taken from; `from` is an edition id. */
export interface English {
  text: string
  origin: SourceOrigin
  from: string | null
}

/** A table whose English is known, to take the English of a table of the same shape from. */
export interface Donor {
  edition: string
  table: EditionTable
}

/** All tables with English, and every English text that stands in a column of a meaning. */
export interface Donors {
  tables: Donor[]
  texts: Map<ColumnKind, Map<string, string>>
}

/** Meanings whose cells say the same kind of thing: an endpoint may stand on either side. */
const ENDPOINTS: readonly ColumnKind[] = ['source', 'destination', 'host']

/** Collects donors; `texts` names the first edition that holds a text. */
export const createDonors = (tables: Donor[]): Donors => {
  const texts: Donors['texts'] = new Map()
  for (const {edition, table} of tables) {
    for (const {cells} of table.rows) {
      for (const [column, {source}] of cells.entries()) {
        const kind = table.columns[column]
        if (source === null || source === '' || kind === undefined) continue
        for (const shared of ENDPOINTS.includes(kind) ? ENDPOINTS : [kind]) {
          const known = texts.get(shared) ?? new Map<string, string>()
          if (!known.has(source)) known.set(source, edition)
          texts.set(shared, known)
        }
      }
    }
  }
  return {tables, texts}
}

/** The cell of an edition's row that stands in the topic's column; by position, or by meaning where shapes differ. */
export const cellAt = (
  table: MergedTable,
  edition: string,
  row: EditionRow,
  column: number,
): EditionCell | undefined => {
  const own = table.tables.get(edition)
  if (own === undefined || own.columns.length === table.backbone.columns.length) return row.cells[column]
  const kind = table.backbone.columns[column]
  const index = kind === undefined ? -1 : own.columns.indexOf(kind)
  return index < 0 ? undefined : row.cells[index]
}

/**
 * English that the spans of the topic's own editions hold for a cell: what most of the current ones say, the first of
 * equals; superseded editions are asked only when no current one has English.
 */
export const spanEnglish = (
  table: MergedTable,
  row: MergedRow,
  column: number,
  isCurrent: (edition: string) => boolean,
): English | null => {
  const found = [...row.editions].flatMap(([edition, own]) => {
    const text = cellAt(table, edition, own, column)?.source
    return text === null || text === undefined || text === '' ? [] : [{text, edition}]
  })
  const current = found.filter(({edition}) => isCurrent(edition))
  const votes = Map.groupBy(current.length > 0 ? current : found, ({text}) => text)
  const [winner] = [...votes.values()].toSorted(compareBy((group) => -group.length))
  const [first] = winner ?? []
  return first ? {text: first.text, origin: 'sibling', from: first.edition} : null
}

/** How many tables of the same shape are looked at. */
const MOST_DONORS = 3
/** Below this fit a text of another table is not taken, however well its row agrees. */
const LOWEST_FIT = 0.2
/** What a text gains by standing in the same row and column of a table of the same shape. */
const ALIGNED_BONUS = 0.15
/** What a text loses for each share of figures and acronyms that differ. */
const TOKEN_PENALTY = 0.6

/**
 * English for a table that no edition has English for: the memory where a text is known, else the best fitting text of
 * tables of the same shape, rows aligned by their figures and acronyms.
 *
 * @returns English by `row` (0 is the header) and column index, `null` where nothing fits
 */
export const inferEnglish = (
  table: MergedTable,
  donors: Donors,
  memory: Memory,
  localeOf: (edition: string) => string,
): ((row: MergedRow, column: number) => English | null) => {
  const near = nearest(table, donors.tables)
  const rowsOf = near.map((donor) => ({donor, aligned: alignRows(table, donor.table)}))
  return (row, column) => {
    const rivals: {english: English; score: number}[] = []
    for (const [edition, own] of row.editions) {
      const target = cellAt(table, edition, own, column)?.target ?? ''
      if (target === '') continue
      const locale = localeOf(edition)
      const known = memory.lookup(locale, target)
      if (known) rivals.push({english: {text: known.source, origin: 'memory', from: known.edition}, score: 2})
      const add = (text: string, from: string, bonus: number): void => {
        const score = memory.likeness(locale, text, target) - TOKEN_PENALTY * tokenDistance(text, target)
        // What a header word means is known from its column, so that any wording will do.
        const total = row === table.header ? Math.max(score, LOWEST_FIT) : score + bonus
        if (total >= LOWEST_FIT) rivals.push({english: {text, origin: 'shape', from}, score: total})
      }
      for (const {donor, aligned} of rowsOf) {
        const same = row === table.header ? donor.table.header : aligned.get(row)
        const text = same?.cells[column]?.source ?? ''
        if (text !== '') add(text, donor.edition, ALIGNED_BONUS)
      }
      const kind = table.backbone.columns[column]
      if (row === table.header || kind === undefined) continue
      // A cell that a translator left in English is its own English, below a text that documents hold.
      if (isLeftInEnglish(target, locale)) add(target, edition, 0)
      for (const [text, edition] of donors.texts.get(kind) ?? []) add(text, edition, 0)
    }
    const [winner] = rivals.toSorted(
      compareBy(
        ({score}) => -score,
        ({english}) => english.text,
      ),
    )
    return winner?.english ?? null
  }
}

const nearest = (table: MergedTable, donors: Donor[]): Donor[] => {
  const own = fingerprintTable(table.backbone)
  return donors
    .filter(({table: other}) => other.columns.length === table.backbone.columns.length)
    .map((donor) => ({donor, score: tableSimilarity(own, fingerprintTable(donor.table))}))
    .filter(({score}) => score >= 0.5)
    .toSorted(
      compareBy(
        ({score}) => -score,
        ({donor}) => donor.edition,
        ({donor}) => donor.table.table,
      ),
    )
    .slice(0, MOST_DONORS)
    .map(({donor}) => donor)
}

const alignRows = (table: MergedTable, donor: EditionTable): Map<MergedRow, EditionRow> => {
  const own = table.rows.map(({editions}) => [...editions.values()].slice(0, 1).map(fingerprintRow)[0])
  const theirs = donor.rows.map(neutral)
  const aligned = new Map<MergedRow, EditionRow>()
  for (const [a, b] of alignSequences(own.length, theirs.length, (i, j) => {
    const left = own[i]
    const right = theirs[j]
    return left && right ? rowSimilarity(left, right) : 0
  })) {
    const row = a === null ? undefined : table.rows[a]
    const other = b === null ? undefined : donor.rows[b]
    if (row && other) aligned.set(row, other)
  }
  return aligned
}

const neutral = (row: EditionRow): Fingerprint => ({...fingerprintRow(row), english: []})

const latinRE = /\p{Script=Latin}/u
const otherLetterRE = /[^\P{L}\p{Script=Latin}]/u

/** Is the text in Latin letters only, though its language is written in others? */
const isLeftInEnglish = (target: string, locale: string): boolean =>
  localeData(locale).scripts[0] !== 'Latin' && latinRE.test(target) && !otherLetterRE.test(target)

const tokenRE = /\d+|[A-Z][A-Z0-9]+/g

/** Share of figures and acronyms that only one of the two texts holds, 0 to 1. */
const tokenDistance = (a: string, b: string): number => {
  const left = new Set(a.normalize('NFKC').match(tokenRE) ?? [])
  const right = new Set(b.normalize('NFKC').match(tokenRE) ?? [])
  const all = left.union(right).size
  return all === 0 ? 0 : 1 - left.intersection(right).size / all
}
