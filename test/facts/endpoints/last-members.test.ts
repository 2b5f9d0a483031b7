import {describe, expect, it} from 'vitest'
import {endpointOf} from '../../../src/facts/endpoints/endpoint-of.ts'

describe('the last member of a list of ends', () => {
  it.each([
    ['en', 'Weir 1, Weir 2 and Weir 3', ['weir-1', 'weir-2', 'weir-3']],
    ['en', 'Weir 1, Weir 2, or Weir 3', ['weir-1', 'weir-2', 'weir-3']],
    ['en', '10.8.0.1, 10.8.0.2 and 10.8.0.3', ['10.8.0.1', '10.8.0.2', '10.8.0.3']],
    ['de-DE', 'Wehr 1, Wehr 2 und Wehr 3', ['wehr-1', 'wehr-2', 'wehr-3']],
    ['fr-FR', 'Barrage 1, barrage 2 et barrage 3', ['barrage-1', 'barrage-2', 'barrage-3']],
    ['ja-JP', '水門 1、水門 2 と水門 3', ['水門-1', '水門-2', '水門-3']],
    ['zh-CN', '水闸 1、水闸 2 和水闸 3', ['水闸-1', '水闸-2', '水闸-3']],
    ['en', 'Weir 1, Tide and Flood desk', ['weir-1', 'tide-and-flood-desk']],
  ])('is parted in %s where both halves are alike: %s', (locale, text, expected) => {
    const end = endpointOf(text, locale)
    expect([end?.id, ...(end?.alternatives ?? [])]).toEqual(expected)
  })

  it.each([
    ['Headquarters router', 'headquarters-router'],
    ['Campus weir', 'campus-weir'],
    ['Weirs', 'weir'],
    ['Public APIs', 'public-api'],
  ])('keeps the s of a word that is no plural: %s', (text, expected) => {
    expect(endpointOf(text, 'en')?.id).toBe(expected)
  })
})
