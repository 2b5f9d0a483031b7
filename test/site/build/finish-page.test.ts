import {describe, expect, test} from 'vitest'
import {finishPage} from '../../../src/site/build/finish-page.ts'
import {contentPolicy} from '../../../src/site/layout/policy.ts'

const policy = `<meta http-equiv="content-security-policy" content="${contentPolicy(['let a = 1'])}">`
const page = (head: string) =>
  `<!DOCTYPE html><html><head>${head}</head><body><a href="/en/">埠</a></body></html>`
const charset = '<meta charset="utf-8">'

describe('src/site/build/finish-page.ts', () => {
  test('a page whose head begins with its policy gets relative addresses', () => {
    const html = page(`${charset}${policy}<title>a</title>`)
    expect(finishPage(html, '/', '/en/ports/')).toBe(html.replace('/en/', '../'))
    expect(finishPage(html, '/', '/404/')).toBe(html)
  })

  test.each([
    ['has no policy', charset],
    ['has something before it that it doesn’t hold for', `${charset}<script>let a = 1</script>${policy}`],
    ['doesn’t declare its characters', policy],
    ['has it in the body', `${charset}</head><body>${policy}`],
  ])('a page that %s is refused with its path', (_, head) => {
    expect(() => finishPage(page(head), '/', 'en/ports/')).toThrow(/^en\/ports\/: expected a head/)
  })
})
