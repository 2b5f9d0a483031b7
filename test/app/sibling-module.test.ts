import {describe, expect, test} from 'vitest'
import {siblingModule} from '../../src/app/sibling-module.ts'

describe('src/app/sibling-module.ts', () => {
  test.each([
    ['file:///a/src/app/build/site-thread.ts', 'file:///a/src/app/build/site-worker.ts'],
    [
      'file:///a/node_modules/portolan/lib/site-thread.js',
      'file:///a/node_modules/portolan/lib/site-worker.js',
    ],
    ['file:///a%20b/%E5%9F%A0.js', 'file:///a%20b/site-worker.js'],
  ])('%s starts %s', (own, expected) => {
    expect(siblingModule(own, 'site-worker')).toBe(expected)
  })
})
