import {describe, expect, it} from 'vitest'
import {knownLocales} from '../../../src/languages/languages.ts'
import operators from '../../../src/languages/lists/operators.json' with {type: 'json'}
import {operatorsOf} from '../../../src/languages/lists/operators.ts'
import {foldWords} from '../../../src/reconcile/reading/placed-fold.ts'

describe('src/languages/lists/operators.ts', () => {
  it('knows words for “except”, “unless” and “only” of every language that the interface has', () => {
    for (const tag of knownLocales.filter((each) => !each.startsWith('en') && each !== 'base')) {
      const words = operatorsOf(tag)
      expect([tag, words?.except.length, words?.unless.length, words?.only.length]).not.toContain(0)
      expect([tag, words]).not.toContain(null)
    }
  })

  it('has each word once in a list, in small letters as people write them', () => {
    for (const [tag, lists] of Object.entries(operators))
      for (const words of Object.values(lists)) {
        expect([tag, words]).toEqual([tag, words.map((word) => word.toLowerCase())])
        expect(words.map(foldWords)).toEqual([...new Set(words.map(foldWords))])
      }
  })

  it('tells the two ways of writing Chinese apart, and serves the regions of a language', () => {
    expect(operatorsOf('zh-Hant-HK')).toBe(operatorsOf('zh-TW'))
    expect(operatorsOf('zh-Hans')).toBe(operatorsOf('zh-CN'))
    expect(operatorsOf('zh-CN')).not.toBe(operatorsOf('zh-TW'))
    expect(operatorsOf('fr-CA')).toBe(operatorsOf('fr-FR'))
    expect(operatorsOf('qya')).toBeNull()
  })
})
