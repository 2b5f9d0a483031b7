/** Finds the lexicon of a locale; a locale without one gets empty lists, and the checks that need words stay silent. */
import fr from './fr-FR.json' with {type: 'json'}
import ja from './ja-JP.json' with {type: 'json'}
import type {Lexicon} from './schema.ts'
import zhTw from './zh-TW.json' with {type: 'json'}

/** One line a locale: this list is all that a new file needs. */
const files: readonly Lexicon[] = [fr, ja, zhTw]

export const emptyLexicon: Lexicon = {
  locale: 'und',
  matches: [],
  any: {approved: [], understood: [], agreement: {}},
  concepts: {
    inbound: [],
    outbound: [],
    source: [],
    destination: [],
    internal: [],
    external: [],
    from: [],
    to: [],
    negation: [],
    negationAdded: [],
    condition: [],
    exclusive: [],
    required: [],
    optional: [],
    using: [],
  },
  harmless: [],
  nouns: {},
  acronyms: {},
  products: {},
  unchanged: [],
  small: [],
}

/** Locales with a lexicon of their own, sorted. */
export const lexiconLocales: string[] = files.map((file) => file.locale).toSorted()

/** All lexicons: to recognise text of another language. */
export const lexicons = files

/** The lexicon of a locale: its own, else that of the longest beginning of its tag, else an empty one. */
export const lexiconOf = (locale: string): Lexicon => {
  for (
    let head = locale.toLowerCase();
    head !== '';
    head = head.slice(0, Math.max(0, head.lastIndexOf('-')))
  ) {
    const file = files.find((one) => [one.locale, ...one.matches].some((tag) => tag.toLowerCase() === head))
    if (file) return file
  }
  return emptyLexicon
}
