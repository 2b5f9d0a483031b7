import {describe, expect, it} from 'vitest'
import {isMeasure} from '../../../src/reconcile/reading/numbers/measures.ts'

const measures = (text: string, locale: string): boolean =>
  isMeasure(text, (/^[^0-9]*[0-9]+/.exec(text)?.[0] ?? '').length, locale)

describe('src/reconcile/reading/numbers/measures', () => {
  it.each([
    ['保留 10% 空间', 'zh-CN'],
    ['在1秒内', 'zh-CN'],
    ['5 分間', 'ja-JP'],
    ['nach 30 Sekunden', 'de-DE'],
    ['10 Go', 'fr-FR'],
    ['20 %', 'not a tag'],
  ])('knows the unit behind a number: %s', (text, locale) => {
    expect(measures(text, locale)).toBe(true)
  })

  it.each([
    ['端口 443 的', 'zh-CN'],
    ['Port 443 des Aufzugs', 'de-DE'],
    ['443 seconde', 'de-DE'],
    ['443', 'en'],
  ])('takes no other word for a unit: %s', (text, locale) => {
    expect(measures(text, locale)).toBe(false)
  })
})
