import {describe, expect, test} from 'vitest'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import {createEngine} from '../../src/search/find/search-engine.ts'
import {buildSearchFiles} from '../../src/search/index/build-index.ts'
import {orderRules} from '../../src/search/rule-order.ts'
import {documentFolders} from '../support/shared.ts'
import {differences} from './support/all-ports.ts'
import {foldRows, memoryFetch, scanWords} from './support/brute-force.ts'

describe('search in whole documents', () => {
  const kb = runPipeline({sources: [...documentFolders], content: 'content'})

  test('all 65,536 ports × {tcp, udp, any} give exactly the rules that a scan gives', () => {
    expect(orderRules(kb).length).toBeGreaterThan(100)
    expect(differences(kb)).toEqual([])
  }, 900_000)

  test('words that stand in rows are found exactly where a scan finds them, in every language', async () => {
    const rules = orderRules(kb)
    const engine = createEngine(memoryFetch(buildSearchFiles(kb)).fetch)
    for (const locale of ['en', ...kb.locales]) {
      const rows = foldRows(rules, locale)
      const words = [...new Set(rows.flat().flatMap((text) => text.split(' ')))].filter(
        (word) => word.length > 1,
      )
      for (const word of words.filter((_, at) => at % 7 === 0)) {
        const {query, hits} = await engine.search({text: `"${word}"`, locales: [locale], limit: 10_000})
        expect([word, hits.map(({id}) => id).sort()]).toEqual([word, scanWords(rules, rows, query.words)])
      }
    }
  }, 900_000)
})
