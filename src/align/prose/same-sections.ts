/**
 * Which block of a translation stands where a block of its English document does, when sections were added or removed. A
 * section is known by its heading: by the anchor that it keeps in all languages, else by its level among its neighbours.
 * Blocks of a section stand beside each other only where they are as many of the same kinds in the same order.
 */

import type {Block} from '../../model/schema.ts'
import {lowerCase} from '../../text/normalize.ts'
import {alignSequences} from '../align-sequences.ts'

type Shape = Pick<Block, 'kind' | 'depth' | 'markdown'>

interface Section {
  opener: Shape | null
  blocks: readonly Shape[]
  from: number
}

/** Sections that begin alike and hold the same are surely one; those that only begin alike may be. */
const [SURE, LIKELY, LEAST] = [1, 0.6, 0.5]

/** Index of a block of the translation → index of its English block; blocks without a sure place are left out. */
export const sameSections = (
  english: readonly Shape[],
  translated: readonly Shape[],
): ReadonlyMap<number, number> => {
  const [ours, theirs] = [sectionsOf(english), sectionsOf(translated)]
  const places = new Map<number, number>()
  const pairs = alignSequences(ours.length, theirs.length, (a, b) => likenessOf(ours[a], theirs[b]), LEAST)
  for (const [a, b] of pairs) {
    const [own, other] = [a === null ? undefined : ours[a], b === null ? undefined : theirs[b]]
    if (own === undefined || other === undefined) continue
    if (own.opener !== null && other.opener !== null) places.set(other.from, own.from)
    if (shapeOf(own.blocks) !== shapeOf(other.blocks)) continue
    for (const index of own.blocks.keys()) places.set(other.from + index, own.from + index)
  }
  return places
}

const sectionsOf = (blocks: readonly Shape[]): Section[] => {
  const starts = [
    0,
    ...blocks.flatMap(({kind}, index) =>
      index > 0 && (kind === 'heading' || kind === 'table') ? [index] : [],
    ),
  ]
  return starts.map((from, at) => {
    const own = blocks.slice(from, starts[at + 1] ?? blocks.length)
    const [first] = own
    const isOpened = first?.kind === 'heading' || first?.kind === 'table'
    return {opener: isOpened && first ? first : null, blocks: own, from}
  })
}

const likenessOf = (one: Section | undefined, other: Section | undefined): number => {
  if (!one || !other || openerOf(one) !== openerOf(other)) return 0
  if (shapeOf(one.blocks) !== shapeOf(other.blocks)) return LIKELY
  // A heading with nothing below it is like any other one of its level.
  const names = namesShared(one, other)
  return names === 0 ? LIKELY + 0.1 : Math.min(SURE, LIKELY + 0.1 + names)
}

const openerOf = ({opener}: Section): string => (opener === null ? '' : `${opener.kind}${opener.depth}`)

const shapeOf = (blocks: readonly Shape[]): string =>
  blocks.map(({kind, depth}) => `${kind}${depth}`).join(' ')

const nameRE = /\d+|\p{Script=Latin}[\p{Script=Latin}\d]{2,}/gu
const namesOf = ({blocks}: Section): Set<string> =>
  new Set(blocks.flatMap(({markdown}) => lowerCase(markdown).match(nameRE) ?? []))

/** Up to 0.3 by the share of names and figures that both sections hold. */
const namesShared = (one: Section, other: Section): number => {
  const [ours, theirs] = [namesOf(one), namesOf(other)]
  const least = Math.min(ours.size, theirs.size)
  return least === 0 ? 0 : (0.3 * ours.intersection(theirs).size) / least
}
