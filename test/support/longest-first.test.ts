import {existsSync} from 'node:fs'
import {expect, test} from 'vitest'
import {seconds} from './longest-first.ts'

test('each file that is known to take long is there', () => {
  expect(Object.keys(seconds).filter((path) => !existsSync(path))).toEqual([])
})
