/** Knows a sentence of a row that forbids to others than those whom the row names: “Block from everywhere else”, “Never expose this port to guests”. */
import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {isOneOf} from '../../text/locale-words.ts'
import {foldSearch} from '../../text/normalize.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {denialIn} from '../denied-text.ts'
import {endpointOf} from '../endpoints/endpoint-of.ts'
import {zoneOf} from '../endpoints/endpoints.ts'
import type {RowCell} from '../row/row-cell.ts'
import {limitPatternsOf} from './limit-words.ts'
import {restrictionWordsOf} from './restrictions.ts'
import {namesWhere} from './sentence-limits.ts'
import {type Limit, sentencesOf} from './stated-limits.ts'
import {unspacedRE} from './word-list.ts'

/** Columns of words about the row. */
const telling: ReadonlySet<ColumnKind> = new Set(['notes', 'requirement', 'service', 'other'])
/** Letters by which words of two forms are the same. */
const STEM = 4
const wordRE = /[\p{L}\p{M}\p{N}]+/gu

/** What forbids in a row is of others, sentence by sentence. Empty where one sentence forbids the row itself, or none forbids. */
export function deniedOthersIn(row: readonly RowCell[], cell: RowCell, locale: string): string[] {
  if (!telling.has(cell.kind)) return []
  const denials = sentencesOf(cell.text, cell.text.length).filter(
    (sentence) => denialIn(sentence, locale) !== null,
  )
  const sources = row.flatMap(({kind, text}) => (kind === 'source' && text !== '' ? [text] : []))
  const isOutside = row.some(
    ({kind, text}) =>
      (kind === 'source' || kind === 'destination') &&
      zoneOf(endpointOf(text, locale)?.id ?? 'any') === 'internet',
  )
  const isOfOthers = (sentence: string): boolean =>
    namesOthers(sentence, locale) &&
    !sources.some((source) => isNamedIn(sentence, source, locale)) &&
    !(
      isOutside &&
      !restrictionWordsOf(locale).people.isIn(foldSearch(sentence)) &&
      !isElsewhere(sentence, locale)
    )
  // Of a row that names nobody it can't be said who the others are.
  return sources.length > 0 && denials.every(isOfOthers) ? denials : []
}

/** All such sentences of a row, as limits of those who connect. */
export const othersDenied = (row: readonly RowCell[], locale: string): Limit[] =>
  row
    .filter(({isKnown, text}) => isKnown && text !== '')
    .flatMap((cell) => deniedOthersIn(row, cell, locale))
    .map((quote) => {
      const words = foldSearch(quote).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      return {side: 'source', kind: 'except', name: words, words, quote}
    })

const isElsewhere = (sentence: string, locale: string): boolean =>
  restrictionWordsOf(locale).elsewhere.isIn(foldSearch(sentence))

/** Whether each part of a sentence that forbids names those whom it is about. */
function namesOthers(sentence: string, locale: string): boolean {
  const clauses = sentence.split(clauseEndRE).filter((clause) => denialIn(clause, locale) !== null)
  return (clauses.length > 0 ? clauses : [sentence]).every((clause) => {
    const folded = foldSearch(clause)
    const {people, elsewhere} = restrictionWordsOf(locale)
    if (elsewhere.isIn(folded)) return true
    if (unspacedRE.test(folded)) return namesWhere(folded, locale)
    // “Administrators should never open this port” is of the port.
    if (people.isIn(folded)) return !people.opens(folded)
    return limitPatternsOf(locale).ways.some((way) => {
      const name = way.exec(folded)?.groups?.['x']?.trim() ?? ''
      const [first = ''] = name.split(' ')
      return namesWhere(name, locale) && !isOneOf(first, localeData(locale).anyWords)
    })
  })
}

/** Whether a sentence speaks of an end: by all words of its name, or by the one for people in it. */
export function isNamedIn(sentence: string, end: string, locale: string): boolean {
  const [told, name] = [foldSearch(sentence), foldSearch(end)]
  if (unspacedRE.test(name)) return told.includes(name)
  const {people} = restrictionWordsOf(locale)
  const stems = (told.match(wordRE) ?? []).map((word) => word.slice(0, STEM))
  const isTold = (word: string): boolean => stems.includes(word.slice(0, STEM))
  const words = (name.match(wordRE) ?? []).filter((word) => word.length > 2)
  return words.length > 0 && (words.every(isTold) || words.some((word) => people.isIn(word) && isTold(word)))
}
