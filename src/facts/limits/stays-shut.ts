/** Knows a sentence by which ports have to be closed, or stay so: `The following ports must remain closed`, `Musí zůstat zavřené`. */
import {restrictingWordsOf} from '../../languages/lists/restricting.ts'
import {conditionsIn} from '../../text/conditions.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {WordList} from './word-list.ts'

/** Words that say something else, and letters of one: `Blocked senders must be reported by mail`. */
const [OTHER_WORDS, LETTERS] = [1, 4]

const wordRE = /[\p{L}\p{M}\p{N}'’-]+/gu

const wordsOf = onceByLocale((locale) => {
  const all = restrictingWordsOf(locale)
  const list = (...keys: ('shut' | 'staying' | 'these' | 'no')[]) =>
    new WordList(keys.flatMap((key) => all.flatMap((words) => words[key])))
  return {shut: list('shut'), staying: list('staying'), these: list('these'), no: list('no')}
})

/** Whether nothing else is said of ports in one of its clauses, which may stand in a cell alone, and no condition. */
export function staysShut(sentence: string, locale: string, ports: (word: string) => boolean): boolean {
  if (conditionsIn(tokensOf(sentence), locale).length > 0) return false
  return foldSearch(sentence)
    .split(clauseEndRE)
    .some((clause) => {
      const {shut, staying, these, no} = wordsOf(locale)
      if (!shut.isIn(clause) || !staying.isIn(clause) || no.isIn(clause)) return false
      const left = [shut, staying, these].reduce((text, list) => list.without(text), clause)
      const others = (left.match(wordRE) ?? []).filter((word) => word.length >= LETTERS && !ports(word))
      return others.length <= OTHER_WORDS
    })
}
