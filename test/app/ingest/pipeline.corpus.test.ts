import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {z} from 'zod'
import {runPipeline} from '../../../src/app/ingest/pipeline.ts'
import {isKnownEndpoint} from '../../../src/facts/endpoints/endpoint-of.ts'
import {
  type EndpointRef,
  type KnowledgeBase,
  knowledgeBaseSchema,
  type Unit,
} from '../../../src/model/schema.ts'
import {isInferred, isStated} from '../../../src/model/stated.ts'
import {rulesOf, type TopicRule} from '../../../src/model/topic-rules.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

const LOCALES = ['fr-FR', 'ja-JP', 'zh-TW']
const build = (...folders: string[]): KnowledgeBase =>
  runPipeline({sources: folders.map((folder) => join(sharedDir, folder)), content: 'content'})

/** A machine that no vocabulary holds has a name of its own in each language. */
const idOf = (end: EndpointRef | null): string | undefined =>
  end === null || isKnownEndpoint(end) ? end?.id : 'named'

const ledgerAddsUp = ({ledger}: KnowledgeBase): void => {
  expect(ledger.published + ledger.entries.length).toBe(ledger.read)
  expect(ledger.entries.filter(({reason}) => reason === 'unaligned')).toEqual([])
}

/** Tables, body rows, cells and cells with English of one locale, as its documents hold them. */
const countsOf = (kb: KnowledgeBase, locale: string): Record<string, number> => {
  const units = kb.units.filter((unit) => unit.locale === locale)
  const distinct = (key: (unit: Unit) => string, chosen: Unit[]): number => new Set(chosen.map(key)).size
  return {
    tables: distinct(({edition, table}) => `${edition} ${table}`, units),
    rows: distinct(
      ({edition, table, row}) => `${edition} ${table} ${row}`,
      units.filter(({row}) => row > 0),
    ),
    cells: units.length,
    english: units.filter(({source}) => source !== null).length,
  }
}

describeShared('src/app/ingest/pipeline.ts over the seeds', () => {
  let kb: KnowledgeBase
  beforeAll(() => {
    kb = build('seeds')
  })

  it('finds 4 topics and 114 rules in 151 rows, and the ledger adds up', () => {
    expect([kb.editions.length, kb.topics.length, kb.ledger.read]).toEqual([5, 4, 151])
    expect(kb.topics.map((topic) => rulesOf(topic).length).toSorted((a, b) => a - b)).toEqual([3, 37, 37, 37])
    ledgerAddsUp(kb)
  })

  it('finds as many rules a table as were counted by hand', () => {
    const oracle = z.object({seedRules: z.record(z.string(), z.array(z.int()))})
    const {seedRules} = oracle.parse(JSON.parse(readFileSync(join(sharedDir, 'expected/paths.json'), 'utf8')))
    for (const [path, rows] of Object.entries(seedRules)) {
      const topic = kb.topics.find(({editions}) => editions.includes(path))
      expect(topic?.tables.map((table) => table.rows.flatMap(({rules}) => rules).length)).toEqual(rows)
    }
  })

  it('states English for every cell of a bilingual document, and infers it for nearly all others', () => {
    const [stated, others] = [true, false].map((bilingual) =>
      kb.units.filter(({edition}) => edition.endsWith('.bilingual.md') === bilingual),
    )
    expect(stated?.filter(({sourceOrigin}) => !isStated(sourceOrigin))).toEqual([])
    const inferred = others?.filter(isInferred) ?? []
    expect(inferred.length / (others?.length ?? 0)).toBeGreaterThan(0.9)
    for (const {published, target} of inferred) expect(published).toBe(target)
  })

  it('reads the same rules as from the bilingual edition of every topic', () => {
    const bilingual = new Map(build('technet/bilingual').topics.map((topic) => [topic.key, rulesOf(topic)]))
    for (const topic of kb.topics) {
      const hasEnglish = topic.editions.some((edition) => edition.endsWith('.bilingual.md'))
      // What a note requires, only the English tells; evidence is quoted in the language that says it.
      const comparable = ({rule: {facts}}: TopicRule): unknown => ({
        ...facts,
        source: idOf(facts.source),
        destination: idOf(facts.destination),
        known: hasEnglish ? facts.known : null,
        requirement: hasEnglish ? facts.requirement : null,
      })
      expect(rulesOf(topic).map(comparable)).toEqual(bilingual.get(topic.key)?.map(comparable))
    }
  })

  it('is what the schema says', () => {
    expect(knowledgeBaseSchema.safeParse(kb).error).toBeUndefined()
  })
})

describeShared('src/app/ingest/pipeline.ts over each form', () => {
  it.each(['bilingual', 'machine', 'human'])(
    'counts 36 tables, 280 rows and 1,272 cells a locale in %s',
    (form) => {
      const kb = build(`technet/${form}`)
      for (const locale of LOCALES) {
        const english = form === 'bilingual' ? 1260 : countsOf(kb, locale)['english']
        expect(countsOf(kb, locale)).toEqual({tables: 36, rows: 280, cells: 1272, english})
      }
      expect(kb.topics.length).toBe(13)
      ledgerAddsUp(kb)
    },
  )

  it('counts 17 tables and 149 rows a locale in bilingual-pipe', () => {
    const kb = build('technet/bilingual-pipe')
    for (const locale of LOCALES) expect(countsOf(kb, locale)).toMatchObject({tables: 17, rows: 149})
    ledgerAddsUp(kb)
  })

  it('makes one topic an asset id of all forms together, with all editions', () => {
    const kb = build('technet/bilingual', 'technet/machine', 'technet/human', 'technet/bilingual-pipe')
    expect(new Set(kb.topics.map(({key}) => key)).size).toBe(kb.topics.length)
    expect(kb.topics.reduce((sum, {editions}) => sum + editions.length, 0)).toBe(kb.editions.length)
    const withAsset = kb.topics.filter(({key}) => !key.startsWith('name:'))
    expect(withAsset.length).toBe(13)
    for (const {editions} of withAsset) expect(editions.length).toBeGreaterThanOrEqual(9)
    ledgerAddsUp(kb)
  })

  it('publishes no rule that only a superseded edition states', () => {
    const kb = build('technet/bilingual', 'technet/bilingual-pipe')
    const superseded = new Set(
      kb.editions.filter((edition) => edition.supersededBy !== null).map(({id}) => id),
    )
    expect(superseded.size).toBeGreaterThan(0)
    const current = new Set(kb.units.filter(({edition}) => !superseded.has(edition)).map(({cell}) => cell))
    const published = kb.topics.flatMap(({id, tables}) =>
      tables.flatMap(({table, rows}) => rows.map(({row}) => `${id}#t${table}r${row}c1`)),
    )
    expect(published.filter((cell) => !current.has(cell))).toEqual([])
  })
})
