import {describe, expect, test} from 'vitest'
import {collectProse, type SiteProse} from '../../../src/site/build/collect-prose.ts'

const page = (pathname: string) => ({pathname, route: {type: 'page' as const}})
const record = {id: '', title: 'a', heading: '', text: 'b'}

describe('src/site/build/collect-prose', () => {
  test('pages with prose come first, and their prose is told before the others are written', () => {
    const told: SiteProse[] = []
    const prose = collectProse((found) => told.push(found))
    const markdown = {pathname: '/en/topics/a.md', route: {type: 'endpoint' as const}}
    const paths = [page('/en/ports/443'), markdown, page('/en/topics/a/'), page('/'), page('en/guide/start')]
    expect(prose.order(paths).map(({pathname}) => pathname)).toEqual([
      '/en/topics/a/',
      'en/guide/start',
      '/en/ports/443',
      '/en/topics/a.md',
      '/',
    ])
    prose.add({path: 'en/guide/start/', prose: []})
    prose.add({path: 'en/ports/443/', prose: null})
    expect(told).toEqual([])
    prose.add({path: 'en/topics/a/', prose: [record]})
    prose.add({path: '', prose: null})
    prose.end()
    expect(told).toEqual([
      new Map([
        ['en/guide/start/', []],
        ['en/topics/a/', [record]],
      ]),
    ])
  })

  test('a site without prose, or whose pages were not all written, tells what there is at the end', () => {
    const told: SiteProse[] = []
    const prose = collectProse((found) => told.push(found))
    prose.order([page('/en/topics/a/'), page('/en/topics/b/')])
    prose.add({path: 'en/topics/a/', prose: [record]})
    prose.end()
    prose.end()
    expect(told).toEqual([new Map([['en/topics/a/', [record]]])])
  })
})
