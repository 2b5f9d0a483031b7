import {setTimeout} from 'node:timers/promises'
import {expect, it} from 'vitest'
import {settleAll} from '../../../src/app/build/settle-all.ts'

it('gives what all gave, in their order', async () => {
  const slow = setTimeout(5, 'slow')
  expect(await settleAll([slow, Promise.resolve(1), 'plain'])).toEqual(['slow', 1, 'plain'])
})

it('throws an error only when all have ended', async () => {
  let ended = false
  const slow = setTimeout(5).then(() => {
    ended = true
  })
  await expect(settleAll([Promise.reject(new Error('no room')), slow])).rejects.toThrow('no room')
  expect(ended).toBe(true)
})

it('throws the first error of the list, whichever came first', async () => {
  const late = setTimeout(5).then(() => Promise.reject(new Error('of the list')))
  await expect(settleAll([late, Promise.reject(new Error('in time'))])).rejects.toThrow('of the list')
})
