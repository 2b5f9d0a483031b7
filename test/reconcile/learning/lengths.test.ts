import {describe, expect, it} from 'vitest'
import {weigh} from '../../../src/reconcile/learning/lengths.ts'

describe('src/reconcile/learning/lengths.ts', () => {
  it('counts letters once, ideographs and kana twice, other characters half, and spaces not at all', () => {
    expect(weigh('TCP 443')).toBe(6)
    expect(weigh('é-ß')).toBe(2.5)
    expect(weigh('伺服器 サバ。')).toBe(10.5)
    expect(weigh('포트')).toBe(2)
  })
})
