import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createEngine} from '../../../src/search/find/search-engine.ts'
import {buildSearchFiles} from '../../../src/search/index/build-index.ts'
import {orderRules} from '../../../src/search/rule-order.ts'
import {shownText} from '../../../src/search/shown-text.ts'
import {runs} from '../../support/thorough.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {assertUnique, foldRows, memoryFetch, scanWords} from '../support/brute-force.ts'
import {generatedKnowledgeBase} from '../support/generated-kb.ts'

const kb = tinyKnowledgeBase()
const files = buildSearchFiles(kb)
const engine = () => createEngine(memoryFetch(files).fetch)
const ids = async (text: string, ...locales: string[]) => {
  const {hits, total} = await engine().search({text, locales, limit: 1000})
  expect(hits).toHaveLength(total)
  return hits.map(({id}) => id).sort()
}

describe('src/search/find/search-engine.ts', () => {
  test('the words for "port" of all languages reach the same rules', async () => {
    const all = await ids('port', 'en')
    expect(all).toHaveLength(24)
    expect(await ids('連接埠', 'zh-TW')).toEqual(all)
    expect(await ids('ポート', 'ja-JP')).toEqual(all)
    expect(await ids('port', 'fr-FR')).toEqual(all)
    expect(await ids('連接埠', 'en', 'zh-TW')).toEqual(all)
  })

  test('a port and a word are both asked for', async () => {
    const port = new Set(await ids('5061', 'ja-JP'))
    const word = new Set(await ids('任意', 'ja-JP'))
    const both = await ids('5061 任意', 'ja-JP')
    expect(both.length).toBeGreaterThan(0)
    expect(new Set(both)).toEqual(port.intersection(word))
  })

  test('a port that no rule opens gives nothing, and no neighbour of it', async () => {
    expect(await ids('5062', 'en')).toEqual([])
    expect(await ids('506', 'en')).toEqual([])
  })

  test('a port in a range finds the range', async () => {
    const {hits} = await engine().search({text: '55000', locales: ['fr-FR']})
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.every(({port}) => port?.kind === 'contains')).toBe(true)
  })

  test('results mark what was asked for', async () => {
    const {hits} = await engine().search({text: '5061 任意', locales: ['ja-JP']})
    const marked = hits[0]?.cells.flatMap(({text, marks}) =>
      marks.map(([start, end]) => text.slice(start, end)),
    )
    expect(marked).toEqual(['5061', '任意'])
  })

  test('facets count the results, and narrow each other', async () => {
    const all = await engine().search({text: '連接埠', locales: ['zh-TW'], facets: true})
    const count = (values: [string, number][] | undefined) => values?.reduce((sum, [, each]) => sum + each, 0)
    expect(count(all.facets?.interface)).toBe(24)
    expect(all.facets?.corrected).toEqual([
      ['unchanged', 23],
      ['corrected', 1],
    ])
    const tcp = await engine().search({
      text: '連接埠',
      locales: ['zh-TW'],
      facets: true,
      choice: {transport: ['tcp']},
    })
    expect(tcp.total).toBe(all.facets?.transport.find(([name]) => name === 'tcp')?.[1])
    expect(tcp.facets?.transport).toEqual(all.facets?.transport)
    expect(count(tcp.facets?.interface)).toBe(tcp.total)
  })

  test('a page of results continues the one before', async () => {
    const whole = await engine().search({text: 'port', locales: ['en'], limit: 24})
    const second = await engine().search({text: 'port', locales: ['en'], limit: 10, offset: 10})
    expect(second.hits).toEqual(whole.hits.slice(10, 20))
    expect(second.total).toBe(24)
  })

  test.each(['65536', '70000', '-5', '50000-000-59 999', '', '   ', '.*', 'x'.repeat(10_000)])(
    'the query %j gives no results and no exception',
    async (text) => {
      const {total, hits} = await engine().search({text, locales: ['en', 'zh-TW', 'ja-JP', 'fr-FR']})
      expect([total, hits]).toEqual([0, []])
    },
  )

  test('a site that was published anew is read again', async () => {
    const old = buildSearchFiles(generatedKnowledgeBase(1))
    let current = old
    const search = createEngine(async (path) => {
      const text = current.get(path)
      if (text === undefined) throw new Error('404')
      return JSON.parse(text)
    })
    await search.warm()
    current = files
    expect((await search.search({text: 'port', locales: ['en']})).total).toBe(24)
  })

  describe.each([
    ['the tiny knowledge base', kb],
    ['a generated knowledge base', generatedKnowledgeBase(12)],
  ])('in %s', (_, base) => {
    assertUnique(base)
    const rules = orderRules(base)
    const search = createEngine(memoryFetch(buildSearchFiles(base)).fetch)

    test.each(['en', ...base.locales])(
      'any piece of a row in %s is found exactly where a scan finds it',
      async (locale) => {
        const rows = foldRows(rules, locale)
        const texts = rules
          .flatMap(({row}) => row.cells.map((cell) => shownText(cell, locale)))
          .filter((text) => text !== '')
        await fc.assert(
          fc.asyncProperty(
            fc.nat(texts.length - 1),
            fc.nat(60),
            fc.integer({min: 1, max: 30}),
            fc.boolean(),
            async (at, from, length, quoted) => {
              const text = texts[at] ?? ''
              const piece = text.slice(from % text.length, (from % text.length) + length)
              const asked = quoted ? `"${piece.replaceAll('"', '')}"` : piece
              const answer = await search.search({text: asked, locales: [locale], limit: 10_000})
              const {ports, protocols, transports, words, problems} = answer.query
              // Ports and names that are facts have tests of their own.
              if (
                ports.length + protocols.length + transports.length + problems.length > 0 ||
                words.length === 0
              )
                return
              expect(answer.hits.map(({id}) => id).sort()).toEqual(scanWords(rules, rows, words))
            },
          ),
          {numRuns: runs(50)},
        )
      },
    )
  })
})
