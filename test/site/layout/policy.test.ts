import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {contentPolicy} from '../../../src/site/layout/policy.ts'

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
/** The sources that a directive of a policy allows. */
const sources = (policy: string, directive: string): string[] =>
  policy
    .split(';')
    .map((each) => each.trim().split(' '))
    .find(([name]) => name === directive)
    ?.slice(1) ?? []

describe('src/site/layout/policy.ts', () => {
  test('allows the scripts of the page by their bytes, and no other', () => {
    const policy = contentPolicy(['let a = 1', "let b = '埠'"])
    expect(sources(policy, 'script-src')).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      "'inline-speculation-rules'",
      hash('let a = 1'),
      hash("let b = '埠'"),
    ])
  })

  test('allows no script and no style to stand in a page that names none', () => {
    expect(sources(contentPolicy([]), 'script-src').filter((source) => source.includes('sha256'))).toEqual([])
    expect(sources(contentPolicy(['let a = 1']), 'style-src')).toEqual(["'self'"])
    expect(sources(contentPolicy([]), 'default-src')).toEqual(["'none'"])
  })
})
