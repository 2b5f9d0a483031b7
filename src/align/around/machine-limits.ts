/** What is said below a table of a machine that stands in it: it limits the rows of that machine, and no others. */
import {denialBefore, isAboutTable} from '../../facts/denied-text.ts'
import {isAnyEnd} from '../../facts/endpoints/endpoint-of.ts'
import {isNamedIn} from '../../facts/limits/denied-others.ts'
import {conjunctionsOf, limitPatternsOf} from '../../facts/limits/limit-words.ts'
import {restrictionWordsOf} from '../../facts/limits/restrictions.ts'
import {namesWhere} from '../../facts/limits/sentence-limits.ts'
import {isShort, limitsIn, sentencesOf, unclearLimitIn} from '../../facts/limits/stated-limits.ts'
import {unspacedRE} from '../../facts/limits/word-list.ts'
import type {PortLimits} from '../../facts/table-frame.ts'
import {readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {plainText} from '../../text/cell-structure.ts'
import {once, onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import type {MergedRow} from '../merge.ts'
import {portsNamedIn} from './named-ports.ts'
import type {ContextText} from './table-context.ts'

/** A sentence that limits or denies, folded. */
interface Saying {
  sentence: string
  folded: string
  locale: string
}

type Column = 'source' | 'destination'

const columnOf = new Map<ColumnKind, Column>([
  ['source', 'source'],
  ['destination', 'destination'],
  ['host', 'destination'],
])
/** Names that are shorter, or longer, are no names of machines in a sentence; of what is written without spaces, two characters are. */
const [SHORTEST, LONGEST] = [3, 80]
/** Letters that the forms of a word may differ by at its end, from words of so many letters on. */
const [ENDING, LONG_WORD] = [2, 5]
const none: PortLimits = {limits: [], unclear: null}

/** What each row is limited to by sentences below its table that name a machine of it. */
export function limitedByMachines(
  told: readonly ContextText[],
  columns: readonly ColumnKind[],
  localeOf: (edition: string) => string,
): (row: MergedRow) => PortLimits {
  const sayings = once(() => told.flatMap(sayingsOf))
  const known = new Map<string, PortLimits>()
  const limitsFor = (name: string, column: Column, sources: readonly string[]): PortLimits => {
    const key = JSON.stringify([column, name, ...sources])
    const told = sayings().filter((saying) => !isOfOthers(saying, sources))
    const found = known.get(key) ?? joined(told.map((saying) => saidOf(saying, name, column)))
    known.set(key, found)
    return found
  }
  return ({editions}) => {
    if (sayings().length === 0) return none
    const own = new Map<string, PortLimits>()
    for (const [edition, {cells}] of editions) {
      const sources = cells.flatMap((cell, at) =>
        columns[at] === 'source' && !isAnyEnd(plainText(readingOf(cell).target), localeOf(edition))
          ? namesIn(readingOf(cell).target, localeOf(edition))
          : [],
      )
      for (const [at, cell] of cells.entries()) {
        const column = columnOf.get(columns[at] ?? 'other')
        if (column === undefined) continue
        const {source, target} = readingOf(cell)
        for (const text of [source ?? '', target])
          for (const name of namesIn(text, localeOf(edition)))
            own.set(`${column} ${name}`, limitsFor(name, column, sources))
      }
    }
    return joined([...own.values()])
  }
}

const joined = (all: readonly PortLimits[]): PortLimits => ({
  limits: [...new Set(all.flatMap(({limits}) => limits))],
  unclear: all.find(({unclear}) => unclear !== null)?.unclear ?? null,
})

const sayingsOf = ({role, text, locale}: ContextText): Saying[] =>
  role !== 'note' && role !== 'below'
    ? []
    : sentencesOf(text)
        .map((sentence) => ({sentence, folded: foldSearch(sentence), locale}))
        .filter(
          ({sentence, folded}) =>
            // What names ports is read as what it says of those.
            portsNamedIn(sentence, locale).length === 0 &&
            !restrictionWordsOf(locale).ahead.isIn(folded) &&
            (limitsIn(sentence, locale).length > 0 ||
              unclearLimitIn(sentence, locale) !== null ||
              denialBefore(sentence, locale) !== null),
        )

/** Whether a sentence keeps out others than those whom a row lets in: it takes nothing from the row. */
const isOfOthers = ({sentence, folded, locale}: Saying, sources: readonly string[]): boolean =>
  sources.length > 0 &&
  namesWhere(folded, locale) &&
  (denialBefore(sentence, locale) !== null || forbidsSome(sentence, locale)) &&
  !sources.some((source) => isNamedIn(sentence, source, locale))

/** Whether all that a sentence says is who is kept out. */
const forbidsSome = (sentence: string, locale: string): boolean => {
  const limits = limitsIn(sentence, locale)
  const {only, except} = restrictionWordsOf(locale)
  const folded = foldSearch(sentence)
  return limits.length > 0 && !only.isIn(folded) && !except.isIn(folded)
}

/** What a sentence says of a machine: to come to it where it is the destination, to go from it where it is the source. */
function saidOf({sentence, folded, locale}: Saying, name: string, column: Column): PortLimits {
  const found = patternOf(name).exec(folded)
  if (found === null) return none
  const {reach, only} = restrictionWordsOf(locale)
  const before = folded.slice(0, found.index)
  const after = folded.slice(found.index + found[0].length)
  // “Only the gate server reaches the console” is of the console.
  if (only.isIn(before.trim().split(' ').slice(-NEAR).join(' ')) || only.opens(after.trim())) return none
  const rest = `${before}${unspacedRE.test(name) ? '' : ' '}${after}`.replace(/\s+/gu, ' ').trim()
  const limits = limitsIn(rest, locale).map((limit) => ({...limit, quote: sentence}))
  if (limits.length > 0 && !reach.isIn(rest) && denialBefore(rest, locale) === null) return none
  const meant = limits.filter(({side}) => side !== null && side !== column)
  if (meant.length > 0) return {limits: meant, unclear: null}
  if (column === 'source' || limits.some(({side}) => side !== null)) return none
  // “Access to the gate server is restricted” is of all who connect, “it uses only TLS” of none of them.
  const isUnclear =
    (limits.length > 0 && namesWhere(rest, locale)) ||
    denialBefore(rest, locale) !== null ||
    (unclearLimitIn(rest, locale) !== null && isShort(rest) && isAboutTable(rest, locale))
  return {limits: [], unclear: isUnclear ? sentence : null}
}

/** Words before a machine among which one for “only” may stand: `only the old gate server`. */
const NEAR = 3

/** The machines that a cell names, folded: no network, no people, and not any. */
function namesIn(text: string, locale: string): string[] {
  const parts = foldSearch(plainText(text).replaceAll(/[(（[][^)）\]]*[)）\]]/gu, ' ')).split(partRE(locale))
  return parts
    .map((part) => part.trim())
    .filter(
      (name) =>
        name.length >= (unspacedRE.test(name) ? SHORTEST - 1 : SHORTEST) &&
        name.length <= LONGEST &&
        /\p{L}/u.test(name) &&
        !isAnyEnd(name, locale) &&
        !isWhere(name, locale),
    )
}

const partRE = onceByLocale(
  (locale) => new RegExp(`[,;/、，\\n]|\\s(?:${conjunctionsOf(locale).join('|')})\\s`, 'u'),
)

/** Whether a name is one of a network or of people. */
function isWhere(name: string, locale: string): boolean {
  const words = limitPatternsOf(locale)
  const {people, places} = restrictionWordsOf(locale)
  const last = name.split(' ').at(-1) ?? ''
  return (
    words.places.has(last) ||
    words.placeEnds.some((end) => last.endsWith(end)) ||
    words.placesAnywhere.some((end) => name.endsWith(end)) ||
    (!name.includes(' ') && !unspacedRE.test(name) && (people.isIn(name) || places.isIn(name)))
  )
}

/** A name in a sentence, whose words may have other endings. */
function patternOf(name: string): RegExp {
  const words = name.split(' ').map((word) => {
    const stem = word.length >= LONG_WORD && /^\p{L}+$/u.test(word) ? word.slice(0, -ENDING) : word
    const ending = stem === word ? `\\p{L}{0,${ENDING}}` : `\\p{L}{0,${2 * ENDING}}`
    return `${stem.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}${/\p{L}$/u.test(stem) ? ending : ''}`
  })
  return unspacedRE.test(name)
    ? new RegExp(name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s?'), 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s')}(?![\\p{L}\\p{N}])`, 'u')
}
