import {describe, expect, it} from 'vitest'
import {denialIn} from '../../../src/facts/denied-text.ts'
import {requirementOf} from '../../../src/facts/requirement/requirement-words.ts'

describe('src/facts/requirement/requirement-words.ts, of ports that another one takes over', () => {
  it.each([
    ['Moved to 6205.', 'en'],
    ['Please use port 6443 instead.', 'en'],
    ['Durch 6443 ersetzt', 'de-DE'],
    ['Utilisez plutôt le port 6443.', 'fr-FR'],
    ['Movido al puerto 6205', 'es-ES'],
    ['6205 に移行しました。', 'ja-JP'],
    ['已被 6443 取代', 'zh-CN'],
    ['6205로 이동됨', 'ko-KR'],
    ['Перенесён на порт 6205', 'ru-RU'],
    ['Przeniesiony na port 6205', 'pl-PL'],
    ['Vervangen door poort 6443', 'nl-NL'],
    ['Đã chuyển sang cổng 6205', 'vi-VN'],
  ])('reads “%s” in %s as one of old products, with the port that is current', (note, locale) => {
    expect(requirementOf(note, locale)).toEqual({requirement: 'legacy', quote: note})
  })

  it.each([
    ['Not replaced by 6443.', 'en'],
    ['Can be replaced by 6443.', 'en'],
    ['Will be replaced by 6443.', 'en'],
    ['No longer deprecated.', 'en'],
    ['Do not use 6443 instead.', 'en'],
    ['Moves parcels to 6205.', 'en'],
    ['Kann durch 6443 ersetzt werden', 'de-DE'],
    ['Pourra être remplacé par 6443', 'fr-FR'],
  ])('takes “%s” in %s for none', (note, locale) => {
    expect(requirementOf(note, locale).requirement).not.toBe('legacy')
  })

  it.each([
    ['Port 6204 has moved to 6205.', 'en'],
    ['The gauge now uses port 6205.', 'en'],
    ['Please use 6205.', 'en'],
    ['6204 wurde durch 6205 ersetzt.', 'de-DE'],
    ['6204 は 6205 に移行しました。', 'ja-JP'],
    ['6204 已被 6205 取代', 'zh-CN'],
  ])('takes the row of the new port for current: “%s” in %s', (note, locale) => {
    expect(requirementOf(note, locale, [[6205, 6205]]).requirement).not.toBe('legacy')
    expect(requirementOf(note, locale, [[6204, 6204]]).requirement).toBe('legacy')
  })

  it.each([
    ['Changed to 7200 seconds.', 'en'],
    ['Changed to 500 users.', 'en'],
    ['Auf 7200 Sekunden geändert.', 'de-DE'],
    ['7200 秒に変更', 'ja-JP'],
  ])('takes no figure of units for a port: “%s” in %s', (note, locale) => {
    expect(requirementOf(note, locale, [[6204, 6204]]).requirement).not.toBe('legacy')
  })

  it('makes a port that stands in for another one conditional, and one that is missed required', () => {
    expect(requirementOf('If 6443 is blocked, use this port instead.').requirement).toBe('conditional')
    expect(requirementOf('If this port is blocked, parcels are lost.').requirement).toBe('required')
  })

  it.each([
    ['Reserved for future use', 'en'],
    ['Für künftige Verwendung reserviert', 'de-DE'],
    ['Reservado para uso futuro', 'pt-BR'],
    ['保留供将来使用', 'zh-CN'],
    ['향후 사용을 위해 예약됨', 'ko-KR'],
  ])('refuses what nothing uses yet: “%s” in %s', (note, locale) => {
    expect(denialIn(note, locale)).toBe(note)
  })
})
