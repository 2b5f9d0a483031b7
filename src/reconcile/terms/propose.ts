/**
 * Proposes terms from the documents themselves: how human editions and machine translations render the English of
 * short cells and the nouns of headers, with counts and places. A person reviews them; nothing uses them unread.
 */
import type {Place} from '../../dataset/schema.ts'
import {lexicons} from '../lexicon/index.ts'
import {readEnglish} from '../read/english.ts'
import {foldWords} from '../read/fold.ts'
import type {Reference} from '../reference.ts'
import {learnRenderings} from './renderings.ts'
import type {Termbase} from './termbase-schema.ts'

/** One rendering of a term, with how often it stands in human and in machine texts, and where first. */
export interface Variant {
  text: string
  human: number
  machine: number
  /** At most three. */
  places: Place[]
}

export interface TermProposal {
  locale: string
  /** English term, as the cells have it. */
  source: string
  /** `cell`: the whole text of cells; `word`: a piece of longer texts, found by what they have in common. */
  origin: 'cell' | 'word'
  approved: Variant
  /** Other renderings in human editions. */
  accepted: Variant[]
  /** Renderings in machine translations only, where human editions have others. */
  forbidden: Variant[]
  /** What the termbase says already: the same, something else, or nothing. */
  known: 'same' | 'other' | 'new'
}

const MAX_WORDS = 4
const MAX_PLACES = 3
const ENOUGH = 2

/** Proposals for one locale, the most frequent first; terms that stand once and in no human edition are left out. */
export const proposeTerms = (
  locale: string,
  references: readonly Reference[],
  termbase: Termbase | null,
): TermProposal[] => {
  const own = references.filter((reference) => reference.locale === locale)
  const cells = Map.groupBy(own.filter(isShort), ({source}) => readEnglish(source).singulars.join(' '))
  const proposals = [...cells.values()].flatMap((group) => fromCells(locale, group, termbase))
  const words = fromWords(locale, own, termbase)
  return [...proposals, ...words].toSorted((a, b) => usesOf(b) - usesOf(a) || (a.source < b.source ? -1 : 1))
}

const isShort = ({source}: Reference): boolean => {
  const {words, tokensOnly, path, numbers, identifiers} = readEnglish(source)
  return (
    words.length > 0 &&
    words.length <= MAX_WORDS &&
    !tokensOnly &&
    !path &&
    numbers.length + identifiers.length === 0
  )
}

const fromCells = (
  locale: string,
  group: readonly Reference[],
  termbase: Termbase | null,
): TermProposal[] => {
  const variants = [...Map.groupBy(group, ({target}) => foldWords(target).trim()).values()]
    .map(variantOf)
    .toSorted((a, b) => b.human - a.human || b.machine - a.machine || (a.text < b.text ? -1 : 1))
  const [approved, ...others] = variants
  const source = group[0]?.source
  if (!approved || source === undefined || approved.human + approved.machine < ENOUGH) return []
  return [
    {
      ...{locale, source, origin: 'cell', approved},
      accepted: others.filter(({human}) => human > 0 || approved.human === 0),
      forbidden: others.filter(({human}) => human === 0 && approved.human > 0),
      known: knownAs(source, approved.text, termbase),
    },
  ]
}

const variantOf = (group: readonly Reference[]): Variant => ({
  text: group[0]?.target ?? '',
  human: group.filter(({human}) => human).length,
  machine: group.filter(({human}) => !human).length,
  places: group.flatMap(({place}) => (place === null ? [] : [place])).slice(0, MAX_PLACES),
})

/** Nouns of headers that stand in longer texts too. */
const fromWords = (
  locale: string,
  references: readonly Reference[],
  termbase: Termbase | null,
): TermProposal[] => {
  const renderings = learnRenderings(references)
  const nouns = [...new Set(lexicons.flatMap(({nouns: own}) => Object.keys(own)))].toSorted()
  return nouns.flatMap((source): TermProposal[] => {
    const learned = renderings.of([source])
    if (learned === null) return []
    const holders = references.filter(({target}) => foldWords(target).includes(learned.text))
    const approved = {...variantOf(holders), text: learned.text}
    return [
      {
        ...{locale, source, origin: 'word', approved, accepted: [], forbidden: []},
        known: knownAs(source, learned.text, termbase),
      },
    ]
  })
}

const knownAs = (source: string, text: string, termbase: Termbase | null): TermProposal['known'] => {
  const entries = (termbase?.entries ?? []).filter((entry) => foldWords(entry.source) === foldWords(source))
  if (entries.length === 0) return 'new'
  const right = entries.flatMap(({approved, accepted}) => [approved, ...accepted])
  return right.some((word) => foldWords(word) === foldWords(text)) ? 'same' : 'other'
}

const usesOf = ({approved: {human, machine}}: TermProposal): number => human + machine
