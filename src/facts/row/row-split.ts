/** Takes a row apart by its columns of ports: those of several directions, and those of both sides of a connection. */
import {localeData} from '../../languages/languages.ts'
import type {StatedDirection} from '../../model/schema.ts'
import {isWord} from '../../text/locale-words.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {isNone} from '../columns/port-part.ts'
import {directionOfCell, directionOfHeader} from '../direction/direction-words.ts'
import {requirementOf} from '../requirement/requirement-words.ts'
import type {TableFrame} from '../table-frame.ts'
import type {RowCell} from './row-cell.ts'

/** The cells that some of the rules of a row are read from. */
export interface SplitCells {
  cells: readonly RowCell[]
  /** The direction that the header of their column of ports says; null where it says none. */
  direction: StatedDirection | null
  /** What it says of what is required, beside a column that says otherwise; null where it says nothing. */
  required: TableFrame['requirement']
}

/** One entry for a row whose ports are not told apart so. */
export function splitByHeaders(row: readonly RowCell[], locale: string): SplitCells[] {
  const sided = withSides(row, locale)
  const columns = sided
    .filter(({kind}) => kind === 'port')
    .map((cell) => ({
      cell,
      direction: directionOfHeader(cell.header, locale),
      required: requirementOfHeader(cell.header, locale),
    }))
  const ports = columns.filter(({cell}) => /\p{N}/u.test(cell.text))
  const isDirected = ports.length > 0 && ports.every(({direction}) => direction !== null)
  const isContrary = new Set(columns.map(({required}) => required?.value)).size > 1
  if (!isDirected && !isContrary) return [{cells: sided, direction: null, required: null}]
  const groups = Map.groupBy(
    ports,
    ({direction, required}) => `${isDirected ? direction : ''} ${isContrary ? (required?.value ?? '') : ''}`,
  )
  if (groups.size === 0) return [{cells: sided, direction: null, required: null}]
  return [...groups.values()].map((group) => ({
    cells: sided.filter((cell) => cell.kind !== 'port' || group.some((each) => each.cell === cell)),
    direction: isDirected ? (group[0]?.direction ?? null) : null,
    required: isContrary ? (group[0]?.required ?? null) : null,
  }))
}

function requirementOfHeader(header: string, locale: string): SplitCells['required'] {
  const {requirement, quote} = requirementOf(header, locale)
  return quote === null ? null : {value: requirement, quote}
}

interface Sides {
  local: PhraseFinder
  remote: PhraseFinder
}

const sides = new Map<string, Sides>()

function sidesOf(locale: string): Sides {
  const known = sides.get(locale)
  if (known) return known
  const {local, remote} = localeData(locale).rules.sides
  const made = {local: new PhraseFinder(local), remote: new PhraseFinder(remote)}
  sides.set(locale, made)
  return made
}

/**
 * `Local port` and `Remote port`: which one listens follows from the direction, or from which of them may be any. Where
 * neither tells, both stay, and a row with different ports is refused.
 */
function withSides(row: readonly RowCell[], locale: string): readonly RowCell[] {
  const ports = row.filter(({kind}) => kind === 'port')
  const {local, remote} = sidesOf(locale)
  const own = ports.find(({header}) => local.isIn(tokensOf(header)) && !remote.isIn(tokensOf(header)))
  const other = ports.find(({header}) => remote.isIn(tokensOf(header)) && !local.isIn(tokensOf(header)))
  if (ports.length !== 2 || !own || !other) return row
  const direction = row.find(({kind}) => kind === 'direction')
  const told = direction === undefined ? null : directionOfCell(direction.text, locale, direction.header)
  const [ownOpen, otherOpen] = [own, other].map(
    ({text}) => isNone(text, locale) || isWord(text, 'anyWords', locale),
  )
  const sender =
    told === 'in' ? other : told === 'out' ? own : ownOpen === otherOpen ? null : ownOpen ? own : other
  if (sender === null) return row
  return row.map((cell) => (cell === sender ? {...cell, kind: 'sourcePort'} : cell))
}
