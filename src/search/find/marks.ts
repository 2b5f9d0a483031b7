/** Where in a text a reader sees what she asked for. */

import {readPorts} from '../query/query-ports.ts'
import {findTerm, type Term} from '../query/query-term.ts'
import {isDigit, queryText} from '../query/query-text.ts'
import type {PortTerm, QueryLexicon} from '../query/query-types.ts'
import {foldWithPlaces} from '../search-fold.ts'

/** `[start, end)` in UTF-16 units. */
export type Mark = [start: number, end: number]

/** Sorted, none touching another. */
export const markText = (
  text: string,
  terms: readonly Term[],
  ports: readonly PortTerm[],
  lexicon: QueryLexicon,
): Mark[] => merge([...markTerms(text, terms), ...markPorts(text, ports, lexicon)])

const markTerms = (text: string, terms: readonly Term[]): Mark[] => {
  if (terms.length === 0) return []
  const folded = foldWithPlaces(text)
  return terms.flatMap((term) =>
    findTerm(folded.text, term).map(
      ([start, end]): Mark => [folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0],
    ),
  )
}

/** Numbers of the text that overlap what was asked, read by the grammar that reads queries. */
const markPorts = (text: string, ports: readonly PortTerm[], lexicon: QueryLexicon): Mark[] => {
  if (ports.length === 0) return []
  const plain = queryText(text)
  if (plain.length !== text.length) return []
  const marks: Mark[] = []
  for (let at = 0; at < plain.length; at++) {
    if (!isDigit(plain[at])) continue
    const found = readPorts(plain, at, lexicon)
    if (found === null) {
      while (isDigit(plain[at + 1])) at++
      continue
    }
    const asked = found.items.some(
      (item) =>
        item.kind === 'ports' &&
        item.ranges.some(([low, high]) => ports.some(({range}) => low <= range[1] && high >= range[0])),
    )
    if (asked) marks.push([at, found.end])
    at = found.end - 1
  }
  return marks
}

const merge = (marks: Mark[]): Mark[] => {
  const merged: Mark[] = []
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
