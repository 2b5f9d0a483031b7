/**
 * Finds edits of cells that rest on English that was only inferred, as `portolan fix` made them before version 0.2: the
 * document states no English for the cell, nor does another edition of its topic, and the new text is one that a cell
 * elsewhere lends. Right when that cell has nothing to do with it: who made the edit can't be told, a person must look.
 */
import {buildKnowledgeBase} from '../../align/build-knowledge-base.ts'
import type {Edition, EditionCell, EditionTable} from '../../model/edition.ts'
import {isEnglish, withOwnEnglish} from '../../model/edition-language.ts'
import type {Place, Unit} from '../../model/schema.ts'

/** A cell whose text an edit replaced, without English of its own. */
export interface CellEdit {
  locale: string
  /** `t1r2c3`, as in the ids of units. */
  position: string
  /** From 0. */
  column: number
  /** Columns of its table. */
  width: number
  before: string
  after: string
  /** In the document as edited. */
  place: Place
}

/** Why an edit is suspected, and the cell that lends its text. */
export interface Suspicion {
  /** `translation`: that of the lender's English. `english`: its English itself. `figures`: they agree with its English. */
  kind: 'translation' | 'english' | 'figures'
  english: string
  lender: Place
}

export interface EditedCells {
  edits: CellEdit[]
  /** Tables that can't be compared cell by cell: rows or columns came or went. */
  reshaped: number
}

/** Cells of a document that say something else after an edit and have no English beside them. */
export function editedCells(before: Edition, after: Edition): EditedCells {
  const edited: EditedCells = {edits: [], reshaped: 0}
  // A document that was passed over, for want of anything like ports, was never corrected.
  if (isEnglish(after.info.locale) || before.tables.length === 0) return edited
  if (before.tables.length !== after.tables.length)
    return {edits: [], reshaped: Math.max(before.tables.length, after.tables.length)}
  for (const [index, table] of after.tables.entries()) {
    const old = before.tables[index]
    if (old === undefined || shapeOf(old) !== shapeOf(table)) edited.reshaped += 1
    else edited.edits.push(...editsOf(old, table, after.info.locale))
  }
  return edited
}

const rowsOf = ({header, rows}: EditionTable) => [...(header === null ? [] : [header]), ...rows]

const shapeOf = (table: EditionTable): string =>
  rowsOf(table)
    .map(({row, cells}) => `${row}:${cells.length}`)
    .join(' ')

const hasEnglish = ({source}: EditionCell): boolean => source !== null && source !== ''

function editsOf(old: EditionTable, table: EditionTable, locale: string): CellEdit[] {
  const was = rowsOf(old)
  return rowsOf(table).flatMap(({row, cells}, index) =>
    cells.flatMap((cell, column): CellEdit[] => {
      const before = was[index]?.cells[column]
      if (before === undefined || before.target === cell.target) return []
      if (hasEnglish(before) || hasEnglish(cell) || cell.target === '') return []
      const position = `t${table.table}r${row}c${column + 1}`
      const texts = {before: before.target, after: cell.target}
      return [{locale, position, column, width: table.columns.length, ...texts, place: cell.place}]
    }),
  )
}

/** A cell with stated English that could have lent it. */
interface Lender {
  english: string
  column: number
  width: number
  tokens: ReadonlySet<string>
  place: Place
}

/** Asks about edits; made of all documents as they were before these. */
export function suspecter(documents: readonly Edition[]): (path: string, edit: CellEdit) => Suspicion | null {
  const {units} = buildKnowledgeBase([...documents])
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const stated = units.filter(isStated)
  const byText = Map.groupBy(stated, ({locale, target}) => `${locale}\n${target}`)
  const lenders = lendersOf(documents)
  const byEnglish = Map.groupBy(lenders, ({english}) => english)
  return (path, {locale, position, column, width, before, after}) => {
    const own = byId.get(`${path}#${position}`)
    if (own !== undefined && isStated(own)) return null
    const [translation] = byText.get(`${locale}\n${after}`) ?? []
    if (translation !== undefined)
      return {kind: 'translation', english: translation.source ?? '', lender: translation.place}
    const [copied] = byEnglish.get(after) ?? []
    if (copied !== undefined) return {kind: 'english', english: copied.english, lender: copied.place}
    const tokens = tokensOf(after)
    if (tokens.size === 0 || isSame(tokens, tokensOf(before))) return null
    const lender = lenders.find(
      (each) => each.column === column && each.width === width && tokens.isSubsetOf(each.tokens),
    )
    return lender === undefined ? null : {kind: 'figures', english: lender.english, lender: lender.place}
  }
}

/** Beside the cell, or in another edition of its topic. */
const isStated = ({source, sourceOrigin}: Unit): boolean =>
  source !== null &&
  source !== '' &&
  (sourceOrigin === 'span' || sourceOrigin === 'document' || sourceOrigin === 'sibling')

const lendersOf = (documents: readonly Edition[]): Lender[] =>
  documents
    .map(withOwnEnglish)
    .flatMap(({tables}) =>
      tables.flatMap((table) =>
        rowsOf(table).flatMap(({cells}) =>
          cells.flatMap(({source, place}, column): Lender[] =>
            source === null || source === ''
              ? []
              : [{english: source, column, width: table.columns.length, tokens: tokensOf(source), place}],
          ),
        ),
      ),
    )

/** Figures and acronyms, which corrections copy from the English. */
const TOKEN_RE = /\d+|[A-Z][A-Z0-9]+/g

const tokensOf = (text: string): Set<string> => new Set(text.normalize('NFKC').match(TOKEN_RE) ?? [])

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && a.isSubsetOf(b)
