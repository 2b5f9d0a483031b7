/** Reads a cell of a column of actions whole: `Permit if licensed`, `Deny from guests`. What stands beside the word is understood, or the cell is not. */
import {localeData} from '../../languages/languages.ts'
import {plainText} from '../../text/cell-structure.ts'
import {conditionsIn} from '../../text/conditions.ts'
import {foldSearch} from '../../text/normalize.ts'
import {PhraseFinder, placedTokensOf} from '../../text/phrase-finder.ts'
import {answerOf, edgesRE, MAX_ACTION, wholeActionOf} from '../denied-text.ts'
import {type Beside, readBeside, withoutEdges} from './beside-words.ts'

export type ActionReading =
  | ({ok: true; action: 'allow' | 'deny'} & Beside)
  /** What was not understood; empty where there is no word for an action. */
  | {ok: false; rest: string}

interface Finders {
  denies: PhraseFinder
  allows: PhraseFinder
}

const finders = new Map<string, Finders>()
const letterRE = /\p{L}/u

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const {denial} = localeData(locale)
  const inLetters = (words: readonly string[]) => words.filter((word) => letterRE.test(word))
  const made: Finders = {
    denies: new PhraseFinder(inLetters(denial.actions)),
    allows: new PhraseFinder(inLetters(denial.allows)),
  }
  finders.set(locale, made)
  return made
}

/** A mark that points to a note: `(1)`, `[b]`. */
const markRE = /\s?[[(]\^?(?:[0-9]{1,2}|[a-z]|\*+)[\])]$/iu

/** Never throws, and never takes what it doesn't know for leave. */
export function readAction(text: string, locale: string, header = ''): ActionReading {
  const cell = plainText(text).replace(markRE, '').replace(edgesRE, '')
  const plain = {ok: true, requirement: null, limit: null, direction: null} as const
  if (cell === '') return {ok: false, rest: ''}
  const whole = wholeActionOf(cell, locale, header)
  if (whole !== null) return {...plain, action: whole}
  if (cell.length > 3 * MAX_ACTION) return {ok: false, rest: cell}
  const lead = leadOf(cell, locale, header)
  if (lead === null) return {ok: false, rest: ''}
  const beside = readBeside(lead.rest, locale, cell)
  // “Deny except to admins” lets admins in: one rule can't say both.
  const isBoth = lead.action === 'deny' && beside?.limit?.kind === 'except'
  return beside === null || isBoth ? {ok: false, rest: lead.rest} : {ok: true, action: lead.action, ...beside}
}

/** The one action of a cell, or its answer to the header, and what stands beside. */
function leadOf(
  cell: string,
  locale: string,
  header: string,
): {action: 'allow' | 'deny'; rest: string} | null {
  const [, first = '', more = ''] = /^([^\s,;:(（–—-]+)(.*)$/u.exec(cell) ?? []
  const answer = answerOf(first, locale, header)
  if (answer !== 'unknown') return {action: answer, rest: withoutEdges(more)}
  const {denies, allows} = findersOf(locale)
  const folded = foldSearch(cell)
  const placed = placedTokensOf(folded)
  const tokens = placed.map(({token}) => token)
  const told = new Set<'allow' | 'deny'>()
  let found: {from: number; to: number; action: 'allow' | 'deny'} | null = null
  // What a condition says of other doors is not said of this one.
  const starts = conditionsIn(tokens, locale).map(
    ([first]) => placed.find(({token}) => token === first)?.start ?? 0,
  )
  const border = Math.min(...starts.filter((at) => at > 0), folded.length)
  for (let at = 0; at < tokens.length; ) {
    const [deny, allow] = [denies.endAt(tokens, at), allows.endAt(tokens, at)]
    const end = Math.max(deny, allow)
    const start = placed[at]?.start ?? 0
    if (end < 0 || (start >= border && found !== null)) {
      at++
      continue
    }
    const action = deny >= allow ? 'deny' : 'allow'
    told.add(action)
    found ??= {from: start, to: placed[end - 1]?.end ?? start, action}
    at = end
  }
  if (found === null || told.size > 1) return null
  const rest = `${folded.slice(0, found.from)} ${folded.slice(found.to)}`
  return {action: found.action, rest: withoutEdges(rest)}
}
