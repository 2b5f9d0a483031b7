/** Reads columns that say whether a rule or a service is on, such as `Enabled by default`: what is off is not denied. */
import {localeData} from '../languages/languages.ts'
import {blockingWordsOf} from '../languages/lists/blocking.ts'
import type {ColumnKind} from '../model/schema.ts'
import {isOneOf} from '../text/locale-words.ts'
import {onceByLocale} from '../text/memoize.ts'
import {foldSearch} from '../text/normalize.ts'
import {senseOfHeader} from './denied-text.ts'
import {WordList} from './limits/word-list.ts'
import type {RowCell} from './row/row-cell.ts'
import {answerIn} from './transport-ticks.ts'

/** A longer header is a sentence. */
const MAX_HEADER = 60

interface StateWords {
  byDefault: WordList
  states: readonly string[]
  on: WordList
  off: WordList
}

const wordsOf = onceByLocale((locale): StateWords => {
  const all = blockingWordsOf(locale)
  return {
    byDefault: new WordList(all.flatMap(({byDefault}) => byDefault)),
    states: all.flatMap(({states}) => states),
    on: new WordList(all.flatMap(({on}) => on)),
    off: new WordList(all.flatMap(({off}) => off)),
  }
})

/** Whether a header asks in what state something comes or is: `Default state`, `Enabled by default`, `Status`. */
function asksForState(header: string, locale: string): boolean {
  if (header === '' || header.length > MAX_HEADER) return false
  const {byDefault, states} = wordsOf(locale)
  const isOne = isOneOf(header, states) || byDefault.isIn(foldSearch(header))
  return isOne && senseOfHeader(header, locale) !== 'deny'
}

const isOnly = (list: WordList, folded: string): boolean =>
  list.isIn(folded) && !/[\p{L}\p{N}]/u.test(list.without(folded))

/** What a cell answers to a header that asks for a state; null where it says something else, such as `Denied`. */
export function stateIn(text: string, header: string, locale: string): 'on' | 'off' | null {
  if (!asksForState(header, locale)) return null
  const {answers} = localeData(locale)
  const {on, off} = wordsOf(locale)
  const folded = foldSearch(text)
  if (isOneOf(text, answers.yes) || isOnly(on, folded)) return 'on'
  return isOneOf(text, answers.no) || isOnly(off, folded) ? 'off' : null
}

const holding: ReadonlySet<ColumnKind> = new Set(['other', 'notes', 'requirement'])

/** Whether a cell tells a state, of a column that nothing else reads, or whose header may ask for one; `Yes` to a requirement is none. */
export const isState = ({kind, text, header}: RowCell, locale: string): boolean =>
  holding.has(kind) &&
  stateIn(text, header, locale) !== null &&
  (kind !== 'requirement' || answerIn(text, locale) === null)
