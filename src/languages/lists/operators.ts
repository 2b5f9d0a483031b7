/** The small words of a language by which a sentence makes an exception, limits what it says, sets a condition, or names two ends. */
import {z} from 'zod'
import {byTag} from './by-tag.ts'
import data from './operators.json' with {type: 'json'}

const words = z.array(z.string())

/** Words as in a lexicon, in small letters; all may be empty. */
const operatorsSchema = z.strictObject({
  /** Phrases that make an exception for certain: “except”, “with the exception of”. */
  except: words,
  /** Words that may make one, and mean other things as well: “other”, “but”, “without”. */
  maybeExcept: words,
  /** Phrases for “unless”, which is also an “if not” and an “except if”. */
  unless: words,
  /** Adjectives with a “not” inside them, with a star for what stands between its ends: “inaccessible” is `in*ble*`. */
  negated: words.default([]),
  /** Words for “outside”, by which a language says “not in”. */
  outside: words.default([]),
  /** Words that limit for certain: “only”. */
  only: words,
  /** Words that set a condition for certain: “if”. */
  if: words,
  /** Words for “between”, which leave open who calls whom. */
  between: words,
  /**
   * Words by which a sentence may begin with what something is done to, and name who does it later: “by”, “receives”, “lies on”.
   * Empty: not known.
   */
  agent: words,
  /** Particles that mark who acts, right behind a noun. Empty: the order tells. */
  subject: words,
  /** What marks whom or what: particles behind the noun where there are such for who acts, else articles and prepositions before. */
  object: words,
  /** Longer phrases that hold one of these words without its meaning: “not only”, “read-only”. */
  harmless: words,
})

export type Operators = z.infer<typeof operatorsSchema>

/** The words of a tag's language; null where none are known. */
export const operatorsOf = byTag(operatorsSchema, data).ownOf
