/** Numbers that look random and are the same in every run with the same seed. */

export interface Random {
  /** An integer from 0 to `below` - 1. */
  below(limit: number): number
  /** One of the members; the list must not be empty. */
  pick<T>(members: readonly T[]): T
}

/** xorshift32 (Marsaglia, 2003). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const below = (limit: number): number => (limit <= 1 ? 0 : next() % limit)
  return {
    below,
    pick: (members) => {
      const member = members[below(members.length)]
      if (member === undefined) throw new Error('expected a member to pick, found an empty list')
      return member
    },
  }
}
