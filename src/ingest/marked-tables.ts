/** Which tables point to a footnote of Markdown: that of one of its marks, or those beside one, since headings and leads have marks too. */

const markRE = /\[\^([^\]\s]{1,40})\](?!:)/gu

/** Labels are the same in upper and lower case. */
const labelOf = (label: string): string => label.toLowerCase()

export class MarkedTables {
  readonly #text: string
  /** Where the marks of each label stand; found when the first footnote asks. */
  #offsets: ReadonlyMap<string, number[]> | null = null

  constructor(text: string) {
    this.#text = text
  }

  /**
   * Positions in `starts` of the tables that hold a mark of the label, or stand right before or right after one.
   *
   * @param starts offsets of tables in the document, ascending
   */
  tablesOf(label: string, starts: readonly number[]): ReadonlySet<number> {
    this.#offsets ??= offsetsIn(this.#text)
    const tables = new Set<number>()
    for (const offset of this.#offsets.get(labelOf(label)) ?? []) {
      const after = firstAfter(starts, offset)
      if (after > 0) tables.add(after - 1)
      if (after < starts.length && !isInTable(this.#text, offset)) tables.add(after)
    }
    return tables
  }
}

/** Whether a mark stands in a row of a pipe table or in an HTML table: it tells nothing of the next one. */
const isInTable = (text: string, offset: number): boolean =>
  /^[\s>]*\|/u.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)) ||
  text.lastIndexOf('<table', offset) > text.lastIndexOf('</table', offset)

const offsetsIn = (text: string): ReadonlyMap<string, number[]> => {
  const offsets = new Map<string, number[]>()
  for (const {1: label = '', index} of text.matchAll(markRE)) {
    const known = offsets.get(labelOf(label))
    if (known === undefined) offsets.set(labelOf(label), [index])
    else known.push(index)
  }
  return offsets
}

const firstAfter = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
