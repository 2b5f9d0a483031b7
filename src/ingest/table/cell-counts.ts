/** How many cells of a column read as paths, ports, transports or addresses with ports. */

import {readAddressPorts} from '../../facts/columns/address-ports.ts'
import {isNone} from '../../facts/columns/port-part.ts'
import {parsePath} from '../../facts/path/path.ts'
import {parsePortCell, parseProtocolCell} from '../../facts/port-cell.ts'
import {portNamesIn} from '../../facts/ports/named-ranges.ts'
import {portRemarkIn} from '../../facts/row/port-remarks.ts'
import {ofVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import {readingOf} from '../../model/edition.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import type {Column} from './column.ts'
import {mayHoldPath} from './port-like-words.ts'

/** Addresses that name their ports open these where no other column does. */
export const holdsAddressPorts = (column: Column): boolean =>
  column.kind === 'address' && countCells(column, '', isAddressPort).read > 0

const isAddressPort = (text: string): boolean => readAddressPorts(text)?.ok === true

/** Those that read as what the kind of the column says. */
export function countReadable(column: Column, locale: string): {read: number; filled: number} {
  if (column.kind === 'address') return countCells(column, locale, isAddressPort)
  if (column.kind === 'path') return countCells(column, locale, isPath)
  // A cell that says “none” speaks neither for ports nor against them.
  const {read, filled} = countCells(column, locale, isPortOrName)
  return {read, filled: filled - countCells(column, locale, isNothing).read}
}

/** The English of a cell is asked where there is one, its text in the locale elsewhere. */
export function countCells(
  {cells}: Column,
  locale: string,
  reads: (text: string, locale: string) => boolean,
): {read: number; filled: number} {
  let read = 0
  let filled = 0
  for (const {source, target} of cells.map(readingOf)) {
    if ((source ?? target) === '') continue
    filled++
    if (source === null ? reads(target, locale) : reads(source, 'en')) read++
  }
  return {read, filled}
}

/** Answers that are kept for a locale. */
const MEMORY = 5000

/** Remembers what short texts read as: the same few paths and ports stand in most tables. Longer ones are none. */
function remembered(reads: (text: string, locale: string) => boolean, limit: number): typeof reads {
  const known = ofVocabularies(() => memoizeByLocale(reads, MEMORY))
  return (text, locale) => text.length <= limit && known()(text, locale)
}

export const isPath = remembered((text, locale) => /\d/.test(text) && parsePath(text, locale).ok, 300)

/** A list of ports may be as long as its grammar takes it; longer prose that names a port and a transport is no cell of ports. */
const MAX_PORTS = 1000
const MAX_PARTS = 300

export const isPort = remembered((text, locale) => {
  const reading = parsePortCell(text, locale)
  // "TCP: 80, UDP: 53" is ports, although no single rule.
  return reading.ok
    ? reading.ports.length > 0
    : text.length <= MAX_PARTS &&
        ((/\d/.test(text) && /\b(?:TCP|UDP)\b/.test(text)) || portRemarkIn(text, locale) !== null)
}, MAX_PORTS)

const isPortOrName = (text: string, locale: string): boolean =>
  isPort(text, locale) || portNamesIn(text, locale).length > 0

const isNothing = (text: string, locale: string): boolean => isNone(text, locale)

export const isTransportPort = remembered((text, locale) => {
  const reading = parsePortCell(text, locale)
  return reading.ok && reading.ports.length > 0 && reading.transports.length > 0
}, 120)

export const isTransport = remembered((text, locale) => {
  const reading = parseProtocolCell(text, locale)
  // “Any” alone stands for both transports, and says nothing of what its column holds.
  return reading.ok && reading.transports.length > 0 && mayHoldPath(text.replaceAll('|', ' '))
}, 120)
