/** The order of rows by one column: ports by number, texts as their language orders them. */

/** What a cell says to the order of its column. */
export interface SortCell {
  text: string
  /** Ranges of ports, where the column holds them. */
  ports: readonly (readonly [low: number, high: number])[]
}

export type SortOrder = 'ascending' | 'descending'

/**
 * Places of the rows in their new order. Cells that say nothing stay behind all others in both orders, and equal ones keep
 * the order of the document; a row for which `null` stands is the title of a group, which keeps its place.
 */
export function sortedPlaces(
  cells: readonly (SortCell | null)[],
  order: SortOrder,
  locale: string,
): number[] {
  const collator = new Intl.Collator(locale, {numeric: true})
  const sign = order === 'ascending' ? 1 : -1
  const keys = cells.map((cell) => cell && {...cell, text: ungrouped(cell.text)})
  const compare = (a: number, b: number): number => {
    const [one, two] = [keys[a], keys[b]]
    if (!one || !two) return 0
    if (isEmpty(one) || isEmpty(two)) return Number(isEmpty(one)) - Number(isEmpty(two))
    return sign * (comparePorts(one, two) || collator.compare(one.text, two.text))
  }
  const places: number[] = []
  let group: number[] = []
  const close = () => {
    places.push(...group.toSorted(compare))
    group = []
  }
  for (const [at, key] of keys.entries()) {
    if (key !== null) group.push(at)
    else {
      close()
      places.push(at)
    }
  }
  close()
  return places
}

const isEmpty = ({text, ports}: SortCell): boolean => text.trim() === '' && ports.length === 0

/** Lowest port first, of equal ones the narrowest range. */
function comparePorts({ports: one}: SortCell, {ports: two}: SortCell): number {
  const [a, b] = [one[0], two[0]]
  // Without a number among those that have one: at the end.
  if (!a || !b) return Number(!a) - Number(!b)
  return a[0] - b[0] || a[1] - b[1]
}

/** `50,000` and `50 000` as one number. */
const ungrouped = (text: string): string =>
  text.normalize('NFKC').replace(/(?<=\d)[,. '’](?=\d{3}(?!\d))/gu, '')
