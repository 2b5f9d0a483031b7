/**
 * Knows a sentence by which the ports that it points at are in no use: `None of the following ports is needed`, `These are disabled`.
 * It counts where the words for pointing, for use and for “not” stand so near each other that they can belong to nothing else: a
 * relative clause has uses and negations of its own.
 */
import {localeData} from '../../languages/languages.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {restrictionWordsOf} from './restrictions.ts'
import {type Span, unspacedRE, WordList} from './word-list.ts'

/** Words between two of the three, and letters where there are no spaces. */
const NEAR = {words: 3, letters: 8}
/** The same before the ports: longer ones name what else is used. */
const SHORT = {word: 3, letters: 3}
/** Behind a word for none: `nessuna delle seguenti`. */
const PARTITIVE = 5
/** Letters behind the last of them, where there are no spaces: an ending of the verb. */
const ENDING = 5

const wordRE = /[\p{L}\p{M}\p{N}'’-]+/gu

interface PointingWords {
  pointing: WordList
  ports: WordList
  not: WordList
}

const pointingWordsOf = onceByLocale((locale): PointingWords => {
  const {denial, portWords} = localeData(locale)
  return {
    pointing: new WordList(denial.pointers),
    ports: new WordList(portWords),
    not: new WordList(denial.not),
  }
})

/** The ports of a table that a sentence points at, or those whose numbers it says. */
export type UnusedPorts = 'these' | 'numbered'

/** Whether a sentence beside a table of ports says of those that it points at that nothing uses them; or of those that it numbers. */
export function tellsNoUse(sentence: string, locale: string, meant: UnusedPorts): boolean {
  const folded = foldSearch(sentence)
  if (restrictionWordsOf(locale).ensuring.isIn(folded)) return false
  return folded.split(clauseEndRE).some((clause) => isOfNoUse(clause, locale, meant))
}

function isOfNoUse(clause: string, locale: string, meant: UnusedPorts): boolean {
  const words = restrictionWordsOf(locale)
  // “Not used by other software” asks for free ports.
  if ([words.remaining, words.refusing, words.closing].some((list) => list.isIn(clause))) return false
  const {pointing, ports} = pointingWordsOf(locale)
  const told: Told = {
    clause,
    locale,
    pointers:
      meant === 'numbered'
        ? numbered(clause, ports.spansIn(clause))
        : [pointing, words.ahead, words.these].flatMap((list) => list.spansIn(clause)),
    uses: words.inUse.spansIn(clause),
    ports: ports.spansIn(clause),
  }
  const plain = words.plain.spansIn(clause)
  const denials = [
    ...[words.no, words.nobody, pointingWordsOf(locale).not]
      .flatMap((list) => list.spansIn(clause))
      .filter((each) => !plain.some((span) => isWithin(each, span))),
    ...words.noLonger.spansIn(clause),
  ]
  return told.pointers.some(
    (pointer) =>
      denials.some((denial) => told.uses.some((use) => isDenied(told, pointer, denial, use))) ||
      words.outOfUse.spansIn(clause).some((state) => isState(told, pointer, state)),
  )
}

/** Numbers right behind a word for ports, and those that follow one in a list. */
const numbered = (clause: string, ports: readonly Span[]): Span[] =>
  ports.flatMap(({end}) => {
    const [list = ''] = /^\P{L}*[0-9]/u.test(clause.slice(end))
      ? (/^\P{L}+/u.exec(clause.slice(end)) ?? [])
      : []
    return list === '' ? [] : [{start: end, end: end + list.length}]
  })

interface Told {
  /** Folded. */
  clause: string
  locale: string
  pointers: readonly Span[]
  uses: readonly Span[]
  ports: readonly Span[]
}

/** Whether a negation is of a use, and the use of what is pointed at. */
function isDenied(told: Told, pointer: Span, denial: Span, use: Span): boolean {
  const [first, second, third] = [pointer, denial, use].toSorted((a, b) => a.start - b.start)
  if (first === undefined || second === undefined || third === undefined) return false
  const longest = first === denial && second === pointer ? PARTITIVE : SHORT.word
  if (!isJoined(told, first, second, pointer, longest) || !isJoined(told, second, third, pointer))
    return false
  const left = told.clause.slice(third.end)
  // Without spaces a relative clause stands before what it is about, and a verb at the end.
  if (third !== pointer && unspacedRE.test(left) && lettersIn(left) > ENDING) return false
  // “They are used and no … is needed”: the first use counts. Behind its verb a negation follows at once, or ends the clause.
  const isOfFirst =
    first !== pointer || !told.uses.some(({start}) => start > pointer.end && start < second.start)
  const isOfVerb = second.end + 1 === third.start || !wordIn(left)
  return isOfFirst && (third !== denial || first !== pointer || unspacedRE.test(left) || isOfVerb)
}

/** Whether a word for what is out of use is said of what is pointed at, and nothing is said of whom or what for. */
function isState(told: Told, pointer: Span, state: Span): boolean {
  const [first, second] = pointer.start < state.start ? [pointer, state] : [state, pointer]
  const {besideState, other, reach} = restrictionWordsOf(told.locale)
  const left = [besideState, other, reach].reduce(
    (text, list) => list.without(text),
    told.clause.slice(state.end),
  )
  const isAtEnd = unspacedRE.test(left) ? lettersIn(left) <= ENDING : !wordIn(left)
  return isJoined(told, first, second, pointer) && (state.start < pointer.start || isAtEnd)
}

/** Whether two words stand near each other, one after the other; before what is pointed at no noun is between them. */
function isJoined(told: Told, before: Span, after: Span, pointer: Span, longest = SHORT.word): boolean {
  if (before.end > after.start) return false
  const between = withoutSpans(told, before.end, after.start)
  if (unspacedRE.test(between))
    return lettersIn(between) <= (after === pointer ? SHORT.letters : NEAR.letters)
  const words = between.match(wordRE) ?? []
  return words.length <= NEAR.words && (after !== pointer || words.every(({length}) => length <= longest))
}

/** A part of a clause without its words for ports. */
const withoutSpans = ({clause, ports}: Told, from: number, to: number): string =>
  ports
    .filter(({start, end}) => start >= from && end <= to)
    .toReversed()
    .reduce(
      (text, {start, end}) => text.slice(0, start - from) + text.slice(end - from),
      clause.slice(from, to),
    )

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

const wordIn = (text: string): boolean => lettersIn(text) > SHORT.word
