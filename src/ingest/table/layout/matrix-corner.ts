/** The corner of a matrix of machines, which says what its rows and its columns are: `From \ To`, `Source ↓ / Destination →`. */
import {localeData} from '../../../languages/languages.ts'
import {BREAK, readableText} from '../../../text/cell-structure.ts'
import {isOneOf} from '../../../text/locale-words.ts'
import {isDestinationOrPurpose, readHeader} from '../header-words.ts'

export interface Corner {
  /** What stands in the first column: those who send, or those who are reached; null where that may be meant either way. */
  rows: 'source' | 'destination' | null
  /** The words for the source and for the destination. */
  words: [source: string, destination: string]
}

/** A longer cell is no corner. */
const MAX_LENGTH = 80
const downRE = /[↓⇓⬇▼]/u
const acrossRE = /[→⇒➡▶]/u
/** Marks and arrows, which are no part of the words. */
const marksRE = /(?:[↓⇓⬇▼→⇒➡▶]|\ufe0e|\ufe0f)+/gu
const partedRE = new RegExp(`^([^\\\\＼/／|${BREAK}]+?)\\s*([\\\\＼/／|${BREAK}])\\s*(.+)$`, 'u')
const arrowRE = /^([^→⇒>]+?)\s*([→⇒]|[-–—]+>)\s*(.+)$/u
const markedRE = /^((?:.{1,40}?\s?[↓⇓⬇▼→⇒➡▶])|(?:[↓⇓⬇▼→⇒➡▶]\s?[^↓⇓⬇▼→⇒➡▶]{1,40}))\s*(.+)$/u

/**
 * What a corner says; null for other cells. Arrows say which of the two goes down and which across. Without them the first word
 * is that of the rows where `\` parts the two, and in `From / To`, as such charts are called. `To / From`, and two lines, may be
 * meant either way.
 */
export function cornerOf(text: string, locale: string): Corner | null {
  const told = readableText(text).trim()
  if (told.length > MAX_LENGTH) return null
  const isMarked = downRE.test(told) && acrossRE.test(told)
  const found = partsOf(told, isMarked)
  if (found === null) return null
  const [first, separator, second] = found
  const [one, two] = [first, second].map((part) => part.replaceAll(marksRE, ' ').trim())
  const [own, other] = [endOfWord(one ?? '', locale), endOfWord(two ?? '', locale)]
  if (own === null || other === null || own === other) return null
  const words: Corner['words'] = own === 'source' ? [one ?? '', two ?? ''] : [two ?? '', one ?? '']
  if (isMarked) return {rows: downRE.test(first) ? own : other, words}
  const isSure = separator === '\\' || separator === '＼' || (own === 'source' && separator !== BREAK)
  return {rows: isSure ? own : null, words}
}

function partsOf(text: string, isMarked: boolean): [first: string, separator: string, second: string] | null {
  const found = partedRE.exec(text) ?? (isMarked ? null : arrowRE.exec(text))
  const [, first = '', separator = '', second = ''] = found ?? []
  if (first !== '') return [first, separator, second]
  const [, one = '', two = ''] = isMarked ? (markedRE.exec(text) ?? []) : []
  return one === '' ? null : [one, '', two]
}

/** The end that a word alone names, in a language or in English; null for other words. */
export function endOfWord(word: string, locale: string): 'source' | 'destination' | null {
  for (const tag of new Set([locale, 'en'])) {
    const {from, to} = localeData(tag).rules.ways
    if (isOneOf(word, from)) return 'source'
    if (isOneOf(word, to)) return 'destination'
    const {kind, by} = readHeader(word, tag)
    if (isDestinationOrPurpose(word, tag)) return 'destination'
    if (by === 'whole' && (kind === 'source' || kind === 'destination')) return kind
  }
  return null
}
