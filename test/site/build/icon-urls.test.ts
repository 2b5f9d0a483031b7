import {describe, expect, it} from 'vitest'
import {iconUrls} from '../../../src/site/build/icon-urls.ts'

const written = (value: string): string => {
  const declaration = {value}
  iconUrls.Declaration(declaration)
  return declaration.value
}

describe('src/site/build/icon-urls.ts', () => {
  it('writes the name of a drawing as an address that a browser can draw', () => {
    const value = written('"lucide:arrow-left"')
    expect(value).toMatch(/^url\("data:image\/svg\+xml,%3csvg [^<>#"]+%3e"\)$/)
    expect(decodeURIComponent(value)).toContain("<path d='M19 12H5'/>")
  })

  it('leaves everything else alone', () => {
    for (const value of ['"lucide"', 'red', '"x lucide:copy"']) expect(written(value)).toBe(value)
  })

  it('refuses a name that nobody drew', () => {
    expect(() => written('"lucide:no-such-drawing"')).toThrow('lucide:no-such-drawing')
  })
})
