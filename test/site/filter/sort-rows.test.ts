import {describe, expect, it} from 'vitest'
import {type SortCell, type SortOrder, sortedPlaces} from '../../../src/site/filter/sort-rows.ts'

const say = (text: string, ...ports: [number, number][]): SortCell => ({text, ports})
const sorted = (cells: readonly (SortCell | null)[], order: SortOrder = 'ascending', locale = 'en') =>
  sortedPlaces(cells, order, locale).map((place) => cells[place]?.text ?? null)

describe('src/site/filter/sort-rows.ts', () => {
  it('sorts ports by number, a port before the range that starts with it', () => {
    const ports = [
      say('b', [50_000, 59_999]),
      say('c', [443, 443]),
      say('d', [50_000, 50_000]),
      say('a', [80, 80]),
    ]
    expect(sorted(ports)).toEqual(['a', 'c', 'd', 'b'])
    expect(sorted(ports, 'descending')).toEqual(['b', 'd', 'c', 'a'])
  })

  it('sorts numbers in texts as numbers, with and without marks of groups', () => {
    expect(sorted([say('UDP 50,000'), say('UDP 443'), say('UDP 5061'), say('UDP ８０')])).toEqual([
      'UDP ８０',
      'UDP 443',
      'UDP 5061',
      'UDP 50,000',
    ])
  })

  it('sorts texts as the language does', () => {
    expect(sorted([say('Zone'), say('école'), say('Eau')], 'ascending', 'fr-FR')).toEqual([
      'Eau',
      'école',
      'Zone',
    ])
    expect(sorted([say('Zebra'), say('Äpfel')], 'ascending', 'de-DE')).toEqual(['Äpfel', 'Zebra'])
  })

  it('keeps cells that say nothing behind all others, and equal ones in the order of the document', () => {
    const cells = [say(''), say('b'), say('a'), say(' '), say('b')]
    expect(sortedPlaces(cells, 'ascending', 'en')).toEqual([2, 1, 4, 0, 3])
    expect(sortedPlaces(cells, 'descending', 'en')).toEqual([1, 4, 2, 0, 3])
  })

  it('keeps the title of a group in its place, with its rows', () => {
    expect(sorted([say('z'), say('y'), null, say('b'), say('a'), null])).toEqual([
      'y',
      'z',
      null,
      'a',
      'b',
      null,
    ])
  })
})
