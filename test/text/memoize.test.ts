import {describe, expect, it} from 'vitest'
import {memoize, memoizeByLocale} from '../../src/text/memoize.ts'

describe('src/text/memoize.ts', () => {
  it('asks once for each text, and anew after too many', () => {
    const asked: string[] = []
    const length = memoize((text) => {
      asked.push(text)
      return text.length
    }, 2)
    expect(['a', '', 'a', ''].map(length)).toEqual([1, 0, 1, 0])
    expect(asked).toEqual(['a', ''])
    expect(['bcd', 'bcd', 'a'].map(length)).toEqual([3, 3, 1])
    expect(asked).toEqual(['a', '', 'bcd', 'a'])
  })

  it('remembers that there is no answer', () => {
    let asked = 0
    const nothing = memoize(() => {
      asked++
      return null
    }, 10)
    expect([nothing('a'), nothing('a')]).toEqual([null, null])
    expect(asked).toBe(1)
  })

  it('keeps no long texts', () => {
    let asked = 0
    const length = memoize((text) => {
      asked++
      return text.length
    }, 10)
    const long = 'a'.repeat(20_000)
    expect([length(long), length(long)]).toEqual([20_000, 20_000])
    expect(asked).toBe(2)
  })

  it('keeps the answers of each locale apart', () => {
    const asked: string[] = []
    const name = memoizeByLocale((text, locale) => {
      asked.push(`${locale} ${text}`)
      return `${text} in ${locale}`
    }, 10)
    expect([name('a', 'fr-FR'), name('a', 'ja-JP'), name('a', 'fr-FR')]).toEqual([
      'a in fr-FR',
      'a in ja-JP',
      'a in fr-FR',
    ])
    expect(asked).toEqual(['fr-FR a', 'ja-JP a'])
  })
})
