/** Texts of documents that are evidence for a cell. */
import type {Evidence, Place} from '../../model/schema.ts'

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

/** One text that documents have for an English text: the first reference, and how many there are. */
export interface Known extends Reference {
  count: number
}

/** References with equal texts as one, with their number, in the order of the first ones. */
export const distinctTexts = (references: readonly Reference[]): Known[] => {
  const distinct: Known[] = []
  // Maps in maps: joining the texts to one key would take longer than all else.
  const bySource = new Map<string, Map<string, Known[]>>()
  for (const reference of references) {
    const {source, target, human} = reference
    const byTarget = bySource.get(source) ?? new Map<string, Known[]>()
    bySource.set(source, byTarget)
    const same = byTarget.get(target) ?? []
    byTarget.set(target, same)
    const known = same.find((each) => each.human === human)
    if (known !== undefined) {
      known.count++
      continue
    }
    const first = {...reference, count: 1}
    same.push(first)
    distinct.push(first)
  }
  return distinct
}

/** Renderings of one English text that are looked at: more of them prove nothing more, and each is a candidate for the others. */
export const MOST_TEXTS = 24

/** The texts that count: human ones, then the most used, in the order given. */
export const mostUsed = (texts: readonly Known[]): readonly Known[] => {
  if (texts.length <= MOST_TEXTS) return texts
  const chosen = new Set(
    texts.toSorted((a, b) => Number(b.human) - Number(a.human) || b.count - a.count).slice(0, MOST_TEXTS),
  )
  return texts.filter((text) => chosen.has(text))
}

/** A reference as evidence of a finding. */
export const asEvidence = ({human, locale, target, place}: Reference): Evidence => ({
  kind: human ? 'human' : 'document',
  locale,
  text: target,
  place,
})
