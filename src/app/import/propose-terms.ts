/** What documents teach about terms: how often each English term is rendered how and where, and what to approve. */
import type {Place} from '../../model/schema.ts'
import {keyOf, type Reference} from '../../reconcile/engine/context.ts'
import {type Learned, learnRenderings, type Renderings} from '../../reconcile/learning/renderings.ts'
import type {Term, Termbase} from '../../reconcile/learning/termbase-schema.ts'
import {englishSingular} from '../../reconcile/reading/english-cell.ts'
import {latinWords} from '../../reconcile/reading/latin.ts'

export type TermStatus = 'approved' | 'accepted' | 'forbidden'

export interface Rendering {
  text: string
  /** Cells of human editions, and of machine translations, that say exactly this. */
  human: number
  machine: number
  /** What the documents suggest; null when they don't agree. */
  proposal: TermStatus | null
  /** What the termbase says; null when it doesn't know the rendering. */
  termbase: TermStatus | null
  /** The first few cells. */
  places: Place[]
}

export interface LearntTerm {
  locale: string
  source: string
  /** Cells that consist of the term. */
  cells: number
  /** Most used first. */
  renderings: Rendering[]
  /** The piece of text that stands in nearly all translations of longer cells with the term, if they agree. */
  within: {text: string; held: number; total: number} | null
}

const MOST_WORDS = 5
/** Longer phrases can be said in several ways without harm. */
const MOST_WORDS_TO_FORBID = 3
const MOST_PLACES = 3
/** Share of the machine's cells that a rendering needs to be proposed where no human text is at hand. */
const CONSISTENT = 0.75
/** A term has letters, and none of the characters of paths, ranges and sentences. */
const TERM_RE = /^(?=.*\p{L})[^/\d.,;:()]+$/u

const isTerm = (source: string): boolean => {
  const words = latinWords(source).length
  return words > 0 && words <= MOST_WORDS && TERM_RE.test(source)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Terms of all locales that have cells of their own at least twice, or stand in the termbase; by locale and English. */
export function learnTerms(
  references: readonly Reference[],
  termbases: ReadonlyMap<string, Termbase>,
): LearntTerm[] {
  const byLocale = [...Map.groupBy(references, ({locale}) => locale)].toSorted(([a], [b]) => compare(a, b))
  return byLocale.flatMap(([locale, own]) => {
    const entries = new Map(
      (termbases.get(locale)?.entries ?? []).map((entry) => [keyOf(entry.source), entry]),
    )
    const cells = Map.groupBy(own, ({source}) => keyOf(source))
    const repeated = [...cells].filter(([source, {length}]) => length > 1 && isTerm(source))
    const terms = new Set([...repeated.map(([source]) => source), ...entries.keys()])
    const renderings = learnRenderings(own)
    return [...terms]
      .toSorted(compare)
      .map((source) =>
        termOf({locale, source, cells: cells.get(source) ?? [], entry: entries.get(source), renderings}),
      )
      .filter(({cells: count, within}) => count > 0 || within !== null)
  })
}

interface TermInput {
  locale: string
  source: string
  cells: readonly Reference[]
  entry: Term | undefined
  renderings: Renderings
}

function termOf({locale, source, cells, entry, renderings}: TermInput): LearntTerm {
  const byText = [...Map.groupBy(cells, ({target}) => target)]
  const counted = byText
    .map(([text, same]) => ({text, same, human: same.filter(({human}) => human).length}))
    .toSorted((a, b) => b.human - a.human || b.same.length - a.same.length || compare(a.text, b.text))
  const machine = cells.filter(({human}) => !human).length
  const [best] = counted
  const isHuman = (best?.human ?? 0) > 0
  const agreed = isHuman || (best !== undefined && best.same.length / Math.max(1, machine) >= CONSISTENT)
  const words = latinWords(source).map(({text}) => englishSingular(text.toLowerCase()))
  const within: Learned | null = renderings.of(words)
  return {
    locale,
    source,
    cells: cells.length,
    renderings: counted.map(({text, same, human}, index) => ({
      text,
      human,
      machine: same.length - human,
      proposal: agreed ? proposalOf(index, human, isHuman && words.length <= MOST_WORDS_TO_FORBID) : null,
      termbase: entry === undefined ? null : statusIn(entry, text),
      places: same.flatMap(({place}) => (place === null ? [] : [place])).slice(0, MOST_PLACES),
    })),
    within: within && {text: within.text, held: within.held, total: within.total},
  }
}

/** The first is approved; what humans write as well is accepted; what only the machine writes against them is not. */
function proposalOf(index: number, human: number, mayForbid: boolean): TermStatus | null {
  if (index === 0) return 'approved'
  if (human > 0) return 'accepted'
  return mayForbid ? 'forbidden' : null
}

function statusIn({approved, accepted, forbidden}: Term, text: string): TermStatus | null {
  if (text === approved) return 'approved'
  if (accepted.includes(text)) return 'accepted'
  return forbidden.includes(text) ? 'forbidden' : null
}
