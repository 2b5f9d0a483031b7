/** What the lines of an interchange file teach, in bounded memory and time however many lines there are. */
import type {InterchangeUnit} from '../../formats/interchange-unit.ts'
import type {Reference} from '../../reconcile/engine/context.ts'

/** Distinct pairs that are kept; those of a million real units are far fewer. */
export const MAX_PAIRS = 50_000
/** Distinct translations of one English text that are kept: each is a candidate for every faulty cell with it. */
export const MAX_TARGETS = 20
/** Times that one pair is kept: enough to outvote another one, and a repeated line costs nothing more. */
const MAX_COPIES = 5

/** A text and its translation: all copies are the same object, so that a repeated line costs no memory. */
interface Pair {
  reference: Reference
  copies: number
}

export interface UnitMemory {
  add(unit: InterchangeUnit): void
  /** In the order in which they came; copies are those of the first. */
  references(): Reference[]
  /** How many lines were left out because there are too many distinct texts. */
  readonly leftOut: number
}

/** Id of a unit that no other unit of the run has, whatever the files call theirs. */
export const unitKey = ({place, locale}: Pick<InterchangeUnit, 'place' | 'locale'>): string =>
  `${place.path}:${place.line}:${place.column} ${locale}`

export function unitMemory(): UnitMemory {
  /** The pairs by translation, by locale and English. */
  const known = new Map<string, Map<string, Pair>>()
  const references: Reference[] = []
  let pairs = 0
  let leftOut = 0
  return {
    add(unit) {
      const {locale, source, target, place} = unit
      if (source === null || source === '' || target === '') return
      const key = `${locale}\n${source}`
      const targets = known.get(key) ?? new Map<string, Pair>()
      const pair = targets.get(target)
      if (pair !== undefined) {
        if (pair.copies === MAX_COPIES) return
        pair.copies += 1
        references.push(pair.reference)
      } else if (pairs >= MAX_PAIRS || targets.size >= MAX_TARGETS) leftOut += 1
      else {
        const own = {human: false, edition: place.path, unit: unitKey(unit), cell: null, place}
        const reference = {locale, source, target, ...own}
        pairs += 1
        known.set(key, targets.set(target, {reference, copies: 1}))
        references.push(reference)
      }
    },
    references: () => references,
    get leftOut() {
      return leftOut
    },
  }
}
