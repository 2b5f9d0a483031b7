/** A share of the documents, so that several machines can read one repository. */

/** The `index`-th of `count` shares, from 1. */
export interface Shard {
  index: number
  count: number
}

const shardRE = /^(\d{1,6})\/(\d{1,6})$/

/** Reads `2/4`; null when it is not a share (`0/4`, `5/4`, `x`). */
export const parseShard = (text: string): Shard | null => {
  const [, first, second] = shardRE.exec(text) ?? []
  const index = Number(first)
  const count = Number(second)
  return first !== undefined && index >= 1 && index <= count ? {index, count} : null
}

/** Every `count`-th member of a sorted list, so that shares are alike whatever the folders hold. */
export const shareOf = <T>(members: T[], {index, count}: Shard): T[] =>
  members.filter((_, at) => at % count === index - 1)
