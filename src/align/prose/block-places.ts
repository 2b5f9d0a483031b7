/**
 * Which block of one edition stands where a block of another one does. Headings and tables hold a document together: where
 * two editions have the same ones in the same order, what stands between two of them is the same, if it is as many blocks
 * of the same kinds. Anything else may be a paragraph of another revision, however much it resembles.
 */
import type {Block} from '../../model/schema.ts'

type Shape = Pick<Block, 'kind' | 'depth'>

/** Index of a block of `other` → index of the block of `one` in its place; blocks without a sure place are left out. */
export const samePlaces = (one: readonly Shape[], other: readonly Shape[]): ReadonlyMap<number, number> => {
  const [left, right] = [sectionsOf(one), sectionsOf(other)]
  const places = new Map<number, number>()
  if (left.length !== right.length || left.some(({opener}, at) => opener !== right[at]?.opener)) return places
  for (const [at, section] of right.entries()) {
    const same = left[at]
    if (same === undefined || same.shape !== section.shape) continue
    for (let offset = 0; offset < section.length; offset++)
      places.set(section.from + offset, same.from + offset)
  }
  return places
}

/** What begins with a heading or table and ends before the next one; the first one may begin with neither. */
interface Section {
  /** Kind and depth of the heading or table. */
  opener: string
  /** Kinds and depths of all its blocks. */
  shape: string
  from: number
  length: number
}

const sectionsOf = (blocks: readonly Shape[]): Section[] => {
  const starts = [0, ...blocks.flatMap((block, index) => (index > 0 && isOpener(block) ? [index] : []))]
  return starts.map((from, at) => {
    const own = blocks.slice(from, starts[at + 1] ?? blocks.length)
    const [first] = own
    return {
      opener: first !== undefined && isOpener(first) ? shapeOf(first) : '',
      shape: own.map(shapeOf).join(' '),
      from,
      length: own.length,
    }
  })
}

const isOpener = ({kind}: Shape): boolean => kind === 'heading' || kind === 'table'

const shapeOf = ({kind, depth}: Shape): string => `${kind}${depth}`
