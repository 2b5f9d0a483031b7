/** What search has to give, with no index: a scan of each rule's texts by the definition of a term. */
import type {KnowledgeBase} from '../../../src/model/schema.ts'
import type {Fetch} from '../../../src/search/find/load.ts'
import type {SearchFiles} from '../../../src/search/index/build-index.ts'
import {rowTexts} from '../../../src/search/index/row-texts.ts'
import {holdsTerm, insideTerm, toTerm} from '../../../src/search/query/query-term.ts'
import type {SearchRule} from '../../../src/search/rule-order.ts'
import {foldText} from '../../../src/search/search-fold.ts'

/** Texts of every rule in a language, folded once. */
export const foldRows = (rules: readonly SearchRule[], locale: string): string[][] =>
  rules.map((rule) => {
    const {cells, labels, portWord} = rowTexts(rule, locale)
    return [...cells, ...labels, portWord].map(foldText)
  })

/** Ids of the rules that hold every word. */
export const scanWords = (
  rules: readonly SearchRule[],
  rows: readonly string[][],
  words: readonly {text: string; quoted: boolean}[],
): string[] => {
  const holding = words.map((word) => {
    const term = toTerm(word)
    if (term === null) return rows.map(() => false)
    const found = rows.map((texts) => texts.some((text) => holdsTerm(text, term)))
    const inside = insideTerm(term)
    if (found.includes(true) || inside === null) return found
    return rows.map((texts) => texts.some((text) => holdsTerm(text, inside)))
  })
  return rules.flatMap(({rule}, at) => (holding.every((found) => found[at]) ? [rule.id] : [])).sort()
}

/** Reads search files that are still in memory, and notes what was read. */
export const memoryFetch = (files: SearchFiles): {fetch: Fetch; read: string[]} => {
  const read: string[] = []
  return {
    read,
    fetch: async (path) => {
      const text = files.get(path)
      if (text === undefined) throw new Error(`there is no file ${path}`)
      read.push(path)
      return JSON.parse(text)
    },
  }
}

/** Rule ids must tell results apart. */
export const assertUnique = ({topics}: KnowledgeBase) => {
  const ids = topics.flatMap(({tables}) =>
    tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules.map(({id}) => id))),
  )
  if (new Set(ids).size !== ids.length) throw new Error('two rules share an id')
}
