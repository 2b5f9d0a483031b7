import {describe, expect, test} from 'vitest'
import {trimPolicy} from '../../../src/site/build/page-policy.ts'
import {scriptHash} from '../../../src/site/scripts.ts'

const page = (hashes: string, body: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${hashes}; style-src 'self'${hashes};">${body}`

describe('src/site/build/page-policy', () => {
  test('a hash stays exactly where its script stands in the page', () => {
    const [own, other] = ['let a = 1', 'let b = 2'].map((code) => ` '${scriptHash(code)}'`)
    expect(trimPolicy(page(`${own}${other}`, '<script type="module">let a = 1</script>'))).toBe(
      page(`${own}`, '<script type="module">let a = 1</script>'),
    )
  })

  test('a script in any writing is known by its bytes', () => {
    const [code, html] = ["let a = '埠'", (text: string) => Buffer.from(text).toString('latin1')] as const
    const own = ` '${scriptHash(code)}'`
    const written = page(own, `<script>${code}</script>`)
    expect(trimPolicy(html(written))).toBe(html(written))
  })

  test('data in a page needs no hash', () => {
    const [own, data] = ['let a = 1', '{"a": 1}'].map((code) => ` '${scriptHash(code)}'`)
    const body = '<script type="application/json" id="a">{"a": 1}</script><script>let a = 1</script>'
    expect(trimPolicy(page(`${own}${data}`, body))).toBe(page(`${own}`, body))
  })

  test('a page without scripts allows none', () => {
    expect(trimPolicy(page(` '${scriptHash('let a = 1')}'`, '<p>a</p>'))).toBe(page('', '<p>a</p>'))
  })
})
