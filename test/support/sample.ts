/** What the built sample holds that tests look for, read from its dataset rather than written down. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {inject} from 'vitest'
import {type KnowledgeBase, knowledgeBaseSchema} from '../../src/model/schema.ts'

let sample: KnowledgeBase | undefined

export function sampleDataset(): KnowledgeBase {
  sample ??= knowledgeBaseSchema.parse(
    JSON.parse(readFileSync(join(inject('dataFolder'), 'knowledge-base.json'), 'utf8')),
  )
  return sample
}

/** Topics with port tables, the one with most rules first. */
export const sampleTopics = () =>
  sampleDataset()
    .topics.filter((topic) => topic.tables.some((table) => table.portTable))
    .toSorted((a, b) => size(b) - size(a))

const size = (topic: KnowledgeBase['topics'][number]) =>
  topic.tables.reduce((sum, table) => sum + table.rows.length, 0)

export interface CorrectedCell {
  topic: string
  locale: string
  rule: string
  column: number
  english: string
  original: string
  published: string
  check: string
}

/** A corrected cell of a rule whose correction names a check. */
export function correctedCell(): CorrectedCell {
  const {findings} = sampleDataset()
  for (const topic of sampleTopics())
    for (const {rows} of topic.tables)
      for (const {rules, cells} of rows)
        for (const [at, {source, texts}] of cells.entries())
          for (const [locale, said] of Object.entries(texts)) {
            const check = findings.find(({id}) => said.findings.includes(id))?.check
            const [rule] = rules
            if (rule === undefined || source === null || said.original === null || check === undefined)
              continue
            const where = {topic: topic.id, locale, rule: rule.id, column: at + 1}
            return {...where, english: source, original: said.original, published: said.text, check}
          }
  throw new Error('the sample has no corrected cell')
}
