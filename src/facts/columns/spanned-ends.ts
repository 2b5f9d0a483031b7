/** One cell that spans the columns of both ends: `Any to DNS server` below Source and Destination names two machines, or none that is known. */

import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {linesOf} from '../../text/cell-structure.ts'
import {foldSearch} from '../../text/normalize.ts'
import {hasArrow} from '../direction/arrows.ts'
import {type Connection, connectionOf, joinsTwo} from '../direction/connection.ts'
import {namesMachine} from '../direction/machine-words.ts'
import {endpointOf, isAnyEnd, isKnownEndpoint, membersOf} from '../endpoints/endpoint-of.ts'
import {isLiteral} from '../endpoints/literals.ts'
import {namesWhere} from '../limits/sentence-limits.ts'
import type {RowCell} from '../row/row-cell.ts'
import {answerIn} from '../transport-ticks.ts'
import {fault, isNone, quoted, type RowFault} from './port-part.ts'

const sides: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'address'])
const endKinds: ReadonlySet<ColumnKind> = new Set([...sides, ...(['host', 'peer'] as const)])

/** The row with a text of its own for each end; the fault of a text that stands in both columns and can't be told apart. */
export function withSpannedEnds(
  row: readonly RowCell[],
  locale: string,
): {ok: true; row: readonly RowCell[]} | RowFault {
  const texts = Map.groupBy(
    row.filter(
      ({kind, text}) => endKinds.has(kind) && !isNone(text, locale) && answerIn(text, locale) === null,
    ),
    ({read}) => read,
  )
  for (const same of texts.values()) {
    const [cell] = same
    if (cell === undefined || new Set(same.map(({kind}) => kind)).size < 2) continue
    const isOne = same.some(({isSpanned}) => isSpanned)
      ? namesOne(cell, locale)
      : !joinsTwo(cell.text, locale)
    if (isOne) continue
    const isOfSides = same.every(({kind}) => sides.has(kind)) && same.some(({kind}) => kind === 'source')
    const found = isOfSides && linesOf(cell.read).length < 2 ? endsOfCell(cell.text, locale) : null
    if (found === null)
      return fault(cell, `${quoted(cell)} stands for both ends, and does not say which is which`)
    const {source, destination, both} = found
    const rewritten = row.map((each): RowCell => {
      if (!same.includes(each)) return each
      if (both && each === cell) return withText({...each, kind: 'ends'}, `${source} ↔ ${destination}`)
      return withText(each, both ? '' : each.kind === 'source' ? source : destination)
    })
    return {ok: true, row: rewritten}
  }
  return {ok: true, row}
}

const withText = (cell: RowCell, text: string): RowCell => ({...cell, text, read: text})

/** Whether a cell names one end, which both columns then have: any, an address, a machine. */
function namesOne({text, read}: RowCell, locale: string): boolean {
  if (isAnyEnd(text, locale) || isLiteral(text)) return true
  if (joinsTwo(text, locale) || membersOf(read).length > 1 || /[/|]|\s[-–—]\s/u.test(text)) return false
  const {name, conjunctions, rules} = localeData(locale)
  const words = foldSearch(text).split(' ')
  // Without the words of a language that join, one word alone is sure to join nothing.
  if (name === '') return words.length === 1
  const joints = new Set([...conjunctions, ...rules.ways.to, ...rules.ways.from].map(foldSearch))
  return isKnownName(text, locale) && !words.some((word) => joints.has(word))
}

/** The ends of `Any to 10.0.0.5`; two addresses that words join may be a range. */
export function endsOfCell(text: string, locale: string): Connection | null {
  const found = connectionOf(text, locale, (name) => isEndName(name, locale))
  if (!hasArrow(text) && found !== null && isLiteral(found.source) && isLiteral(found.destination))
    return null
  const isOne = (name: string): boolean => !joinsTwo(name, locale)
  return found !== null && isOne(found.source) && isOne(found.destination) ? found : null
}

/** Names of more words are sentences. */
const MAX_WORDS = 6

/** `Depot`, `Склад 2`: each of its words is written as a name. */
const properRE = /^\p{Lu}[\p{L}\p{M}\p{N}.-]*(?:\s[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.-]*){0,3}$/u

const isKnownName = (name: string, locale: string): boolean => {
  const end = endpointOf(name, locale)
  return (
    isLiteral(name) ||
    (end !== null && isKnownEndpoint(end)) ||
    namesMachine(name, locale) ||
    namesWhere(foldSearch(name), locale)
  )
}

const isEndName = (name: string, locale: string): boolean =>
  name.split(' ').length <= MAX_WORDS && (isKnownName(name, locale) || properRE.test(name))
