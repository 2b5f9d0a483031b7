import {describe, expect, it} from 'vitest'
import {remember} from '../../src/text/remember.ts'

describe('src/text/remember.ts', () => {
  it('asks once for each text, and anew after too many', () => {
    const asked: string[] = []
    const length = remember((text) => {
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
    const nothing = remember(() => {
      asked++
      return null
    }, 10)
    expect([nothing('a'), nothing('a')]).toEqual([null, null])
    expect(asked).toBe(1)
  })
})
