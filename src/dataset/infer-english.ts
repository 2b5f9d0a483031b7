/** Infers the English of a table that no edition has English for: from the memory, or from tables of the same shape. */
import {localeData} from '../locales/index.ts'
import {foldToken} from '../text/normalize.ts'
import {alignSequences} from './align.ts'
import type {EditionRow, EditionTable} from './edition.ts'
import {cellAt, type English} from './english.ts'
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
import type {ColumnKind} from './schema.ts'

/** A table whose English is known, to take the English of a table of the same shape from. */
export interface Donor {
  edition: string
  table: EditionTable
}

/** All tables with English, and every English text that stands in a column of a meaning. */
export interface Donors {
  tables: Donor[]
  texts: Map<ColumnKind, Map<string, string>>
  /** Every word of these texts, folded. */
  words: Set<string>
}

/** Meanings whose cells say the same kind of thing: an endpoint may stand on either side. */
const ENDPOINTS: readonly ColumnKind[] = ['source', 'destination', 'host']

/** Collects donors; `texts` names the first edition that holds a text. */
export const createDonors = (tables: Donor[]): Donors => {
  const texts: Donors['texts'] = new Map()
  const words = new Set<string>()
  for (const {edition, table} of tables) {
    for (const {cells} of table.rows) {
      for (const [column, {source}] of cells.entries()) {
        const kind = table.columns[column]
        if (source === null || source === '' || kind === undefined) continue
        for (const shared of ENDPOINTS.includes(kind) ? ENDPOINTS : [kind]) {
          for (const word of foldToken(source).match(wordRE) ?? []) words.add(word)
          const known = texts.get(shared) ?? new Map<string, string>()
          if (!known.has(source)) known.set(source, edition)
          texts.set(shared, known)
        }
      }
    }
  }
  return {tables, texts, words}
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
      if (isLeftInEnglish(target, locale, donors.words)) add(target, edition, 0)
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

const wordRE = /\p{L}+/gu
const otherLetterRE = /[^\P{L}\p{Script=Latin}]/u
/** Share of the words that must be known as English. */
const MOSTLY = 0.8

/** Is the text English, though its language is written in other letters? */
const isLeftInEnglish = (target: string, locale: string, english: Set<string>): boolean => {
  if (localeData(locale).scripts[0] === 'Latin' || otherLetterRE.test(target)) return false
  const words = foldToken(target).match(wordRE) ?? []
  return words.length > 0 && words.filter((word) => english.has(word)).length >= MOSTLY * words.length
}

const tokenRE = /\d+|[A-Z][A-Z0-9]+/g

/** Share of figures and acronyms that only one of the two texts holds, 0 to 1. */
const tokenDistance = (a: string, b: string): number => {
  const left = new Set(a.normalize('NFKC').match(tokenRE) ?? [])
  const right = new Set(b.normalize('NFKC').match(tokenRE) ?? [])
  const all = left.union(right).size
  return all === 0 ? 0 : 1 - left.intersection(right).size / all
}
