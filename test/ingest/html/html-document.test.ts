import {describe, expect, it} from 'vitest'
import {readHtmlDocument} from '../../../src/ingest/html/html-document.ts'
import {ingest} from '../../../src/ingest/ingest.ts'

const table = '<table><tr><th>Port</th><th>Protocol</th></tr><tr><td>8443</td><td>TCP</td></tr></table>'
const page = (body: string): string =>
  `<!doctype html><html lang="nl"><head><title>Poorten van de mast</title></head><body>${body}</body></html>\n`

describe('src/ingest/html/html-document.ts', () => {
  it.each([
    ['closed', `${'<div>'.repeat(6000)}${table}${'</div>'.repeat(6000)}`],
    ['never closed', `${'<div>'.repeat(6000)}${table}`],
    ['in quotes and lists', `${'<blockquote><ul><li>'.repeat(2000)}${table}`],
  ])('reads a page whose elements are nested as deep as nobody nests them, %s', (_, body) => {
    const {tables, diagnostics, info} = ingest(page(body), 'masten/poorten.html')
    expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
    expect(info.locale).toBe('nl')
    expect(tables.map(({columns}) => columns)).toEqual([['port', 'protocol']])
  })

  it('ends an element that no tag closes with the last of what it holds', () => {
    const text = page('<main><h2>Poorten<p>Van de mast <b>en de boei</main>')
    expect(
      readHtmlDocument(text)
        .text.trim()
        .split(/\s*\n\s*/),
    ).toEqual(['## Poorten', 'Van de mast <b>en de boei'])
  })

  it('takes language, title and names of its head, each from its own place', () => {
    const text =
      '<html lang="pl"><head><title>Porty</title><meta name="MS.date" content="01/31/2026"></head><body><main>x</main></body></html>'
    const {values, bodyStart} = readHtmlDocument(text).front
    expect(Object.fromEntries([...values].map(([key, {value}]) => [key, value]))).toMatchObject({
      lang: 'pl',
      title: 'Porty',
    })
    expect(values.get('title')?.offset).toBe(text.indexOf('<title>'))
    expect(bodyStart).toBe(text.indexOf('<main>'))
  })
})
