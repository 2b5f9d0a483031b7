/** Reads from the words of a note, a cell or a heading whether a port is required, optional, conditional or for old products only. */

import {localeData} from '../../languages/languages.ts'
import {restrictingWordsOf} from '../../languages/lists/restricting.ts'
import type {PortRange, Requirement} from '../../model/schema.ts'
import {conditionsIn, withoutConditions} from '../../text/conditions.ts'
import {formatLocale} from '../../text/format-locale.ts'
import {foldSpace} from '../../text/normalize.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {restrictionWordsOf} from '../limits/restrictions.ts'
import {unspacedRE} from '../limits/word-list.ts'
import {ofVocabularies, vocabulariesInUse} from '../vocabulary/vocabularies.ts'
import {isOfCredential} from './required-credentials.ts'
import data from './requirement.json' with {type: 'json'}

/** Longer notes are read up to here. */
const MAX_LENGTH = 5000
/** A longer cell of a column of requirements is a note. */
export const MAX_CELL = 60

export interface RequirementReading {
  requirement: Requirement
  /** The sentence that says so; null when none does. */
  quote: string | null
}

export const nothing: RequirementReading = {requirement: 'unknown', quote: null}

export const kinds = ['legacy', 'optional', 'conditional', 'required'] as const
type Kind = (typeof kinds)[number]

interface Finders {
  kinds: Record<Kind, PhraseFinder>
  concessive: PhraseFinder
  notConditional: PhraseFinder
  only: PhraseFinder
  oldProducts: PhraseFinder
  currentProducts: PhraseFinder
  closed: PhraseFinder
  not: PhraseFinder
  opens: PhraseFinder
  moved: PhraseFinder
  units: PhraseFinder
}

const finders = ofVocabularies(() => new Map<string, Finders>())

function findersOf(locale: string): Finders {
  const known = finders().get(locale)
  if (known) return known
  const {rules, denial} = localeData(locale)
  const {requirement} = rules
  const made: Finders = {
    kinds: {
      legacy: new PhraseFinder(requirement.legacy),
      optional: new PhraseFinder(requirement.optional),
      conditional: new PhraseFinder(requirement.conditional),
      required: new PhraseFinder(requirement.required),
    },
    concessive: new PhraseFinder(requirement.concessive),
    notConditional: new PhraseFinder(requirement.notConditional),
    only: new PhraseFinder(data.only),
    oldProducts: new PhraseFinder(vocabulariesInUse().flatMap(({products}) => products.old)),
    currentProducts: new PhraseFinder(vocabulariesInUse().flatMap(({products}) => products.current)),
    closed: new PhraseFinder([...denial.words, ...denial.phrases]),
    not: new PhraseFinder(denial.not),
    opens: new PhraseFinder(denial.opens),
    moved: new PhraseFinder(restrictingWordsOf(locale).flatMap(({moved}) => moved)),
    units: new PhraseFinder(unitsOf(locale)),
  }
  finders().set(locale, made)
  return made
}

/**
 * What the strongest sentence says: legacy before optional before conditional before required; else nothing is known.
 *
 * @param ports those of the row itself: what moved to one of them is there now
 */
export function requirementOf(
  note: string | null,
  locale = 'en',
  ports: readonly PortRange[] = [],
): RequirementReading {
  const sentences = splitSentences(foldSpace((note ?? '').slice(0, MAX_LENGTH)))
  const read = sentences.map((quote) => ({quote, said: requirementsIn(quote, locale, ports)}))
  for (const requirement of kinds) {
    const quote = read.find(({said}) => said.has(requirement))?.quote
    if (quote !== undefined) return {requirement, quote}
  }
  return nothing
}

/** What a sentence says of a port, one kind or none but for what a condition adds. */
function requirementsIn(sentence: string, locale: string, ports: readonly PortRange[]): ReadonlySet<Kind> {
  const found = findersOf(locale)
  const all = found.notConditional.without(tokensOf(withoutAsides(sentence, locale)))
  const told = withoutConcessions(all, found.concessive)
  const plain = withoutConditions(told, locale)
  const said = kindsIn(plain, found.kinds, (before) => takesBack(before, locale))
  // “No firewall rule is needed” asks for nothing, and doesn't say of what; the reader decides.
  if (said.has('required') && isDenied(plain, found.kinds.required, locale)) {
    said.delete('required')
    said.add('conditional')
  }
  if (found.moved.isIn(withoutPorts(plain, ports, locale)) && !takesBack(plain, locale)) said.add('legacy')
  if (found.only.isIn(told) && found.oldProducts.isIn(told) && !found.currentProducts.isIn(told))
    said.add('legacy')
  for (const clause of conditionsIn(told, locale)) {
    // What goes wrong without it needs it: “if this port is blocked, nobody can sign in”.
    // What goes wrong with another port needs this one only then.
    const isClosed =
      (found.closed.isIn(clause) || found.not.isNear(found.opens, clause, MAX_CELL)) &&
      !withoutPorts(clause, ports, locale).includes(PORT)
    said.add(isClosed ? 'required' : 'conditional')
  }
  if (said.has('required') && isOfCredential(plain, found.kinds.required, locale)) said.delete('required')
  if (said.has('conditional')) said.delete('required')
  // “Optional if …” is a condition; “(Optional) Used if …” is none.
  if (said.has('conditional') && isFollowedByCondition(told, found.kinds.optional, locale))
    said.delete('optional')
  return said
}

/** Stands for the number of a port in phrases that tell of another one. */
const PORT = '#'

const unitNames = [
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'percent',
] as const
const sizeNames = ['bit', 'byte', 'kilobyte', 'megabyte', 'gigabyte', 'kilobit', 'megabit'] as const

/** What a language calls units of time and of size, in all the forms that follow figures. */
const unitsOf = (locale: string): string[] =>
  [locale, 'en'].flatMap((each) =>
    [...unitNames, ...sizeNames].flatMap((unit) =>
      (['long', 'short'] as const).flatMap((unitDisplay) => {
        const format = new Intl.NumberFormat(formatLocale(each), {style: 'unit', unit, unitDisplay})
        return [1, 2, 5, 100].flatMap((count) =>
          format.formatToParts(count).flatMap(({type, value}) => (type === 'unit' ? value : [])),
        )
      }),
    ),
  )

/** Words with that for each number of another port than these: no number of its own, and none of seconds or users. */
const withoutPorts = (tokens: readonly string[], ports: readonly PortRange[], locale: string): string[] =>
  tokens.map((token, at) => {
    if (!/^[0-9]{2,5}$/u.test(token)) return token
    const isOwn = ports.some(([low, high]) => low <= Number(token) && Number(token) <= high)
    const isCount =
      findersOf(locale).units.endAt(tokens, at + 1) >= 0 ||
      restrictionWordsOf(locale).people.isIn(tokens[at + 1] ?? '')
    return isOwn || isCount ? token : PORT
  })

/** Whether words say that something isn't so, or not yet: `not`, `no longer`, `can be`. */
function takesBack(tokens: readonly string[], locale: string): boolean {
  const {no, notYet} = restrictionWordsOf(locale)
  const words = tokens.join(unspacedRE.test(tokens[0] ?? '') ? '' : ' ')
  return no.isIn(words) || notYet.isIn(words)
}

/** Tokens behind a phrase in which a “no” belongs to it, where a language sets it there: 필요가 없습니다. */
const BEHIND = 3

/** Whether each of the phrases has a “no” before it in its clause, `No rule is needed`, or right behind it without spaces. */
function isDenied(tokens: readonly string[], phrases: PhraseFinder, locale: string): boolean {
  const {no} = restrictionWordsOf(locale)
  return tokens.every((token, at) => {
    const end = phrases.endAt(tokens, at)
    if (end < 0) return true
    const [before, behind] = [lastClause(tokens.slice(0, at)), tokens.slice(end, end + BEHIND).join('')]
    return (
      no.isIn(before.join(unspacedRE.test(before[0] ?? '') ? '' : ' ')) ||
      (unspacedRE.test(token) && no.isIn(behind))
    )
  })
}

/** A remark in brackets with more words of its sentence behind it. */
const asideRE = /[(（]([^()（）]{1,80})[)）](?=\s*\p{L})/gu

/** “Each node (if you have a cluster) sends …” makes a condition for the nodes, and none for the port. */
const withoutAsides = (sentence: string, locale: string): string =>
  sentence.replace(asideRE, (bracket, aside: string, at: number) => {
    const isAside =
      conditionsIn(tokensOf(aside), locale).length > 0 &&
      kindsIn(tokensOf(sentence.slice(0, at)), findersOf(locale).kinds).size === 0
    return isAside ? ' ' : bracket
  })

const isFollowedByCondition = (tokens: readonly string[], phrases: PhraseFinder, locale: string): boolean =>
  tokens.some((_, at) => {
    const end = phrases.endAt(tokens, at)
    return end >= 0 && conditionsIn(tokens.slice(end, end + 1), locale).length > 0
  })

/** The longest phrase at each word counts: “not required” holds “required”, and doesn't mean it. */
function kindsIn(
  tokens: readonly string[],
  phrases: Record<Kind, PhraseFinder>,
  isTakenBack: (before: readonly string[]) => boolean = () => false,
): Set<Kind> {
  const said = new Set<Kind>()
  for (let at = 0; at < tokens.length; ) {
    const ends = kinds.map((kind) => ({kind, end: phrases[kind].endAt(tokens, at)}))
    const longest = ends.reduce((best, each) => (each.end > best.end ? each : best))
    if (longest.end < 0) at++
    else {
      // “No longer deprecated”, “can be replaced by” another: it isn't.
      const isOld =
        longest.kind !== 'legacy' || !isTakenBack(lastClause(tokens.slice(Math.max(0, at - 2), at)))
      if (isOld) said.add(longest.kind)
      at = longest.end
    }
  }
  return said
}

/** The words behind the last punctuation mark; apostrophes and hyphens part no clauses. */
const lastClause = (tokens: readonly string[]): readonly string[] =>
  tokens.slice(tokens.findLastIndex((token) => !/[\p{L}\p{N}'’‐‑-]/u.test(token)) + 1)

/** Without the clause that “even if” opens. */
function withoutConcessions(tokens: readonly string[], concessive: PhraseFinder): string[] {
  const rest: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (concessive.endAt(tokens, at) < 0) rest.push(tokens[at] ?? '')
    else while (at < tokens.length && tokens[at] !== ',' && tokens[at] !== '、') at++
  }
  return rest
}

/** At a full stop, question mark or semicolon before a space; a digit or one letter before it ends no sentence. */
function splitSentences(note: string): string[] {
  return note
    .split(/(?<=[\p{L})]{2}[.?!]|[0-9][.]|;) |(?<=[。！？；])/u)
    .filter((sentence) => sentence.trim() !== '')
}

/** The kinds of requirement that a header names. */
export const kindsOfHeader = (header: string, locale: string): ReadonlySet<Kind> =>
  kindsIn(tokensOf(header), findersOf(locale).kinds)
