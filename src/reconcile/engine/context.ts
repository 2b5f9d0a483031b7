/** What is known beside a cell: words of its locale, terms, decisions, and how other documents render the same English. */

import {createFaultLog, type FaultLog} from '../../disk/fault.ts'
import {localeData} from '../../languages/languages.ts'
import {lexiconOf} from '../../languages/lexicon.ts'
import type {Lexicon} from '../../languages/lexicon-schema.ts'
import {type Operators, operatorsOf} from '../../languages/lists/operators.ts'
import {scriptCodeOf, scriptsOf} from '../../languages/scripts-of.ts'
import type {LocaleData} from '../../languages/words-schema.ts'
import {lookUp} from '../../text/look-up.ts'
import {lowerCase} from '../../text/normalize.ts'
import {learnWords, type WordEvidence} from '../divergence/evidence.ts'
import {type Learnt, learn, nothingLearnt} from '../learning/learn.ts'
import {learnDenial} from '../learning/learn-denial.ts'
import {keepsNumberOrder} from '../learning/number-order.ts'
import {learnOrders, type Orders} from '../learning/orders.ts'
import {type PreparedTerm, prepareTerms} from '../learning/prepare.ts'
import type {Termbase} from '../learning/termbase-schema.ts'
import {tokenFrameOf} from '../reading/token-frame.ts'
import type {Decision, Decisions} from './decisions.ts'
import {lexiconWithNames} from './lexicon-with-names.ts'
import {distinctTexts, type Known, mostUsed, type Reference} from './reference.ts'

export type {Known, Reference} from './reference.ts'

export interface ContextInput {
  references: readonly Reference[]
  termbase: ReadonlyMap<string, Termbase>
  decisions: ReadonlyMap<string, Decisions>
  /** Without the shipped words of each locale: what is learnt from the documents must do. */
  withoutLexicon?: boolean
}

export interface LocaleContext {
  locale: string
  /** Its writing (ISO 15924); null where nothing is known of the tag. */
  script: string | null
  data: LocaleData
  lexicon: Lexicon
  /** Its words for exceptions, limits and conditions; null where none are known. */
  operators: Operators | null
  terms: readonly PreparedTerm[]
  decision(source: string): Decision | null
  /** Distinct texts in this locale for an English text (its full stop makes no difference), in the order given. */
  memory(source: string): readonly Known[]
  /** Human texts for English texts that differ from this one in their tokens only. */
  alike(source: string): readonly Known[]
  /** Distinct English texts that documents have for a text in this locale. */
  sourcesOf(target: string): readonly Known[]
  /** Distinct texts of one cell in all its editions. */
  ofCell(cell: string | null): readonly Known[]
  learnt: Learnt
  /** In which orders the locale says "from … to …". */
  orders(): Orders
  /** Whether its texts keep the order of numbers. */
  keepsNumberOrder(): boolean
  /** What its human texts teach about words; null where there are none. */
  words(): WordEvidence | null
  /** Words for "not" that its texts teach. */
  learntDenial(): readonly string[]
}

export interface Context {
  /** Mistakes of our own that the checks met with this context. */
  faults: FaultLog
  of(locale: string): LocaleContext
  /** Lets go of what is known of a locale, which is collected again when it is asked for: all of them are most of the memory of a run. */
  forget(locale: string): void
}

/** Collects what is known, by locale; nothing is computed for a locale until it is asked for. */
export const buildContext = (input: ContextInput): Context => {
  const byLocale = Map.groupBy(input.references, ({locale}) => locale)
  const built = new Map<string, LocaleContext>()
  return {
    faults: createFaultLog(),
    of: (locale) => {
      const known = built.get(locale)
      if (known) return known
      const context = buildLocale(locale, byLocale.get(locale) ?? [], input)
      built.set(locale, context)
      return context
    },
    forget: (locale) => {
      built.delete(locale)
    },
  }
}

const none: readonly Known[] = []

/** A context that knows the shipped lexicons and nothing else. */
export const emptyContext: Context = buildContext({references: [], termbase: new Map(), decisions: new Map()})

const buildLocale = (
  locale: string,
  references: readonly Reference[],
  input: ContextInput,
): LocaleContext => {
  const texts = distinctTexts(references)
  const memory = new Map(
    [...Map.groupBy(texts, ({source}) => keyOf(source))].map(([key, known]) => [key, mostUsed(known)]),
  )
  const textsOfCell = findTextsOfCells(references)
  const learnt = references.length === 0 ? nothingLearnt : learn(references)
  let targets: ReadonlyMap<string, readonly Known[]> | null = null
  let frames: ReadonlyMap<string, readonly Known[]> | null = null
  let orders: Orders | null = null
  let numberOrder: boolean | null = null
  let words: WordEvidence | null | undefined
  let denial: readonly string[] | null = null
  const decisions = new Map(
    (input.decisions.get(locale)?.entries ?? []).map((decision) => [keyOf(decision.source), decision]),
  )
  const lexicon = input.withoutLexicon ? lexiconOf('und') : lexiconWithNames(locale)
  return {
    locale,
    script: scriptCodeOf(locale),
    data: input.withoutLexicon ? {...localeData('und'), scripts: scriptsOf(locale)} : localeData(locale),
    lexicon,
    operators: input.withoutLexicon ? null : operatorsOf(locale),
    terms: prepareTerms(input.termbase.get(locale)?.entries ?? []),
    decision: (source) => decisions.get(keyOf(source)) ?? null,
    memory: (source) => memory.get(keyOf(source)) ?? none,
    alike: (source) => {
      frames ??= Map.groupBy(
        texts.filter(({human}) => human),
        (text) => tokenFrameOf(keyOf(text.source)).frame,
      )
      const key = keyOf(source)
      return (frames.get(tokenFrameOf(key).frame) ?? none).filter((text) => keyOf(text.source) !== key)
    },
    sourcesOf: (target) => {
      targets ??= Map.groupBy(texts, (text) => text.target)
      return targets.get(target) ?? none
    },
    ofCell: (cell) => (cell === null ? none : textsOfCell(cell)),
    learnt,
    keepsNumberOrder: () => {
      numberOrder ??= keepsNumberOrder(texts, locale)
      return numberOrder
    },
    words: () => {
      if (words === undefined)
        words = learnWords(
          texts.filter(({human}) => human),
          locale,
        )
      return words
    },
    learntDenial: () => {
      denial ??= learnDenial(texts)
      return denial
    },
    orders: () => {
      const {from, to} = lexicon.concepts
      orders ??= learnOrders(texts, {of: (noun) => wordsFor(noun, lexicon, learnt), from, to})
      return orders
    },
  }
}

/** Words that the locale has for an English noun (or several in a row): of its lexicon, else what its documents teach. */
export const wordsFor = (noun: string, {nouns}: Lexicon, {renderings}: Learnt): readonly string[] => {
  const listed = lookUp(nouns, noun)
  if (listed) return listed
  const learned = renderings.of(noun.split(' '))
  return learned === null ? [] : [`*${learned.text}*`]
}

/** The distinct texts of a cell, found when asked for and then kept. */
const findTextsOfCells = (references: readonly Reference[]): ((cell: string) => readonly Known[]) => {
  const byCell = Map.groupBy(references, ({cell}) => cell)
  const found = new Map<string, readonly Known[]>()
  return (cell) => {
    const known = found.get(cell)
    if (known !== undefined) return known
    const texts = mostUsed(distinctTexts(byCell.get(cell) ?? []))
    found.set(cell, texts)
    return texts
  }
}

/** Texts are the same text when only their spaces and capitals differ. */
export const flat = (text: string): string => lowerCase(text.replace(/\s+/g, ''))

/** English texts are the same text when only their white space and the full stop at the end differ. */
export const keyOf = (source: string): string => {
  const text = /[^\S ]/.test(source) ? source.replace(/\s/g, ' ').trim() : source.trim()
  return text.endsWith('.') ? text.slice(0, -1) : text
}
