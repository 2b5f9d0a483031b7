import {describe, expect, test} from 'vitest'
import {collectProse, type SiteProse} from '../../../src/site/build/collect-prose.ts'

const page = (pathname: string) => ({pathname, route: {type: 'page' as const}})
const record = {id: '', title: 'a', heading: '', text: 'b'}
const notAsked = () => {
  throw new Error('a page without prose of its own was asked for it')
}

describe('src/site/build/collect-prose.ts', () => {
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
    prose.add('en/guide/start/', () => [])
    prose.add('en/ports/443/', notAsked)
    expect(told).toEqual([])
    prose.add('en/topics/a/', () => [record])
    prose.add('', notAsked)
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
    prose.add('en/topics/a/', () => [record])
    prose.end()
    prose.end()
    expect(told).toEqual([new Map([['en/topics/a/', [record]]])])
  })
})
