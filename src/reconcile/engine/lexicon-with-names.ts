/** The lexicon of a language with what the vocabularies in use add to it: official names of products, words that stay. */
import {inLanguage} from '../../facts/vocabulary/vocabularies.ts'
import {lexiconOf} from '../../languages/lexicon.ts'
import type {Lexicon} from '../../languages/lexicon-schema.ts'

export const lexiconWithNames = (locale: string): Lexicon => {
  const lexicon = lexiconOf(locale)
  const added = inLanguage(locale)
  return {
    ...lexicon,
    products: Object.assign({}, lexicon.products, ...added.map(({products}) => products)),
    unchanged: [...lexicon.unchanged, ...added.flatMap(({unchanged}) => unchanged)],
  }
}
