import {describe, expect, it} from 'vitest'
import {languageName} from '../../../src/site/shared/site-languages.ts'

describe('src/site/shared/site-languages.ts', () => {
  it('leaves out a region that tells nothing apart, and shows one that does', () => {
    expect(languageName('ja-JP', ['en', 'fr-FR', 'ja-JP'])).toBe('日本語')
    expect(languageName('zh-TW')).toBe('繁體中文')
    const chinese = ['en', 'zh-CN', 'zh-TW']
    expect(chinese.map((locale) => languageName(locale, chinese))).toEqual([
      'English',
      '简体中文',
      '繁體中文',
    ])
    expect(languageName('zh-CN', ['en', 'zh-CN'])).toBe('中文')
    const mixed = ['en', 'ja', 'ja-JP', 'pt-BR', 'pt-PT']
    const shown = mixed.map((locale) => languageName(locale, mixed))
    expect(new Set(shown).size).toBe(mixed.length)
    expect(shown[0]).toBe('English')
  })
})
