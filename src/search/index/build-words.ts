/** Builds the index of words of one language. */

import type {SearchRule} from '../rule-order.ts'
import {foldText} from '../search-fold.ts'
import {rowTexts} from './row-texts.ts'
import {type Runs, toRuns} from './runs.ts'
import {wordKeys} from './word-keys.ts'
import {cutShards, type WordShard} from './word-shards.ts'

export interface Words {
  first: string[]
  shards: WordShard[]
  labels: [folded: string, rules: Runs][]
}

export const buildWords = (rules: readonly SearchRule[], locale: string): Words => {
  const cells = new Map<string, number[]>()
  const labels = new Map<string, number[]>()
  for (const [number, rule] of rules.entries()) {
    const texts = rowTexts(rule, locale)
    for (const text of texts.cells) add(cells, text, number)
    for (const text of [...texts.labels, texts.portWord]) add(labels, text, number)
  }
  const {first, shards} = cutShards(keysOf(cells))
  return {first, shards, labels: [...byFolded(labels)].map(([folded, numbers]) => [folded, toRuns(numbers)])}
}

/** Rules by key, through the distinct texts: most rows repeat what others say. */
const keysOf = (cells: ReadonlyMap<string, readonly number[]>): Map<string, number[]> => {
  const keys = new Map<string, (readonly number[])[]>()
  for (const [folded, numbers] of byFolded(cells))
    for (const key of new Set(wordKeys(folded))) {
      const lists = keys.get(key)
      if (lists === undefined) keys.set(key, [numbers])
      else lists.push(numbers)
    }
  return new Map([...keys].map(([key, lists]) => [key, union(lists)]))
}

const byFolded = (texts: ReadonlyMap<string, readonly number[]>): Map<string, number[]> => {
  const folded = new Map<string, (readonly number[])[]>()
  for (const [text, numbers] of texts) {
    const key = foldText(text)
    if (key !== '') folded.set(key, [...(folded.get(key) ?? []), numbers])
  }
  return new Map([...folded].map(([key, lists]) => [key, union(lists)]))
}

const union = (lists: readonly (readonly number[])[]): number[] =>
  lists.length === 1 ? [...(lists[0] ?? [])] : [...new Set(lists.flat())].sort((a, b) => a - b)

/** Rules come in order, so a list stays ascending; a rule that says the same twice counts once. */
const add = (map: Map<string, number[]>, text: string, number: number) => {
  const list = map.get(text)
  if (list === undefined) map.set(text, [number])
  else if (list.at(-1) !== number) list.push(number)
}
