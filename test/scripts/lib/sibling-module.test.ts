import {describe, expect, test} from 'vitest'
import {siblingModule} from '../../../scripts/lib/sibling-module.ts'

describe('scripts/lib/sibling-module.ts', () => {
  test.each([
    ['file:///a/scripts/lib/site-thread.ts', 'file:///a/scripts/lib/site-worker.ts'],
    [
      'file:///a/node_modules/portolan/lib/site-thread.js',
      'file:///a/node_modules/portolan/lib/site-worker.js',
    ],
    ['file:///a%20b/%E5%9F%A0.js', 'file:///a%20b/site-worker.js'],
  ])('%s starts %s', (own, expected) => {
    expect(siblingModule(own, 'site-worker')).toBe(expected)
  })
})
