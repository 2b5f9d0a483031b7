import {describe, expect, it} from 'vitest'
import {readGap} from '../../../src/facts/ports/gap-words.ts'

const kinds = (gap: string, locale: string) => readGap(gap, locale).map(({kind}) => kind)

describe('src/facts/ports/gap-words.ts', () => {
  it.each([
    [' to ', 'en', ['range']],
    [' à ', 'fr-FR', ['range']],
    ['から', 'ja-JP', ['range']],
    [', and port ', 'en', ['list', 'and', 'count']],
    ['埠至', 'zh-TW', ['skip', 'range']],
    [' tomorrow ', 'en', ['unknown']],
    [' ordinary ', 'en', ['unknown']],
  ])('reads “%s” in %s as %j', (gap, locale, expected) => {
    expect(kinds(gap, locale)).toEqual(expected)
  })

  it('knows the English words in every language', () => {
    expect(kinds(' and ', 'ja-JP')).toEqual(['and'])
  })

  it('gives up on a long text at once', () => {
    expect(kinds('と'.repeat(1000), 'ja-JP')).toEqual(['unknown'])
  })
})
