/** What the lines of an interchange file teach, in bounded memory however many lines there are. */
import type {InterchangeUnit} from '../../src/interchange/unit.ts'
import type {Reference} from '../../src/reconcile/context.ts'

/** Distinct pairs that are kept; those of a million real units are far fewer. */
export const MAX_PAIRS = 100_000
/** Times that one pair is kept: enough to outvote another one, and a repeated line costs nothing more. */
const MAX_COPIES = 5

export interface UnitMemory {
  add(unit: InterchangeUnit): void
  /** In the order in which they came. */
  references(): Reference[]
  /** How many pairs were left out since `MAX_PAIRS` were there. */
  readonly leftOut: number
}

/** Id of a unit that no other unit of the run has, whatever the files call theirs. */
export const unitKey = ({place, locale}: Pick<InterchangeUnit, 'place' | 'locale'>): string =>
  `${place.path}:${place.line}:${place.column} ${locale}`

export function unitMemory(): UnitMemory {
  const copies = new Map<string, number>()
  const references: Reference[] = []
  let leftOut = 0
  return {
    add(unit) {
      const {locale, source, target, place} = unit
      if (source === null || source === '' || target === '') return
      const key = `${locale}\n${source}\n${target}`
      const count = copies.get(key) ?? 0
      if (count === 0 && copies.size >= MAX_PAIRS) leftOut += 1
      else if (count < MAX_COPIES) {
        copies.set(key, count + 1)
        const edition = place.path
        references.push({
          locale,
          source,
          target,
          human: false,
          edition,
          unit: unitKey(unit),
          cell: null,
          place,
        })
      }
    },
    references: () => references,
    get leftOut() {
      return leftOut
    },
  }
}
