/** Builds the files that hold the rules as they are shown, in one language. */
import type {ColumnKind} from '../../model/schema.ts'
import {ROW_RULES, type RowEntry, type RowFile} from '../files.ts'
import type {SearchRule} from '../rule-order.ts'
import {isCorrected, shownText} from '../shown-text.ts'
import {rowTexts} from './row-texts.ts'

export const buildRows = (rules: readonly SearchRule[], locale: string): RowFile[] => {
  const files: RowFile[] = []
  for (let from = 0; from < rules.length; from += ROW_RULES)
    files.push(buildFile(rules.slice(from, from + ROW_RULES), locale))
  return files
}

const buildFile = (rules: readonly SearchRule[], locale: string): RowFile => {
  const texts = createTable<string>()
  const topics = createTable<[string, number]>()
  const heads = createTable<[ColumnKind[], number[]]>()
  const rows = rules.map((rule): RowEntry => {
    const {cells, labels} = rowTexts(rule, locale)
    const {topic, table, row} = rule
    return [
      rule.rule.id,
      topics.numberOf([topic.id, texts.numberOf(shownText(topic.title, locale))]),
      heads.numberOf([
        cells.map((_, column) => table.columns[column] ?? 'other'),
        labels.map(texts.numberOf),
      ]),
      row.cells.some((cell) => isCorrected(cell, locale)) ? 1 : 0,
      ...cells.map(texts.numberOf),
    ]
  })
  return {texts: texts.values, topics: topics.values, heads: heads.values, rows}
}

/** Values, each once, numbered as they come. */
export const createTable = <T>() => {
  const values: T[] = []
  const numbers = new Map<string, number>()
  return {
    values,
    numberOf: (value: T): number => {
      const key = JSON.stringify(value)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, values.length)
      return values.push(value) - 1
    },
  }
}
