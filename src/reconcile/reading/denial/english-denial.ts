/**
 * What an English sentence denies: how often it says "not", and which of its words other languages say with a "not"
 * inside them, such as "other than", "only" and "invalid".
 */
import {memoize} from '../../../text/memoize.ts'
import {withoutAddresses} from '../addresses.ts'
import {withoutIdentifiers} from '../identifiers.ts'

/** One expression for words given by their beginnings (`fail*`) or whole. */
const wordsRE = (words: string, flags = 'gi'): RegExp =>
  new RegExp(
    `\\b(?:${words
      .trim()
      .split(/\s+/)
      .map((word) => word.replace('*', '[a-z-]*'))
      .join('|')})(?![a-z])`,
    flags,
  )

const NOT_RE =
  /\b(?:not|cannot|[a-z]+n't|never|without|neither|nothing|nobody|unable|no longer)\b|^no\b|\bno (?=[a-z])/gi

/** Phrases with a "not" in them that deny nothing, or that are said without one as easily. */
const DENIES_NOTHING_RE = new RegExp(
  [
    String.raw`\bor not\b`,
    String.raw`\bnot (?:just|only|merely|simply|necessarily)\b`,
    String.raw`\b(?:not|[a-z]+n't) (?:[a-z]+ ){0,4}until\b`,
    String.raw`\bno(?:t|) (?:more|less|fewer|later|earlier|matter)\b`,
    String.raw`\b(?:do not|don't) (?:forget|hesitate)\b`,
    String.raw`\bno\. ?\d`,
    // "If it does not, …" is "otherwise, …".
    String.raw`\bif (?:not|(?:it|they|this|that) (?:does|do|is|are) not)(?=,)`,
  ].join('|'),
  'gi',
)

/** What another language may say as "not this one", "nothing but" or "as long as it is not". */
const EXCEPTION_RE = wordsRE(`
  only just solely except* exclu* other* another else differ* distinct* separate* various unlike unless until apart
  besides beyond outside instead rather alternat* addition* vary varies
`)

/** "All but the lab": a "but" that excepts. */
export const EXCEPTING_BUT = String.raw`\b(?:all|any|every|none|no|nothing|(?:any|every)(?:one|body|thing|where)|nobody|no one)(?: [a-z-]+){0,2} but (?!not\b)`
const EXCEPTING_BUT_RE = new RegExp(EXCEPTING_BUT, 'i')

const PLAIN_UN =
  '(?!able(?![a-z])|der|til(?![a-z])|ified|its?(?![a-z])|ique|ivers|ion|icast|icode|less(?![a-z]))'
/** English words that say with one part "not", or the contrary of something: "unassigned", "invalid", "fails". */
const CONTRARY_RE = wordsRE(`
  un${PLAIN_UN}[a-z]{3,} non[a-z-]* (?!unless)[a-z]{3,}less illegal*
  disabl* disallow* disappear* discard* disconnect* discontinu* disregard* dismiss* disqualif* distrust*
  invalid* incorrect* inactiv* inaccessib* incompatib* incomplet* inconsisten* inabilit* insufficien* inadequa* insecur*
  independen* indirect* infinit* ineligib* inappropriat* inaccurat* insensitiv* invisib* indefinit*
  impossib* improper* impractic* immutab* irrelevan* irrespectiv* irregular*
  fail* deny denies denied denial refus* reject* block* drops dropped prevent* avoid* prohibit* forbid* lack* missing
  missed misses absen* empty blank none wrong* bad anonymous* ignor* skip* regardless optional* down offline
`)

/** English that a translation may put as a denial of the contrary, though nothing in it is denied. */
const LOOSE_RE = wordsRE(
  `no none less least most minimum maximum few* little legacy whether otherwise stop* free hidden hide private too hard
  difficult intact spam junk cleartext plaintext idle stale remain* keep* stay* same limit* conflict* remov* bypass* exempt*
  off out default*`,
  'i',
)

/** A bound: "no more than", "not later than". */
const AT_MOST_RE = /\b(?:up to|within)\b/i

const NEEDLESS_RE =
  /\b(?:not|no longer|isn't|aren't) (?:[a-z]+ )?(?:required|needed|necessary|used|applicable)\b|\bno need\b/i

/** "Not without", "never unless", "none other than": must, or only. */
const DOUBLE_RE =
  /\b(?:not|no|none|nothing|cannot|[a-z]+n't|never)\b.*\b(?:without|unless|except)\b|\b(?:no|none|nothing|nobody)\b.*\bother than\b/i

export interface EnglishDenial {
  /** How often something is denied. */
  nots: number
  /** There is an "only", an "other" or an "unless". */
  excepts: boolean
  /** Number of words such as "invalid". */
  contraries: number
  /** What is denied is a need: "not required". */
  needless: boolean
  /** Two denials that make an affirmation. */
  double: boolean
  /** A translation with a "not" in it is no surprise. */
  loose: boolean
}

const MEMORY = 500

/** Something of each word for "not": without it, nothing is denied. */
const SIGN_OF_NOT_RE = /no|n't|never|without|neither|unable/i

/** Whether the English may deny something: most texts don't, and are read no further. */
export const mayDeny = (sentence: string): boolean => SIGN_OF_NOT_RE.test(sentence)

/** Reads a sentence, or a text of several; the answer is shared. */
export const readEnglishDenial = memoize((sentence): EnglishDenial => {
  const words = withoutIdentifiers(withoutAddresses(sentence))
  const text = words.replace(DENIES_NOTHING_RE, ' ')
  const excepts = count(text, EXCEPTION_RE) > 0 || EXCEPTING_BUT_RE.test(text)
  const contraries = count(text, CONTRARY_RE)
  return {
    nots: count(text, NOT_RE),
    excepts,
    contraries,
    needless: NEEDLESS_RE.test(text),
    double: DOUBLE_RE.test(text),
    loose: excepts || contraries > 0 || text !== words || LOOSE_RE.test(text) || AT_MOST_RE.test(text),
  }
}, MEMORY)

const count = (text: string, re: RegExp): number => text.match(re)?.length ?? 0
