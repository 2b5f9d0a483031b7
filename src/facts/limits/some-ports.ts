/** Knows by words that of a range of ports not all are meant, or of one that more are: `even ports only`, `one per call`. */
import {restrictingWordsOf} from '../../languages/lists/restricting.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {sentencesOf} from './stated-limits.ts'
import {WordList} from './word-list.ts'

const wordsOf = onceByLocale((locale) => {
  const all = restrictingWordsOf(locale)
  const anywhere = all.flatMap(({somePorts}) => somePorts)
  return {
    anywhere: new WordList(anywhere),
    beside: new WordList([...anywhere, ...all.flatMap(({someOfRange}) => someOfRange)]),
  }
})

/** Whether a remark right beside ports says so, in a word: `even`, `pairs`. */
export const isOfSomePorts = (remark: string, locale: string): boolean =>
  wordsOf(locale).beside.isIn(foldSearch(remark))

/** The sentence of a note that says so of ports; null for none. */
export const somePortsIn = (text: string, locale: string): string | null =>
  sentencesOf(text).find((sentence) => wordsOf(locale).anywhere.isIn(foldSearch(sentence))) ?? null
