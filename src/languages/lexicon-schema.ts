/** What the checks know of the words of a language: `lexicon.json` in its folder, all of this shape. */
import {z} from 'zod'

const words = z.array(z.string())

/**
 * Words are matched on text with width, case, apostrophes and spaces folded. A word in an alphabet must stand alone,
 * `entrant*` also with an ending; `ne…que` with others between its parts; a word in Han, kana or Hangul matches anywhere.
 * Lists may be empty: a check whose list is empty asks nothing.
 */
export const lexiconSchema = z.object({
  locale: z.string(),
  /** Tags that this file serves, beginnings included: `fr` serves `fr-CA`. */
  matches: words,
  /** Words for an endpoint that can be anything: the recommended ones, and those that a reader still understands. */
  any: z.object({
    approved: words,
    understood: words,
    /** Words of the cell that must agree with the first approved one: `peut être défini ` → `peut être définie `. */
    agreement: z.record(z.string(), z.string()),
  }),
  /** Words that carry a meaning which a firewall rule can't do without. */
  concepts: z.object({
    inbound: words,
    outbound: words,
    source: words,
    destination: words,
    internal: words,
    external: words,
    from: words,
    to: words,
    /** Words that deny: “not”, “no”, “never”, “without”. */
    negation: words,
    /** Words that can deny but mostly mean “other than”, “different”, “unless” or “nothing but”: 以外, `ne…que`. */
    exception: words,
    /** Words with a “not” inside them that English says by one word of its own: 無効 for “invalid”, `non autoris*`. */
    contrary: words,
    /** Longer words with a “not” in them that deny nothing: なければなりません, `sans doute`. */
    affirmation: words,
    /** Strong words for “not”, whose presence alone tells that a text denies something. */
    negationAdded: words,
    condition: words,
    exclusive: words,
    required: words,
    optional: words,
    using: words,
    /** Words that deny a need all by themselves: `inutil*` for “not required”. */
    needless: words.default([]),
    /** Words for “receives”, by which a text says where something goes to from the other end. */
    receiving: words.default([]),
  }),
  /** Longer words that hold one of the words above without its meaning: 使用者 is no 使用. */
  harmless: words,
  /** Acceptable renderings of nouns that stand alone in headers and short cells, by English singular. */
  nouns: z.record(z.string(), words),
  /**
   * Right words for further English nouns, all that are usual: for another one than a human text has, nobody is told off.
   * None is asked for.
   */
  synonyms: z.record(z.string(), words).default({}),
  /** Words that tell one machine or address from its like, by the English one: “private”, “reverse”, “member”. */
  qualifiers: z.record(z.string(), words).default({}),
  /** Small numbers as words, by their value. */
  numbers: z.record(z.string(), words).default({}),
  /** Renderings in which an abbreviation may be spelt out or replaced. */
  acronyms: z.record(z.string(), words),
  /** Official names of products in this locale, beside the English one; vocabularies add theirs. */
  products: z.record(z.string(), words).default({}),
  /** English words that are right as they stand, alone in a cell too. */
  unchanged: words,
  /** The commonest small words of the language, to tell languages with one alphabet apart; empty for others. */
  small: words,
})

export type Lexicon = z.infer<typeof lexiconSchema>
export type Concept = keyof Lexicon['concepts']

/** Words for “not” of a language of which nothing else is known, as in `concepts`. */
export const denialSchema = z.strictObject({
  negation: words,
  exception: words.default([]),
  contrary: words.default([]),
  affirmation: words.default([]),
  negationAdded: words.default([]),
  needless: words.default([]),
})
