import {describe, expect, it} from 'vitest'
import {dropMarks, dropRaised} from '../../../src/facts/ports/footnotes.ts'
import {UNCLEAR} from '../../../src/text/cell-structure.ts'

describe('src/facts/ports/footnotes.ts', () => {
  it('drops raised and circled figures, and never joins what they part', () => {
    expect(dropRaised('443¹ 5061② 80†')).toBe('443 5061 80')
    expect(dropRaised('22¹443')).toBe(`22${UNCLEAR}443`)
    expect(dropRaised('80₂')).toBe(`80${UNCLEAR}`)
  })

  it.each([
    ['443*', 'en', '443'],
    ['443*1', 'en', '443'],
    ['443 (1)', 'en', '443'],
    ['443 [2]', 'en', '443'],
    ['443 (a)', 'en', '443'],
    ['443 ‡', 'en', '443'],
    ['443 ※1', 'ja-JP', '443'],
    ['443(注 2)', 'ja-JP', '443'],
    ['443 (Anm. 3)', 'de-DE', '443'],
    ['443 (note 3)', 'fr-FR', '443'],
    ['443 (註1)', 'zh-TW', '443'],
    ['443 (주 1)', 'ko-KR', '443'],
    ['443 (примечание 1)', 'ru-RU', '443'],
    ['443 (see note 2, may be changed)', 'en', '443'],
    ['443 (voir note 2, port modifiable)', 'fr-FR', '443'],
    ['443 (siehe Anmerkung 4: änderbar)', 'de-DE', '443'],
    ['443 (註 2、可變更)', 'zh-TW', '443'],
  ])('drops the mark of %j in %s', (text, locale, expected) => {
    expect(dropMarks(text, locale)).toBe(expected)
  })

  it.each([
    ['80 (note 2, or 8080)'],
    ['80 (note 2, UDP only)'],
    ['80 (note 2/3)'],
    ['80 (443)'],
    ['80 (22)'],
    ['80 (TCP)'],
    ['443'],
  ])('keeps %j', (text) => {
    expect(dropMarks(text, 'en')).toBe(text)
  })

  it('parts two numbers that a star joins', () => {
    expect(dropMarks('53*953', 'en')).toContain(UNCLEAR)
    expect(dropMarks('53* 953', 'en')).toContain(UNCLEAR)
  })
})
