/** What is known beside a cell: words of its locale, terms, decisions, and how other documents render the same English. */
import type {Evidence, Place} from '../dataset/schema.ts'
import {localeData} from '../locales/index.ts'
import type {LocaleData} from '../locales/schema.ts'
import type {Decision, Decisions} from './decisions.ts'
import {lexiconOf} from './lexicon/index.ts'
import type {Lexicon} from './lexicon/schema.ts'
import {type Learnt, learn, nothingLearnt} from './terms/learn.ts'
import {type PreparedTerm, prepareTerms} from './terms/prepare.ts'
import type {Termbase} from './terms/termbase-schema.ts'

/** A cell of another document, or of the same cell, that can be evidence. */
export interface Reference {
  locale: string
  source: string
  target: string
  human: boolean
  edition: string
  /** Id of the unit it comes from. */
  unit: string
  /** The cell that all editions share, where documents were aligned. */
  cell: string | null
  place: Place | null
}

export interface ContextInput {
  references: readonly Reference[]
  termbase: ReadonlyMap<string, Termbase>
  decisions: ReadonlyMap<string, Decisions>
  /** Without the shipped words of each locale: what is learnt from the documents must do. */
  withoutLexicon?: boolean
}

export interface LocaleContext {
  locale: string
  data: LocaleData
  lexicon: Lexicon
  terms: readonly PreparedTerm[]
  decision(source: string): Decision | null
  /** All texts in this locale for an English text, in the order given. */
  memory(source: string): readonly Reference[]
  /** Human texts of the same cell. */
  humansOfCell(cell: string): readonly Reference[]
  learnt: Learnt
}

export interface Context {
  of(locale: string): LocaleContext
}

/** Collects what is known, by locale; nothing is computed for a locale until it is asked for. */
export const buildContext = (input: ContextInput): Context => {
  const byLocale = Map.groupBy(input.references, ({locale}) => locale)
  const built = new Map<string, LocaleContext>()
  return {
    of: (locale) => {
      const known = built.get(locale)
      if (known) return known
      const context = buildLocale(locale, byLocale.get(locale) ?? [], input)
      built.set(locale, context)
      return context
    },
  }
}

/** A context that knows the shipped lexicons and nothing else. */
export const emptyContext: Context = buildContext({references: [], termbase: new Map(), decisions: new Map()})

const buildLocale = (
  locale: string,
  references: readonly Reference[],
  input: ContextInput,
): LocaleContext => {
  const memory = Map.groupBy(references, ({source}) => keyOf(source))
  const humans = Map.groupBy(
    references.filter(({human, cell}) => human && cell !== null),
    ({cell}) => cell ?? '',
  )
  const decisions = new Map(
    (input.decisions.get(locale)?.entries ?? []).map((decision) => [keyOf(decision.source), decision]),
  )
  const lexicon = input.withoutLexicon ? lexiconOf('und') : lexiconOf(locale)
  return {
    locale,
    data: localeData(locale),
    lexicon,
    terms: prepareTerms(input.termbase.get(locale)?.entries ?? []),
    decision: (source) => decisions.get(keyOf(source)) ?? null,
    memory: (source) => memory.get(keyOf(source)) ?? [],
    humansOfCell: (cell) => humans.get(cell) ?? [],
    learnt: references.length === 0 ? nothingLearnt : learn(references),
  }
}

/** English texts are the same text when only their white space and the full stop at the end differ. */
export const keyOf = (source: string): string => source.replace(/\s/g, ' ').trim().replace(/\.$/, '')

/** A reference as evidence of a finding. */
export const asEvidence = ({human, locale, target, place}: Reference): Evidence => ({
  kind: human ? 'human' : 'document',
  locale,
  text: target,
  place,
})
