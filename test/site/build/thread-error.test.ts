import {describe, expect, it} from 'vitest'
import {outcomeOf, resultOf} from '../../../src/site/build/thread-error.ts'

const sent = async <Result>(work: () => Promise<Result>) => structuredClone(await outcomeOf(work))

describe('src/site/build/thread-error.ts', () => {
  it('gives what a thread made', async () => {
    expect(resultOf(await sent(async () => ({pages: 3})))).toEqual({pages: 3})
  })

  it('throws what a thread threw, with its code', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), {code: 'ENOSPC'})
    const outcome = await sent(() => Promise.reject(full))
    expect(() => resultOf(outcome)).toThrow(expect.objectContaining({message: full.message, code: 'ENOSPC'}))
  })

  it('gives an error without a code none', async () => {
    const outcome = await sent(() => Promise.reject(new Error('no')))
    expect(() => resultOf(outcome)).toThrow(expect.not.objectContaining({code: expect.anything()}))
  })
})
