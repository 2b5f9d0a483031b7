import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {shortLabels, type Titled} from '../../src/search/short-labels.ts'

const titled = (...titles: string[]): Titled[] =>
  titles.map((title, index) => ({id: `t-${index}`, title, path: `docs/t-${index}.md`}))

const labelsOf = (titles: string[], small: string[] = []): string[] => [
  ...shortLabels(titled(...titles), small).values(),
]

describe('search/short-labels', () => {
  test('what most titles begin or end with tells nothing', () => {
    expect(
      labelsOf(
        [
          'Port summary - Single relay with NAT in Contoso Server 2019',
          'Port summary - Relay pool in Contoso Server 2019',
          'Port requirements for Contoso Server 2019',
        ],
        ['in', 'for'],
      ),
    ).toEqual(['Single relay with NAT', 'Relay pool', 'Port requirements'])
  })

  test('titles without spaces are cut at separators alone', () => {
    expect(
      labelsOf([
        'Contoso 2019：連接埠摘要 - 單一轉送',
        'Contoso 2019：連接埠摘要 - 轉送集區',
        'Contoso 2019 のポート',
      ]),
    ).toEqual(['單一轉送', '轉送集區', 'Contoso 2019 のポート'])
  })

  test('a title that is nothing but what all begin with stays whole', () => {
    expect(labelsOf(['Ports: relay', 'Ports: proxy', 'Ports'])).toEqual(['relay', 'proxy', 'Ports'])
  })

  test('titles that would be the same label stay whole', () => {
    const titles = ['A: ports', 'A: list', 'B: ports', 'B: list']
    expect(labelsOf(titles)).toEqual(titles)
  })

  test('the same title twice is told apart by its folder', () => {
    const labels = shortLabels(
      [
        {id: 'ports', title: 'Ports', path: 'docs/v2/ports.md'},
        {id: 'ports-1', title: 'Ports', path: 'docs/v1/ports.md'},
      ],
      [],
    )
    expect([...labels.values()]).toEqual(['Ports (v2)', 'Ports (v1)'])
  })

  test('no label is empty, and none stands twice', () => {
    const pieces = ['Ports', 'ports', ' - ', ': ', ' in ', 'Relay', '：', '埠', '', ' ', '(', 'ポート', '|']
    const title = fc.array(fc.constantFrom(...pieces), {maxLength: 8}).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.array(title, {minLength: 1, maxLength: 12}), (titles) => {
        const labels = labelsOf(titles, ['in'])
        expect(labels.every((label) => label.trim() !== '')).toBe(true)
        expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(titles.length)
      }),
    )
  })
})
