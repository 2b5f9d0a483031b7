import {describe, expect, test} from 'vitest'
import {placePolicy} from '../../../src/site/build/page-policy.ts'
import {scriptHash} from '../../../src/site/scripts.ts'

const hash = (code: string) => ` '${scriptHash(code)}'`
const policy = (hashes: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${hashes}; style-src 'self'${hashes};">`
const charset = '<meta charset="utf-8">'
/** As Astro writes it: the policy behind what stands in the head. */
const written = (head: string, hashes: string, body = '') => `${charset}${head}${policy(hashes)}${body}`
/** With the policy before all else. */
const placed = (head: string, hashes: string, body = '') => `${charset}${policy(hashes)}${head}${body}`

describe('src/site/build/page-policy', () => {
  test('the policy stands before the scripts of the head, and a hash stays exactly where its script stands', () => {
    const [own, other] = ['let a = 1', 'let b = 2'].map(hash)
    const [head, body] = ['<script>let a = 1</script>', '<p>a</p>']
    expect(placePolicy(written(head, `${own}${other}`, body))).toBe(placed(head, `${own}`, body))
  })

  test('a script that is not the site’s own is not allowed because it stands in the page', () => {
    const body = '<script>let a = 1</script><script>steal()</script>'
    const html = placePolicy(written('', hash('let a = 1'), body))
    expect(html).toBe(placed('', hash('let a = 1'), body))
    expect(html).not.toContain(scriptHash('steal()'))
  })

  test('a script in any writing is known by its bytes', () => {
    const [code, html] = ["let a = '埠'", (text: string) => Buffer.from(text).toString('latin1')] as const
    const body = `<script>${code}</script>`
    expect(placePolicy(html(written('', hash(code), body)))).toBe(html(placed('', hash(code), body)))
  })

  test('data in a page needs no hash', () => {
    const [own, data] = ['let a = 1', '{"a": 1}'].map(hash)
    const body = '<script type="application/json" id="a">{"a": 1}</script><script>let a = 1</script>'
    expect(placePolicy(written('', `${own}${data}`, body))).toBe(placed('', `${own}`, body))
  })

  test('a page without scripts allows none', () => {
    expect(placePolicy(written('', hash('let a = 1'), '<p>a</p>'))).toBe(placed('', '', '<p>a</p>'))
  })

  test('a page without a policy, or that doesn’t declare its characters first, is refused', () => {
    expect(() => placePolicy(`${charset}<title>a</title>`)).toThrow('content security policy')
    expect(() => placePolicy(`${policy('')}${charset}`)).toThrow('meta charset')
    expect(() => placePolicy(policy(''))).toThrow('meta charset')
  })
})
