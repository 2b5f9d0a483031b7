/** Finds the lexicon of a locale; a locale without one gets empty lists, and the checks that need words stay silent. */

import {z} from 'zod'
import denials from './denials.json' with {type: 'json'}
import {readLanguageFile} from './language-file-fs.ts'
import {knownLocales} from './languages.ts'
import {denialSchema, type Lexicon, lexiconSchema} from './lexicon-schema.ts'

const files: readonly Lexicon[] = knownLocales.flatMap((tag) => {
  const file = readLanguageFile(tag, 'lexicon')
  return file === null ? [] : [lexiconSchema.parse(file)]
})

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
    exception: [],
    contrary: [],
    affirmation: [],
    negationAdded: [],
    condition: [],
    exclusive: [],
    required: [],
    optional: [],
    using: [],
    needless: [],
    receiving: [],
  },
  harmless: [],
  nouns: {},
  synonyms: {},
  qualifiers: {},
  numbers: {},
  acronyms: {},
  products: {},
  unchanged: [],
  small: [],
}

/** For languages without a file of their own the words for “not” are known, and nothing else. */
const denialLexicons = new Map(
  Object.entries(z.record(z.string(), denialSchema).parse(denials)).map(
    ([locale, concepts]): [string, Lexicon] => [
      locale,
      {...emptyLexicon, locale, concepts: {...emptyLexicon.concepts, ...concepts}},
    ],
  ),
)

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
    const known = file ?? denialLexicons.get(head)
    if (known) return known
  }
  return emptyLexicon
}
