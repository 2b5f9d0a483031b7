import {describe, expect, it} from 'vitest'
import {nearestTag} from '../../src/languages/nearest-tag.ts'

const tags = ['en', 'fr-FR', 'pt-AO', 'pt-BR', 'sr-Latn-RS', 'zh-CN', 'zh-TW']

describe('src/languages/nearest-tag.ts', () => {
  it.each([
    ['fr-FR', 'fr-FR'],
    ['fr-fr', 'fr-FR'],
    ['fr', 'fr-FR'],
    ['fr-CA', 'fr-FR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-CN'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-SG', 'zh-CN'],
    ['sr-Latn', 'sr-Latn-RS'],
    ['sr', null],
    ['nl', null],
    ['', null],
    ['no tag', null],
    ['constructor', null],
  ])('%s is served by %s', (locale, tag) => {
    expect(nearestTag(locale, tags)).toBe(tag)
  })

  it('takes the names of Norwegian for one language', () => {
    expect(['no', 'nn', 'nn-NO', 'nb'].map((locale) => nearestTag(locale, ['da', 'nb']))).toEqual(
      Array.from({length: 4}, () => 'nb'),
    )
  })
})
