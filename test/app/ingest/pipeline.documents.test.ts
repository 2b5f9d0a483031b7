/** What holds for the dataset of any documents. */
import {describe, expect, test} from 'vitest'
import {runPipeline} from '../../../src/app/ingest/pipeline.ts'
import {diffTopics} from '../../../src/compare/diff.ts'
import {patch} from '../../../src/compare/patch.ts'
import {type Facts, knowledgeBaseSchema, type Topic} from '../../../src/model/schema.ts'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {documentFolders} from '../../support/shared.ts'

const factsOf = (topic: Topic): Facts[] => rulesOf(topic).map(({rule}) => rule.facts)

describe('src/app/ingest/pipeline.ts over whole documents', () => {
  const kb = runPipeline({sources: [...documentFolders], content: 'content'})
  const topics = kb.topics.filter((topic) => rulesOf(topic).length > 0)

  test('each row that was read is published or stands in the ledger', () => {
    expect(kb.ledger.read).toBeGreaterThan(100)
    expect(kb.ledger.published + kb.ledger.entries.length).toBe(kb.ledger.read)
    expect(kb.ledger.entries.filter(({reason}) => reason === 'unaligned')).toEqual([])
  })

  test('it is what the schema says', () => {
    expect(knowledgeBaseSchema.safeParse(kb).error).toBeUndefined()
  })

  test('each edition belongs to one topic', () => {
    expect(new Set(kb.topics.map(({key}) => key)).size).toBe(kb.topics.length)
    expect(kb.topics.reduce((sum, {editions}) => sum + editions.length, 0)).toBe(kb.editions.length)
  })

  test('no rule is published that only a superseded edition states', () => {
    const superseded = new Set(
      kb.editions.filter((edition) => edition.supersededBy !== null).map(({id}) => id),
    )
    const current = new Set(kb.units.filter(({edition}) => !superseded.has(edition)).map(({cell}) => cell))
    const published = kb.topics.flatMap(({id, tables}) =>
      tables.flatMap(({table, rows}) => rows.map(({row}) => `${id}#t${table}r${row}c1`)),
    )
    expect(published.length).toBeGreaterThan(50)
    expect(published.filter((cell) => !current.has(cell))).toEqual([])
  })

  test('any topic and its difference to another one make that other one', () => {
    expect(topics.length).toBeGreaterThan(1)
    for (const a of topics)
      for (const b of topics) {
        const {rules, counts} = diffTopics(a, b)
        expect(patch(factsOf(a), rules)).toEqual(factsOf(b))
        if (a === b)
          expect(counts).toEqual({
            open: 0,
            close: 0,
            change: 0,
            address: 0,
            condition: 0,
            stay: factsOf(a).length,
            unknown: 0,
          })
      }
  })

  test('two topics the other way round differ the other way round', () => {
    for (const a of topics)
      for (const b of topics) {
        const [there, back] = [diffTopics(a, b), diffTopics(b, a)]
        expect(back.counts).toEqual({...there.counts, open: there.counts.close, close: there.counts.open})
      }
  })
})
