/** What is said around a table that limits its rows: all of them, or those whose ports a sentence names. */
import {
  denialBefore,
  endsPointing,
  isAboutPorts,
  isAboutTable,
  pointsAtPorts,
} from '../../facts/denied-text.ts'
import {namesMachine} from '../../facts/direction/machine-words.ts'
import {isIdentifier} from '../../facts/heading-sense.ts'
import {deniesAccess, deniesOuter} from '../../facts/limits/guarded-zones.ts'
import {ownPortsIn} from '../../facts/limits/own-ports.ts'
import {restrictionWordsOf} from '../../facts/limits/restrictions.ts'
import type {Limit} from '../../facts/limits/sentence-limits.ts'
import {
  isShort,
  limitsIn,
  restrictsOccasion,
  sentencesOf,
  unclearLimitIn,
} from '../../facts/limits/stated-limits.ts'
import {tellsNoUse, type UnusedPorts} from '../../facts/limits/unused-ports.ts'
import {intersectRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import {markOf} from '../../facts/remarks/note-marks.ts'
import type {PortLimits} from '../../facts/table-frame.ts'
import {readingOf} from '../../model/edition.ts'
import type {ColumnKind, PortRange} from '../../model/schema.ts'
import {plainText} from '../../text/cell-structure.ts'
import {once} from '../../text/memoize.ts'
import {foldSearch, foldSpace} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import type {MergedTable} from '../merge.ts'
import {type NamedPorts, portsNamedIn} from './named-ports.ts'
import type {ContextText} from './table-context.ts'
import {marksOf} from './table-notes.ts'

/** What limits all rows, and what limits those with some ports. */
export interface TableLimits extends PortLimits {
  ofPorts: (ports: readonly PortRange[], transports: readonly string[]) => PortLimits
}

interface Told extends PortLimits {
  /** The ports of the table that it names. */
  named: readonly NamedPorts[]
  /** Whether it is about all others: “only port 7001 is for guests”. */
  isOfOthers: boolean
}

/** Characters around the words of a limit, and words of one that names no way: `Admins only`. */
const [FEW_CHARACTERS, FEW_WORDS] = [3, 4]
/** Characters that are read of a paragraph: no cell is as long. */
const LONGEST = 100_000
/** Words beside a limit that tell of access, and of nothing else: `El acceso está`. */
const FEW_BESIDE = 3
/** Of words in these scripts each character is a token. */
const syllableRE = /[\p{Script=Hiragana}\p{Script=Hangul}]/u
const beside: ReadonlySet<ContextText['role']> = new Set(['lead', 'before', 'note', 'below', 'marked'])
/** Below the table. */
const after: ReadonlySet<ContextText['role']> = new Set(['note', 'below', 'marked'])
const titles: ReadonlySet<ContextText['role']> = new Set(['heading', 'caption'])
const portKinds: ReadonlySet<ColumnKind> = new Set(['path', 'port', 'portStart', 'portEnd', 'traffic'])

/**
 * Text around a table may speak of other things than its ports: it counts where it names one of them, points at them, or is nothing
 * but a limit. A restriction that nobody understands makes conditional what it speaks of.
 */
export function tableLimits(
  texts: readonly ContextText[],
  headers: readonly {text: string; locale: string}[],
  table: Pick<MergedTable, 'rows' | 'tables'>,
  localeOf: (edition: string) => string,
  columns: readonly ColumnKind[],
): TableLimits {
  const all: PortLimits[] = headers.map(({text, locale}) => limitsOf(text, locale))
  const some: Told[] = []
  const known = once(() => portsOf(table, localeOf))
  const marks = once(() => new Set(table.rows.flatMap((row) => [...marksOf(row, columns)])))
  for (const {role, text, locale} of texts) {
    if (titles.has(role)) all.push(ofTitle(text, locale))
    if (!beside.has(role)) continue
    for (const sentence of sentencesOf(text, LONGEST)) {
      // What stands between two tables may point at the next one.
      if (after.has(role) && pointsAhead(sentence, locale)) continue
      const own = limitsOf(sentence, locale)
      const saysNothing = own.byNumber === null && own.limits.length === 0 && own.unclear === null
      const isDenial = (role === 'note' || role === 'lead') && deniesAccess(sentence, locale)
      const outer = pointsAtPorts(sentence, locale) ? outerDenial(sentence, locale) : null
      const unused = unusedIn(role, sentence, locale)
      if (saysNothing && !isDenial && unused === null && outer === null) continue
      const named = portsNamedIn(sentence, locale)
      const ports = named.filter(({range}) => intersectRanges([range], known()).length > 0)
      // What rows point to with a mark limits those.
      const mark = markOf(text)
      const isForAll = role !== 'marked' && (mark === null || !marks().has(mark))
      if (isForAll && ports.length === 0 && outer !== null) all.push({limits: [outer], unclear: null})
      else if (isForAll && ports.length === 0 && unused === 'these') all.push({limits: [], unclear: sentence})
      else if (isForAll && pointsAtPorts(sentence, locale))
        all.push({...own, unclear: meantUnclear(sentence, locale)})
      else if (ports.length > 0 && unused === 'numbered')
        some.push({limits: [], unclear: sentence, named: ports, isOfOthers: false})
      else if (ports.length > 0 && own.byNumber === 'except') all.push({limits: [], unclear: sentence})
      else if (ports.length > 0) {
        some.push({...own, named: ports, isOfOthers: false})
        if (own.byNumber === 'only')
          some.push({limits: [], unclear: sentence, named: ports, isOfOthers: true})
      } else if (isForAll) all.push(ofWhole(own, {role, text, sentence, locale}))
    }
  }
  return {
    ...joined(all),
    ofPorts: (ports, transports) => joined(some.map((each) => ofRule(each, ports, transports))),
  }
}

/** Of which ports a sentence says that nothing uses them: of those that it points at from here, or of those that it numbers. */
function unusedIn(role: ContextText['role'], sentence: string, locale: string): UnusedPorts | null {
  const pointsHere = role === 'lead' || (role === 'note' && pointsAtPorts(sentence, locale))
  if (pointsHere && tellsNoUse(sentence, locale, 'these')) return 'these'
  return tellsNoUse(sentence, locale, 'numbered') ? 'numbered' : null
}

const joined = (told: readonly PortLimits[]): PortLimits => ({
  limits: told.flatMap(({limits}) => limits),
  unclear: told.find(({unclear}) => unclear !== null)?.unclear ?? null,
})

/** What a text limits, but for what it says of ports themselves: `only these ports`. */
function limitsOf(text: string, locale: string): PortLimits & {byNumber: 'only' | 'except' | null} {
  const {rest, byNumber} = ownPortsIn(text, locale)
  const asked = rest === foldSearch(text) ? text : rest
  return {
    limits: limitsIn(asked, locale).map((limit) => ({...limit, quote: text})),
    unclear: unclearLimitIn(asked, locale) === null && !restrictsOccasion(asked, locale) ? null : text,
    byNumber,
  }
}

/** What is unclear of a sentence that points at ports: the clause that does, a short one, or an exception. */
const meantUnclear = (sentence: string, locale: string): string | null =>
  sentence
    .split(clauseEndRE)
    .some(
      (clause) =>
        limitsOf(clause, locale).unclear !== null &&
        (pointsAtPorts(clause, locale) || isShort(foldSearch(clause)) || excepts(clause, locale)),
    )
    ? sentence
    : null

const pointsAhead = (sentence: string, locale: string): boolean =>
  restrictionWordsOf(locale).ahead.isIn(foldSearch(sentence))

const excepts = (clause: string, locale: string): boolean =>
  restrictionWordsOf(locale).except.isIn(foldSearch(clause))

/** What a sentence denies to those from outside: they are kept out of what anybody reaches. */
export function outerDenial(sentence: string, locale: string): Limit | null {
  const denial = denialBefore(sentence, locale)
  if (denial === null || !deniesOuter(denial, locale)) return null
  const words = foldSearch(denial).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return {side: 'source', kind: 'except', name: words, words, quote: denial, isOfOuter: true}
}

/** A heading may be of what the page is about: how to restrict access. A longer one limits only in known words. */
const ofTitle = (text: string, locale: string): PortLimits => ({
  limits: limitsIn(text, locale).filter(
    ({side, name, words}) => side !== null || name !== words || isShort(foldSearch(text)),
  ),
  unclear: isAboutPorts(text, locale) && !isIdentifier(text) ? limitsOf(text, locale).unclear : null,
})

/** Of a sentence that neither points at the ports nor names one: what speaks of them, or is nothing but a limit. */
function ofWhole(
  {limits, unclear}: PortLimits,
  {role, text, sentence, locale}: ContextText & {sentence: string},
): PortLimits {
  const isLead = role === 'lead'
  const aboutPorts = isAboutPorts(sentence, locale)
  const isPointing = (isLead || role === 'note') && endsPointing(sentence, locale)
  const isAlone = isLead && sentence === foldSpace(text) && isShort(foldSearch(sentence))
  const isOfAccess = role === 'note' && isAboutTable(sentence, locale)
  const meant = limits.filter(
    ({side, words}) =>
      isPointing ||
      // “Access is limited to …” is of no other access than that of the table.
      (isOfAccess && side !== null && isShortBeside(words, sentence)) ||
      (isLead && (aboutPorts || (side !== null && isAboutTable(sentence, locale)))) ||
      (role !== 'below' &&
        words.length + FEW_CHARACTERS >= foldSearch(sentence).length &&
        (side !== null || tokensOf(words).length <= FEW_WORDS)),
  )
  // What names a machine is of that one.
  const isOfAll = limits.length === 0 || (meant.length === 0 && !namesMachine(sentence, locale))
  const isDenied = (role === 'note' || isLead) && isOfAll && deniesAccess(sentence, locale)
  return {limits: meant, unclear: isDenied ? sentence : isAlone || isPointing ? unclear : null}
}

/** Whether a sentence says hardly more than some of its words. */
const isShortBeside = (words: string, sentence: string): boolean => {
  const tokens = tokensOf(foldSearch(sentence).replace(words, ' ')).filter((token) => /\p{L}/u.test(token))
  return tokens.reduce((sum, token) => sum + (syllableRE.test(token) ? 0.25 : 1), 0) <= FEW_BESIDE
}

/** Of a rule all of whose ports are named the limits; of one that has others too, a condition. */
function ofRule(
  {named, limits, unclear, isOfOthers}: Told,
  ports: readonly PortRange[],
  transports: readonly string[],
): PortLimits {
  const own = named.filter(
    ({transport}) => transport === null || transports.length === 0 || transports.includes(transport),
  )
  const ranges = own.map(({range}) => range)
  if (isOfOthers) return {limits: [], unclear: subtractRanges(ports, ranges).length === 0 ? null : unclear}
  if (intersectRanges(ranges, ports).length === 0) return {limits: [], unclear: null}
  if (subtractRanges(ports, ranges).length === 0) return {limits, unclear}
  return {limits: [], unclear: unclear ?? limits[0]?.quote ?? null}
}

/** The ports that the cells of a table name. */
const portsOf = (
  {rows, tables}: Pick<MergedTable, 'rows' | 'tables'>,
  localeOf: (edition: string) => string,
): PortRange[] =>
  rows.flatMap(({editions}) =>
    [...editions].flatMap(([edition, {cells}]) =>
      cells.flatMap((cell, column) =>
        portKinds.has(tables.get(edition)?.columns[column] ?? 'other')
          ? portsNamedIn(plainText(readingOf(cell).target), localeOf(edition)).map(({range}) => range)
          : [],
      ),
    ),
  )
