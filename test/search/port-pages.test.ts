import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {openSearchXml} from '../../src/search/opensearch.ts'
import {portData, portPages} from '../../src/search/port-pages.ts'
import {portScale} from '../../src/search/port-scale.ts'
import {differingNames, registeredName} from '../../src/search/query/registered-names.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {generatedKnowledgeBase} from './support/generated-kb.ts'

describe('src/search/port-pages.ts', () => {
  const {topics} = generatedKnowledgeBase(3)
  const pages = portPages(topics)
  const rules = topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)))

  test('each named port and range has a page with exactly the rules that it meets', () => {
    expect(pages.length).toBeGreaterThan(40)
    for (const {range, rules: shown} of pages) {
      const meets = rules.filter(({facts}) =>
        [...facts.ports, ...facts.sourcePorts].some(([low, high]) => low <= range[1] && high >= range[0]),
      )
      expect(shown.map(({rule}) => rule.id).sort()).toEqual(meets.map(({id}) => id).sort())
    }
  })

  test('rules of exactly the port come first, ranges by width, source ports last', () => {
    for (const {rules: shown} of pages) {
      const ranks = shown.map(
        ({match}) => (match.sourcePort ? 10 : 0) + ['exact', 'contains', 'overlaps'].indexOf(match.kind),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
  })

  test('the data of a page names rules, facts and match', () => {
    const [page] = portPages(tinyKnowledgeBase().topics).filter(({id}) => id === '5061')
    expect(page).toBeDefined()
    if (page === undefined) return
    const data = portData(page)
    expect(data.port).toBe('5061')
    expect(data.rules.length).toBeGreaterThan(0)
    for (const {match, facts} of data.rules) expect([match, facts.ports]).toEqual(['exact', [[5061, 5061]]])
  })
})

describe('src/search/port-scale.ts', () => {
  const port = fc.nat(65535)
  const input = fc.array(
    fc.tuple(port, port, fc.boolean()).map(([one, two, single]) => {
      const range: [number, number] = single ? [one, one] : [Math.min(one, two), Math.max(one, two)]
      return {id: range.join('-'), range, rules: 1}
    }),
  )

  test('marks stay in the picture, keep to scale, and touch no other on their line', () => {
    fc.assert(
      fc.property(input, (marks) => {
        const scale = portScale(marks, 1000)
        expect(scale.marks).toHaveLength(marks.length)
        for (const {x, width, range} of scale.marks) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(1000.02)
          expect(Math.abs(x - (range[0] / 65536) * 1000)).toBeLessThanOrEqual(1)
          expect(width).toBeGreaterThanOrEqual(1)
        }
        for (const lane of Map.groupBy(scale.marks, (mark) => mark.lane).values()) {
          const sorted = lane.toSorted((a, b) => a.x - b.x)
          for (const [at, mark] of sorted.entries())
            if (at > 0)
              expect(mark.x).toBeGreaterThanOrEqual((sorted[at - 1]?.x ?? 0) + (sorted[at - 1]?.width ?? 0))
        }
      }),
    )
  })
})

describe('src/search/query/registered-names.ts', () => {
  test('a registered name is given where rules use the port for something else', () => {
    expect(registeredName(443, 'tcp')?.name).toBe('https')
    const rule = (protocols: string[]) => ({transports: ['tcp' as const], protocols})
    expect(differingNames(443, [rule(['HTTPS'])])).toEqual([])
    expect(differingNames(443, [rule(['HTTPS']), rule(['SIP', 'PSOM'])])).toMatchObject([
      {transport: 'tcp', name: 'https', used: ['PSOM', 'SIP']},
    ])
    expect(differingNames(443, [rule([])])).toEqual([])
    expect(differingNames(49151, [rule(['SIP'])])).toEqual([])
  })
})

describe('src/search/opensearch.ts', () => {
  test('the description is well-formed whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        // Control characters can't stand in XML; texts of the site have none.
        const name = text.replace(/[^\P{C}]/gu, '')
        const parser = new SaxesParser()
        const failed: Error[] = []
        parser.on('error', (error) => failed.push(error))
        parser
          .write(
            openSearchXml({
              name,
              description: name,
              locale: 'en',
              searchPage: `https://x.example/?a=1&b=${name}`,
              self: 'https://x.example/o.xml',
              icon: 'https://x.example/i.svg',
            }),
          )
          .close()
        expect(failed).toEqual([])
      }),
    )
  })
})
