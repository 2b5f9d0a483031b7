import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {runPipeline} from '../../scripts/lib/pipeline.ts'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {buildSearchFiles} from '../../src/search/build-index.ts'
import {createEngine} from '../../src/search/engine.ts'
import {orderRules} from '../../src/search/rule-order.ts'
import {describeShared, sharedDir} from '../support/shared.ts'
import {differences} from './support/all-ports.ts'
import {foldRows, memoryFetch, scanWords} from './support/brute-force.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const content = join(root, 'content')

const holds = (read: () => KnowledgeBase) => {
  test('all 65,536 ports × {tcp, udp, any} give exactly the rules that a scan gives', () => {
    const kb = read()
    expect(orderRules(kb).length).toBeGreaterThan(100)
    expect(differences(kb)).toEqual([])
  }, 60_000)

  test('words that stand in rows are found exactly where a scan finds them, in every language', async () => {
    const kb = read()
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
  }, 120_000)
}

describe('search in the sample workspace', () => {
  holds(() => runPipeline({sources: [join(content, 'sources')], content}))
})

describeShared('search in real documents', () => {
  const forms = ['bilingual', 'machine', 'human', 'bilingual-pipe']
  holds(() => runPipeline({sources: forms.map((form) => join(sharedDir, 'technet', form)), content}))
})

describe('what a query loads', () => {
  /** Characters of the files that one question reads. */
  const loaded = async (kb: KnowledgeBase, text: string, locale: string) => {
    const files = buildSearchFiles(kb)
    const {fetch, read} = memoryFetch(files)
    await createEngine(fetch).search({text, locales: [locale], limit: 8})
    return read.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0)
  }
  const copies = (kb: KnowledgeBase, count: number): KnowledgeBase => ({
    ...kb,
    topics: Array.from({length: count}, (_, copy) =>
      kb.topics.map((topic) => ({...topic, id: `${topic.id}-${copy}`})),
    ).flat(),
  })

  test.each([
    ['5061', 'en'],
    ['伺服器', 'zh-TW'],
    ['server', 'en'],
    ['certificat', 'fr-FR'],
  ])(
    'grows much less than the workspace: “%s” in %s',
    async (text, locale) => {
      const kb = runPipeline({sources: [join(content, 'sources')], content})
      const [one, thirty] = [await loaded(kb, text, locale), await loaded(copies(kb, 30), text, locale)]
      expect(thirty).toBeLessThan(one * 6)
    },
    60_000,
  )
})
