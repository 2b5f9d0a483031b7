import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const headers = [...read('src/site/public/_headers').matchAll(/^ {2}([A-Z][\w-]+): (.+)$/gm)].map(
  ([, name = '', value = '']) => ({name, value}),
)
const guide = read('docs/hosting.md')
const part = (language: string) => new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``).exec(guide)?.[1] ?? ''

describe('src/site/public/_headers', () => {
  test('it has what a page cannot say of itself', () => {
    expect(headers).toContainEqual({name: 'Content-Security-Policy', value: "frame-ancestors 'none'"})
    expect(headers.length).toBeGreaterThanOrEqual(8)
  })

  test('the guide gives the same headers for nginx and Apache, and says why', () => {
    for (const {name, value} of headers) {
      expect(guide).toContain(`| \`${name}: ${value}\` |`)
      expect(part('apache')).toContain(`set ${name} "${value}"`)
      if (name !== 'Cache-Control') expect(part('nginx')).toContain(`add_header ${name} "${value}" always;`)
      else expect(part('nginx')).toContain(`"${value}";`)
    }
  })
})
