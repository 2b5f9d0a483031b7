import {describe, expect, test} from 'vitest'
import {addPolicy} from '../../../src/site/build/page-policy.ts'
import {scriptHash} from '../../../src/site/scripts.ts'

const page = (body: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>a</title>${body}`
const policyOf = (html: string) => /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1]
const hashesOf = (html: string) => policyOf(html)?.match(/'sha256-[^']+'/g) ?? []
const hash = (code: string) => `'${scriptHash(code)}'`

describe('src/site/build/page-policy', () => {
  test('the policy stands before all that it holds for', () => {
    const html = addPolicy(page('<script>let a = 1</script>'))
    expect(html).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]+"><title>/,
    )
    expect(html.replace(/<meta http-equiv[^>]+>/, '')).toBe(page('<script>let a = 1</script>'))
  })

  test('it allows the scripts that stand in the page, once each, and no others', () => {
    const html = page(
      '<script type="module">let a = 1</script><script>let b = 2</script><script>let b = 2</script>',
    )
    expect(hashesOf(addPolicy(html))).toEqual([hash('let a = 1'), hash('let b = 2')])
    expect(policyOf(addPolicy(html))).toContain("script-src 'self' 'wasm-unsafe-eval'")
  })

  test('a script in any writing is known by its bytes', () => {
    const code = "let a = '埠'"
    const html = Buffer.from(page(`<script>${code}</script>`)).toString('latin1')
    expect(hashesOf(addPolicy(html))).toEqual([hash(code)])
  })

  test('data in a page needs no hash', () => {
    const body = '<script type="application/json" id="a">{"a": 1}</script><script>let a = 1</script>'
    expect(hashesOf(addPolicy(page(body)))).toEqual([hash('let a = 1')])
  })

  test('a page without scripts allows none, and no page allows styles in attributes or frames', () => {
    const policy = policyOf(addPolicy(page('<p>a</p>')))
    expect(hashesOf(addPolicy(page('<p>a</p>')))).toEqual([])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
  })

  test('a page that doesn’t declare its characters is refused', () => {
    expect(() => addPolicy('<!DOCTYPE html><title>a</title>')).toThrow('meta charset')
  })
})
