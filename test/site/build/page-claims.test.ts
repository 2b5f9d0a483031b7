import {Worker} from 'node:worker_threads'
import {describe, expect, test} from 'vitest'
import {claimFrom, noClaims} from '../../../src/site/build/page-claims.ts'

const taken = (claims: Iterable<number>, count: number): number[] => {
  const numbers: number[] = []
  for (const number of claims) {
    numbers.push(number)
    if (numbers.length === count) break
  }
  return numbers
}

describe('src/site/build/page-claims', () => {
  test('whoever begins at the first page meets the others in the middle', () => {
    const claims = noClaims(5)
    expect(taken(claimFrom(claims, 'first'), 2)).toEqual([0, 1])
    expect([...claimFrom(claims, 'last')]).toEqual([4, 3, 2])
    expect([...claimFrom(claims, 'first')]).toEqual([])
    expect([...claimFrom(noClaims(0), 'first')]).toEqual([])
  })

  test('several that begin at the same end get different pages', () => {
    const claims = noClaims(6)
    const [one, two] = [claimFrom(claims, 'last'), claimFrom(claims, 'last')]
    const numbers = [one.next(), two.next(), one.next(), two.next(), one.next(), two.next()]
    expect(numbers.map(({value}) => value)).toEqual([5, 4, 3, 2, 1, 0])
    expect([one.next().done, two.next().done]).toEqual([true, true])
  })

  test('each page is claimed by exactly one of several threads', async () => {
    const claims = noClaims(20_000)
    const program = `
      const {parentPort, workerData} = require('node:worker_threads')
      import(workerData.module).then(({claimFrom}) =>
        parentPort.postMessage([...claimFrom(workerData.claims, 'last')]))`
    const module = new URL('../../../src/site/build/page-claims.ts', import.meta.url).href
    const threads = Array.from({length: 3}, () => {
      const thread = new Worker(program, {eval: true, workerData: {module, claims}})
      return new Promise<number[]>((resolve, reject) => thread.on('message', resolve).on('error', reject))
    })
    const numbers = (await Promise.all([...threads, [...claimFrom(claims, 'first')]])).flat()
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({length: 20_000}, (_, at) => at))
  })
})
