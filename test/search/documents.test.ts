import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {createEngine} from '../../src/search/find/search-engine.ts'
import {buildSearchFiles} from '../../src/search/index/build-index.ts'
import {memoryFetch} from './support/brute-force.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const content = join(root, 'content')

describe('what a query loads', () => {
  const copies = (kb: KnowledgeBase, count: number): KnowledgeBase => ({
    ...kb,
    topics: Array.from({length: count}, (_, copy) =>
      kb.topics.map((topic) => ({...topic, id: `${topic.id}-${copy}`})),
    ).flat(),
  })
  const kb = runPipeline({sources: [join(content, 'sources')], content})
  const [once, often] = [kb, copies(kb, 30)].map(buildSearchFiles)

  /** Characters of the files that one question reads. */
  const loaded = async (files: ReadonlyMap<string, string>, text: string, locale: string) => {
    const {fetch, read} = memoryFetch(files)
    await createEngine(fetch).search({text, locales: [locale], limit: 8})
    return read.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0)
  }

  test.each([
    ['5061', 'en'],
    ['伺服器', 'zh-TW'],
    ['server', 'en'],
    ['certificat', 'fr-FR'],
  ])('grows much less than the workspace: “%s” in %s', async (text, locale) => {
    if (once === undefined || often === undefined) throw new Error('expected the files of two workspaces')
    const [one, thirty] = [await loaded(once, text, locale), await loaded(often, text, locale)]
    expect(one).toBeGreaterThan(0)
    expect(thirty).toBeLessThan(one * 6)
  })
})
