/** Finds sets that share many members, without laying each beside each other. */

/** Places of two sets, the first one before the second, and the share of common members among all of both. */
export interface AlikePair {
  a: number
  b: number
  likeness: number
}

/** Share of common members, 0 to 1; two empty sets have nothing in common. */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/**
 * All pairs whose likeness (the Jaccard index) is at least `least`. Sets so alike share a member among the rarest few of each
 * (Chaudhuri et al., A Primitive Operator for Similarity Joins, 2006; Bayardo et al., Scaling Up All Pairs Similarity Search,
 * 2007), so that only those with such a member in common are held against each other.
 */
export function* alikePairs(sets: readonly ReadonlySet<string>[], least: number): Generator<AlikePair> {
  const rarest = rarestMembers(sets, least)
  const byMember = new Map<string, number[]>()
  for (const [b, set] of sets.entries()) {
    const near = new Set<number>()
    for (const member of rarest[b] ?? []) {
      const known = byMember.get(member) ?? []
      for (const a of known) near.add(a)
      byMember.set(member, known)
      known.push(b)
    }
    for (const a of near) {
      const other = sets[a]
      if (other === undefined || Math.min(set.size, other.size) < least * Math.max(set.size, other.size))
        continue
      const likeness = likenessOf(set, other)
      if (likeness >= least) yield {a, b, likeness}
    }
  }
}

/** Of each set as many of its rarest members as at least one of must be in any set that is so alike. */
function rarestMembers(sets: readonly ReadonlySet<string>[], least: number): string[][] {
  const counts = new Map<string, number>()
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1)
  const rank = (member: string): number => counts.get(member) ?? 0
  return sets.map((set) =>
    [...set]
      .toSorted((one, two) => rank(one) - rank(two) || (one < two ? -1 : 1))
      .slice(0, set.size - Math.ceil(least * set.size) + 1),
  )
}
