/** Takes a row apart by its columns of ports: those of several directions, and those of both sides of a connection. */
import {localeData} from '../languages/languages.ts'
import type {StatedDirection} from '../model/schema.ts'
import {isWord} from '../text/locale-words.ts'
import {PhraseFinder, tokensOf} from '../text/phrase-finder.ts'
import {isNone} from './columns/port-part.ts'
import {directionOfCell, directionOfHeader} from './direction/direction-words.ts'
import type {RowCell} from './row-cell.ts'

/** The cells that the rules of one direction are read from. */
export interface DirectedCells {
  cells: readonly RowCell[]
  /** What the header of their column of ports says; null where it says nothing. */
  direction: StatedDirection | null
}

/** One entry for a row whose ports are not told apart so. */
export function splitByDirection(row: readonly RowCell[], locale: string): DirectedCells[] {
  const sided = withSides(row, locale)
  const ports = sided.filter(({kind, text}) => kind === 'port' && /\p{N}/u.test(text))
  const directed = ports.map((cell) => ({cell, direction: directionOfHeader(cell.header, locale)}))
  const told = new Set(directed.flatMap(({direction}) => direction ?? []))
  const [only] = told
  if (only === undefined || directed.some(({direction}) => direction === null))
    return [{cells: sided, direction: null}]
  return [...told].map((direction) => ({
    cells: sided.filter(
      (cell) =>
        cell.kind !== 'port' || directed.some((each) => each.cell === cell && each.direction === direction),
    ),
    direction,
  }))
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
