/** Reads a cell of a column of requirements: an answer, a letter, a word, or a few words with a condition. */
import {localeData} from '../../languages/languages.ts'
import type {PortRange} from '../../model/schema.ts'
import {linesOf, plainText} from '../../text/cell-structure.ts'
import {isOneOf} from '../../text/locale-words.ts'
import {foldSpace} from '../../text/normalize.ts'
import {answerIn} from '../transport-ticks.ts'
import {
  kinds,
  kindsOfHeader,
  MAX_CELL,
  nothing,
  type RequirementReading,
  requirementOf,
} from './requirement-words.ts'

/** What a header asks: whether the port is required, or optional; both where it names the two. */
function askedBy(header: string, locale: string): 'required' | 'optional' {
  const said = kindsOfHeader(header, locale)
  return said.has('optional') && !said.has('required') ? 'optional' : 'required'
}

const letterRE = /^\p{L}$/u
const letterPairRE = /(?<!\p{L})(?<one>\p{L})\s?[/|]\s?(?<other>\p{L})(?!\p{L})/u

/** `M` and `O`; where a letter may begin the word for either, the other letter of a header such as `M/O` decides. */
function requirementOfLetter(cell: string, locale: string, header: string): 'required' | 'optional' | null {
  if (!letterRE.test(cell)) return null
  const own = meaningOfLetter(cell, locale)
  const {one = '', other = ''} = letterPairRE.exec(header)?.groups ?? {}
  const beside = isOneOf(cell, [one]) ? other : isOneOf(cell, [other]) ? one : ''
  if (own !== null || beside === '') return own
  const opposite = meaningOfLetter(beside, locale)
  return opposite === null ? null : opposite === 'required' ? 'optional' : 'required'
}

function meaningOfLetter(letter: string, locale: string): 'required' | 'optional' | null {
  const {requirementLetters} = localeData(locale).rules
  const [required, optional] = [
    isOneOf(letter, requirementLetters.required),
    isOneOf(letter, requirementLetters.optional),
  ]
  return required === optional ? null : required ? 'required' : 'optional'
}

/**
 * What a cell below a header of requirements says: `Yes`, 任意, `Only with an external database`. What isn't understood, or not
 * decided, is unknown.
 */
export function requirementOfCell(
  text: string,
  locale: string,
  header: string,
  ports: readonly PortRange[] = [],
): RequirementReading {
  const cell = foldSpace(text)
  if (cell === '') return nothing
  const answer = answerIn(cell, locale)
  const asked = askedBy(header, locale)
  // A word for yes may be one for required, too, and a header may be called optional in a language of its own.
  if (answer !== null)
    return {requirement: (answer === 'yes') === (asked === 'required') ? 'required' : 'optional', quote: cell}
  const letter = requirementOfLetter(cell, locale, header)
  if (letter !== null) return {requirement: letter, quote: cell}
  const {requirement} = localeData(locale).rules
  for (const kind of kinds) if (isOneOf(cell, requirement[kind])) return {requirement: kind, quote: cell}
  const told = requirementOf(cell, locale, ports)
  if (told.quote !== null) return told
  if (isOneOf(cell, localeData(locale).optionalWords)) return {requirement: 'optional', quote: cell}
  const [first = '', ...others] = cell.split(/[\s,;:.()–—-]+/u)
  const lead = others.length > 0 && cell.length <= MAX_CELL ? answerIn(first, locale) : null
  // `Yes, for backups`: an answer with more words is one on a condition.
  return lead === null ? nothing : {requirement: lead === 'yes' ? 'conditional' : 'optional', quote: cell}
}

/** Lines of a cell that may name a requirement beside other things, such as a category. */
const MOST_LINES = 4

/** Whether one line of a cell is a word for what is required or optional, and nothing else: `Allow ⏎ Required`. */
export function namesRequirement(cell: string, locale: string): boolean {
  const {required, optional} = localeData(locale).rules.requirement
  return linesOf(cell)
    .slice(0, MOST_LINES)
    .some((line) => isOneOf(plainText(line), required) || isOneOf(plainText(line), optional))
}
