/** Pairs of texts, each once. */

/** The last of equal pairs, in the order of the first ones; at most `most` of them. */
export const distinctPairs = <Pair extends {source: string; target: string}>(
  pairs: Iterable<Pair>,
  most = Number.POSITIVE_INFINITY,
): Pair[] => {
  const distinct: Pair[] = []
  // Maps in maps: joining the texts to one key would take longer than all else.
  const places = new Map<string, Map<string, number>>()
  for (const pair of pairs) {
    const own = places.get(pair.source) ?? new Map<string, number>()
    places.set(pair.source, own)
    const place = own.get(pair.target)
    if (place === undefined && distinct.length >= most) break
    own.set(pair.target, place ?? distinct.length)
    distinct[place ?? distinct.length] = pair
  }
  return distinct
}
