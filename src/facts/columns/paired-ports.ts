/** Columns of both ports of a connection or of both bounds of a range: `Source/Destination port`, `First/Last port`. */
import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {linesOf} from '../../text/cell-structure.ts'
import {isWord} from '../../text/locale-words.ts'
import {memoizeByLocale, onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {transportsIn} from '../protocol-words.ts'
import type {RowCell} from '../row/row-cell.ts'
import {fault, isNone, quoted, type RowFault} from './port-part.ts'

const pairs = [
  ['source', 'destination'],
  ['start', 'end'],
] as const

type Side = (typeof pairs)[number][number]

/** What a header says of the two values of each cell below it. */
export interface PairedHeader {
  first: Side
  second: Side
  /** Whether they are ports; else they are machines or addresses. */
  isOfPorts: boolean
}

/** Headers are short. */
const MAX_HEADER = 80
/** Shorter words stand inside of others. */
const MIN_SPACED = 3
const MEMORY = 1000

/** null for a header that names but one side, or more than two things. */
export const pairedHeaderOf: (header: string, locale: string) => PairedHeader | null = memoizeByLocale(
  readPair,
  MEMORY,
)

interface SideWords {
  sides: Readonly<Record<Side, readonly string[]>>
  port: readonly string[]
  between: RegExp
}

const spacedRE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

const wordsOf = onceByLocale((locale): SideWords => {
  const {headers, rules, conjunctions} = localeData(locale)
  const of = (...kinds: readonly ColumnKind[]): string[] =>
    kinds
      .flatMap((kind) => [...(headers[kind] ?? []), ...(rules.headers[kind] ?? [])])
      .map(foldSearch)
      .filter((word) => !spacedRE.test(word) || word.length >= MIN_SPACED)
  const joints = conjunctions
    .map(foldSearch)
    .filter((word) => /^[\p{L} ]+$/u.test(word))
    .map((word) => (/^[\p{Script=Han}\p{Script=Hiragana}]/u.test(word) ? word : `\\s${word}\\s`))
  return {
    sides: {
      source: of('source', 'sourcePort'),
      destination: of('destination'),
      start: of('portStart'),
      end: of('portEnd'),
    },
    port: of('port').filter((word) => !/[\s/]/u.test(word)),
    between: new RegExp(`\\s*[/|&]\\s*|${joints.join('|')}`, 'u'),
  }
})

function readPair(header: string, locale: string): PairedHeader | null {
  if (header.length > MAX_HEADER || !/[\p{L}]/u.test(header)) return null
  const {sides, port, between} = wordsOf(locale)
  const halves = foldSearch(header).split(between)
  const [one, two] = halves.map((half) => new Set(sideNames.filter((side) => names(half, sides[side]))))
  if (halves.length !== 2 || !one || !two) return null
  const found = [...pairs, ...pairs.map(([first, second]) => [second, first] as const)].filter(
    ([first, second]) => one.has(first) && two.has(second) && !one.has(second) && !two.has(first),
  )
  const [order] = found
  if (order === undefined || found.length > 1) return null
  return {
    first: order[0],
    second: order[1],
    isOfPorts: halves.some((half) => port.some((word) => half.includes(word))),
  }
}

const sideNames: readonly Side[] = pairs.flat()

/**
 * Whether a half of a header names a side: by a word of its own, by one that goes on (`zielport`), by the end of one that the
 * other half begins (`IP назначения`), or by its beginning before a hyphen (`Quell-`).
 */
function names(half: string, words: readonly string[]): boolean {
  const isBegun = /\p{L}{3}[-‐‑]$/u.test(half)
  const own = half.replace(/[-‐‑]$/u, '')
  return words.some((word) => {
    if (word === own || word.endsWith(` ${own}`) || word.startsWith(isBegun ? own : `${own} `)) return true
    const at = own.indexOf(word)
    return at === 0 || (at > 0 && !(spacedRE.test(word) && /\p{L}/u.test(own.charAt(at - 1))))
  })
}

const partsRE = /\s*(?:[/|→⇒:]|[-–—]+>|=>)\s*/u

const kindOf = {source: 'sourcePort', destination: 'port', start: 'portStart', end: 'portEnd'} as const

/** The row with a cell for each port of a pair; the fault of a cell that doesn't tell the two apart. */
export function withPairedPorts(
  row: readonly RowCell[],
  locale: string,
): {ok: true; row: readonly RowCell[]} | RowFault {
  const cells: RowCell[] = []
  for (const cell of row) {
    const pair = cell.kind === 'port' ? headOf(cell.header, locale) : null
    const parts = cell.text.split(partsRE)
    const isOne = linesOf(cell.read).length < 2
    const isPair = isOne && parts.length === 2 && !parts.includes('')
    const isSilent = isNone(cell.text, locale) || isWord(cell.text, 'anyWords', locale)
    // `5000-5010` and `53` below `First/Last port` say all by themselves.
    if (!pair?.isOfPorts || isSilent || (isOne && !isPair && bounds.has(pair.first))) {
      cells.push(cell)
      continue
    }
    if (!isPair || transportsIn(cell.text).length > 0)
      return fault(cell, `${quoted(cell)} below “${cell.header}” does not say which port is which`)
    for (const [at, text] of parts.entries())
      cells.push({...cell, kind: kindOf[at === 0 ? pair.first : pair.second], text, read: text})
  }
  return {ok: true, row: cells}
}

const bounds: ReadonlySet<Side> = new Set(['start', 'end'])

const headOf = (header: string, locale: string): PairedHeader | null =>
  pairedHeaderOf(header, locale) ?? (locale === 'en' ? null : pairedHeaderOf(header, 'en'))
