/** Where an English sentence makes an exception, limits what it says or sets a condition, and what may be rendered so though it doesn't. */
import {memoize} from '../../../text/memoize.ts'
import {withoutAddresses} from '../addresses.ts'
import {withoutIdentifiers} from '../identifiers.ts'
import {EXCEPTING_BUT, readEnglishDenial} from './english-denial.ts'

/** "Except", "all but the lab", "but not from there". */
const EXCEPT_RE = new RegExp(
  [
    String.raw`\bexcept(?:ing|ed)?\b(?! (?:if|when|that)\b)`,
    String.raw`\bexclud(?:e|es|ed|ing)\b`,
    String.raw`\bwith the exceptions? of\b`,
    String.raw`\b(?:other than|apart from|aside from)\b`,
    EXCEPTING_BUT,
    String.raw`\bbut not (?!only\b)`,
  ].join('|'),
  'gi',
)

/** Other languages may put these as an exception. */
const LIKE_EXCEPTION_RE =
  /\b(?:but|also|too|as well|plus|along|together|both|save|saved|extra|exempt\w*|omit\w*|leav\w*|left|remov\w*|delet\w*|eliminat\w*|strip\w*|clear\w*|debug\w*|troubleshoot\w*|divid\w*|divi\w*|further\w*|not|more|beyond|aside|minus)\b/i

/** Other languages may put these as an "only". */
const LIKE_ONLY_RE = new RegExp(
  String.raw`\b(?:${String.raw`only just sole(?:ly)? single singly one 1 lone alone exclusiv\w* exclud\w* except\w* restrict\w* limit\w* confin\w* reserv\w*
    dedicat\w* privat\w* mere(?:ly)? simpl[ye] unique(?:ly)? specif\w* special\w* strict(?:ly)? pure(?:ly)? unless until no not cannot never
    none nothing without other\w* own once sufficient\w* enough suffic\w* need minim\w* few\w* little less most maxim\w* small\w* particular
    individual\w* solitary first after before either rather instead same if when whenever while where during in\scase easy easily
    scope\w* isolat\w* bound tied narrow\w* required\sto must still until last latest newly recently partial partially part parts`
    .trim()
    .split(/\s+/)
    .join('|')})\b|n't\b`,
  'i',
)

/** Other languages may put these as a clause with "if"; a sentence with any of them says under which circumstances. */
const LIKE_CONDITION_RE = new RegExp(
  String.raw`\b(?:${String.raw`if when whenever where wherever while once unless until whether should case with without as after before upon during
    for on in at by to depending provid\w* given assum\w* suppos\w* optional\w* need\w* requir\w* necess\w* applicab\w* possib\w* availab\w* who
    that which whose conditional\w* otherwise else or via through per since because so \w+ing default\w* not\s(?:\w+e[dn]|read|sent|set|met|kept|found|built) licens\w* fail\w* error\w*`
    .trim()
    .split(/\s+/)
    .join('|')})\b`,
  'i',
)

export interface EnglishOperators {
  /** How many exceptions it makes. */
  exceptions: number
  /** An exception in the translation is no surprise. */
  mayExcept: boolean
  /** An "only" in the translation is no surprise. */
  mayLimit: boolean
  /** An "if" in the translation is no surprise. */
  mayCondition: boolean
}

const MEMORY = 500

/** Reads a sentence, or a text of several; the answer is shared. */
export const readEnglishOperators = memoize((sentence): EnglishOperators => {
  const text = withoutIdentifiers(withoutAddresses(sentence))
  const {nots, excepts, contraries} = readEnglishDenial(sentence)
  const exceptions = text.match(EXCEPT_RE)?.length ?? 0
  return {
    exceptions,
    mayExcept: excepts || nots > 0 || contraries > 0 || LIKE_EXCEPTION_RE.test(text),
    mayLimit: LIKE_ONLY_RE.test(text),
    mayCondition: exceptions > 0 || LIKE_CONDITION_RE.test(text),
  }
}, MEMORY)
