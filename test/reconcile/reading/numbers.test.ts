import {describe, expect, it} from 'vitest'
import {localeData} from '../../../src/languages/languages.ts'
import {multipliersOf} from '../../../src/reconcile/reading/numbers/multipliers.ts'
import {readNumbers, readRanges} from '../../../src/reconcile/reading/numbers/numbers.ts'

const valuesOf = (text: string, locale: string): number[] =>
  readNumbers(text, [',', '.'], multipliersOf(locale)).map(({value}) => value)

describe('src/reconcile/reading/numbers', () => {
  it.each([
    ['3 萬個節點', 'zh-TW', [30000]],
    ['2万个节点', 'zh-CN', [20000]],
    ['4 万台', 'ja-JP', [40000]],
    ['노드 3만 개', 'ko-KR', [30000]],
    ['3 mil nodos', 'es-ES', [3000]],
    ['3 mil nós', 'pt-BR', [3000]],
    ['3 Tausend Knoten', 'de-DE', [3000]],
    ['2 million nodes', 'en', [2000000]],
  ])('reads the word that multiplies a number as a part of it: %s', (text, locale, values) => {
    expect(valuesOf(text, locale)).toEqual(values)
  })

  it('takes no beginning of a longer word for one, and no unit', () => {
    expect(valuesOf('3 milímetros', 'es-ES')).toEqual([3])
    expect(valuesOf('3 Mbit', 'de-DE')).toEqual([3])
  })

  it.each([
    ['1,500MB 以上の空き', 'ja-JP', [1500]],
    ['하루 10GB 미만', 'ko-KR', [10]],
    ['限制为 10,000KB。', 'zh-CN', [10000]],
    ['Attendez 30s.', 'fr-FR', [30]],
    ['Débit de 100Mo/s', 'fr-FR', [100]],
    ['2.5GHz', 'en', [2, 5]],
  ])('reads a number right before the symbol of its unit: %s', (text, locale, values) => {
    expect(valuesOf(text, locale)).toEqual(values)
  })

  it.each(['6721ip', '802.11n', '5G', '443de', '3Dateien', '10Gbx', '2MB-file', '4hosts', '7samba'])(
    'takes a letter of any other word behind a number for that of a word: %s',
    (text) => {
      expect(
        valuesOf(text, 'en').filter((value) => String(value) === /[0-9]+(?=[A-Za-z])/.exec(text)?.[0]),
      ).toEqual([])
    },
  )

  it.each(['Moves from 4.4 to 5.0', 'Releases 4.2-5', 'From 5.x to 6', '10.0.0.1-10.0.0.9'])(
    'takes digits between dots for no bound of a range: %s',
    (text) => {
      expect(readRanges(text, readNumbers(text, [',']), localeData('en'))).toEqual([])
    },
  )

  it('multiplies nothing for a tag that is none', () => {
    expect(multipliersOf('???')).toEqual([])
  })

  it('takes month and day of a date for no range', () => {
    for (const locale of ['en', 'de-DE', 'ja-JP']) {
      const data = localeData(locale)
      const rangesOf = (text: string) => readRanges(text, readNumbers(text, data.digitGroups), data)
      expect(rangesOf('2017-05-06 02:12')).toEqual([])
      expect(rangesOf('2017-05-06 02:12, TCP 8400-8410')).toMatchObject([{low: 8400, high: 8410}])
      expect(rangesOf('2001-2010')).toMatchObject([{low: 2001, high: 2010}])
    }
  })
})
