/** Reads a port or a range of ports out of a query: digit groups of any locale, any range separator or word, the word "port". */

import {rangeSeparatorEnd} from '../../facts/ports/range-separators.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import {isDigit} from './query-text.ts'
import type {QueryLexicon, QueryNote, ReadItems} from './query-types.ts'

const groupSeparators = [',', '.', ' ', "'", '’', '_']
/** A group separator that also stands between the members of a list. */
const listSeparators = [',', ' ']
const letterRE = /[\p{L}\p{M}\p{N}]/u

/** Items from `at` on, where a number (with or without the word "port") starts there; else null. */
export const readPorts = (plain: string, at: number, lexicon: QueryLexicon): ReadItems | null => {
  if (letterRE.test(plain[at - 1] ?? ' ') && isDigit(plain[at]) && !endsWithName(plain, at, lexicon))
    return null
  const label = readName(plain, at, lexicon.portWords)
  const start = label === null ? at : skipSpaces(plain, label)
  const found = readFrame(plain, start, lexicon) ?? readRange(plain, start, lexicon)
  if (found === null) return null
  const labelEnd = readName(plain, skipSpaces(plain, found.end), lexicon.portWords)
  const end = labelEnd ?? found.end
  if (!isBorder(plain, end, lexicon)) return null
  const labelled = label !== null || labelEnd !== null
  return {items: found.items.map((item) => (item.kind === 'ports' ? {...item, labelled} : item)), end}
}

/** After a number: anything but a letter, or a character that makes it a version or an address (`1.2`, `10.1.1.1`). */
const isBorder = (plain: string, end: number, lexicon: QueryLexicon): boolean => {
  const character = plain[end]
  if (character === undefined) return true
  if (character === '.') return !letterRE.test(plain[end + 1] ?? ' ')
  return (
    !letterRE.test(character) ||
    readName(plain, end, transportNames) !== null ||
    readName(plain, end, lexicon.portWords) !== null ||
    readJoin(plain, end, lexicon) !== null
  )
}

/** End of a word that joins a list, where the number of its next member follows: `443 or 5061`, `443または5061`. */
export const readJoin = (plain: string, at: number, {joinWords, portWords}: QueryLexicon): number | null => {
  const start = skipSpaces(plain, at)
  const end = readName(plain, start, joinWords)
  if (end === null) return null
  const next = skipSpaces(plain, end)
  // Two numbers with nothing but a letter between them are a name: `802e11`.
  const isParted = !isLatin(plain[start]) || (start > at && next > end)
  const isMember = isDigit(plain[next]) || readName(plain, next, [...transportNames, ...portWords]) !== null
  return isParted && isMember ? next : null
}

const transportNames = ['tcp', 'udp']

const endsWithName = (plain: string, at: number, {portWords, joinWords}: QueryLexicon): boolean => {
  const before = plain.slice(0, at).toLowerCase()
  return (
    [...transportNames, ...portWords].some((name) => before.endsWith(name)) ||
    joinWords.some((name) => !isLatin(name) && before.endsWith(name) && isDigit(before.at(-1 - name.length)))
  )
}

/** `between 50000 and 50100`. */
const readFrame = (plain: string, at: number, lexicon: QueryLexicon): ReadItems | null => {
  for (const [before, between, after] of lexicon.rangeFrames) {
    const first = before === '' ? at : readName(plain, at, [before])
    if (first === null) continue
    const low = readNumber(plain, skipSpaces(plain, first))
    if (low === null) continue
    const middle = readName(plain, skipSpaces(plain, low.end), [between])
    if (middle === null) continue
    const high = readNumber(plain, skipSpaces(plain, middle))
    if (high === null) continue
    const end = after === '' ? high.end : readName(plain, skipSpaces(plain, high.end), [after])
    if (end !== null) return toItems([low, high], plain.slice(at, end), end)
  }
  return null
}

const readRange = (plain: string, at: number, lexicon: QueryLexicon): ReadItems | null => {
  const first = readNumber(plain, at)
  if (first === null) return null
  const bounds = [first]
  let end = first.end
  for (;;) {
    const bound = readRangeSeparator(plain, end, lexicon)
    if (bound === null) break
    const next = readNumber(plain, bound)
    if (next === null) break
    bounds.push(next)
    end = next.end
  }
  // A range separator that nothing follows is still being typed.
  const after = rangeSeparatorEnd(plain, end)
  if (bounds.length === 1 && after !== -1 && skipSpaces(plain, after) === plain.length) end = plain.length
  return toItems(bounds, plain.slice(at, end), end)
}

const readRangeSeparator = (plain: string, at: number, {rangeWords}: QueryLexicon): number | null => {
  if (plain[at] === ':' && isDigit(plain[at + 1])) return at + 1
  const start = skipSpaces(plain, at)
  const end = rangeSeparatorEnd(plain, start)
  if (end !== -1) return skipSpaces(plain, end)
  const word = readName(plain, start, rangeWords)
  return word === null ? null : skipSpaces(plain, word)
}

interface ReadNumber {
  text: string
  value: number
  end: number
  /** Set where a character between digits could also have been a list's. */
  note: QueryNote | null
}

/** Digits, with groups of three where the character between them is always the same and the number is a port. */
const readNumber = (plain: string, at: number): ReadNumber | null => {
  const firstEnd = skipDigits(plain, at)
  if (firstEnd === at) return null
  const alone = {
    text: plain.slice(at, firstEnd),
    value: toValue(plain.slice(at, firstEnd)),
    end: firstEnd,
    note: null,
  }
  const character = plain[firstEnd] ?? ''
  if (firstEnd - at > 3 || plain[at] === '0' || !groupSeparators.includes(character)) return alone
  let end = firstEnd
  while (plain[end] === character && skipDigits(plain, end + 1) === end + 4) end += 4
  if (end === firstEnd || (plain[end] === character && isDigit(plain[end + 1]))) return alone
  const text = plain.slice(at, end)
  const parts = text.split(character)
  const value = toValue(parts.join(''))
  const asList = listSeparators.includes(character) && parts.slice(1).every((part) => !part.startsWith('0'))
  const other = parts.join(character === ',' ? ', ' : ' ; ')
  if (value > MAX_PORT && asList) return {...alone, note: {kind: 'read-as-list', text, other: null}}
  return {text, value, end, note: asList ? {kind: 'read-as-number', text, other} : null}
}

const toItems = (bounds: ReadNumber[], text: string, end: number): ReadItems => {
  const problem = (kind: 'above-65535' | 'reversed-range' | 'too-many-bounds', part: string): ReadItems => ({
    items: [{kind: 'problem', problem: kind, text: part.trim()}],
    end,
  })
  if (bounds.length > 2) return problem('too-many-bounds', text)
  const above = bounds.find(({value}) => value > MAX_PORT)
  if (above !== undefined) return problem('above-65535', above.text)
  const low = bounds[0]?.value ?? 0
  const high = bounds.at(-1)?.value ?? low
  if (low > high) return problem('reversed-range', text)
  const note = bounds.length === 1 ? (bounds[0]?.note ?? null) : null
  return {items: [{kind: 'ports', ranges: [[low, high]], note, labelled: false}], end}
}

/** End of the longest of `names` (lower case) that stands at `at` as a word, else null. */
const readName = (plain: string, at: number, names: readonly string[]): number | null => {
  let longest: number | null = null
  for (const name of names) {
    const end = at + name.length
    if (plain.slice(at, end).toLowerCase() !== name || (longest !== null && end <= longest)) continue
    if (isLatin(name.at(-1)) && isLatin(plain[end])) continue
    longest = end
  }
  return longest
}

const latinRE = /\p{Script=Latin}/u
const isLatin = (character: string | undefined) => character !== undefined && latinRE.test(character)

const skipSpaces = (plain: string, at: number): number => {
  let end = at
  while (plain[end] === ' ') end++
  return end
}

const skipDigits = (plain: string, at: number): number => {
  let end = at
  while (isDigit(plain[end])) end++
  return end
}

/** Digits beyond any port count as too high, however many there are. */
const toValue = (digits: string): number => Number(digits.length > 15 ? '9'.repeat(15) : digits)
