import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isScalar, parseDocument} from 'yaml'
import {readFrontMatter} from '../../../src/ingest/identity/front-matter.ts'
import {readPlainYaml} from '../../../src/ingest/identity/front-matter-plain.ts'
import {createSource} from '../../../src/ingest/source.ts'
import {runs} from '../../support/thorough.ts'
import {ids, lines} from '../documents.ts'

const front = (text: string) => {
  const source = createSource(text, 'a.md')
  const {values, bodyStart} = readFrontMatter(source)
  return {
    source,
    values: Object.fromEntries([...values].map(([key, {value}]) => [key, value])),
    offsets: Object.fromEntries([...values].map(([key, {offset}]) => [key, offset])),
    body: text.slice(bodyStart),
  }
}

describe('src/ingest/identity/front-matter.ts', () => {
  it('reads values with their offsets, one key for a colon and a dot', () => {
    const text = '---\nms:assetid: AB-1\nms.locfileid: "409"\nlist:\n- x\n---\n# Body'
    const {values, offsets, body} = front(text)
    expect(values).toEqual({'ms.assetid': 'AB-1', 'ms.locfileid': '409'})
    expect(text.slice(offsets['ms.assetid'])).toMatch(/^AB-1/)
    expect(text.slice(offsets['ms.locfileid'])).toMatch(/^409/)
    expect(body).toBe('\n# Body')
  })

  it('reads the same from lines that end in CR and LF, and after a byte order mark', () => {
    expect(front('\ufeff---\r\ntitle: 埠\r\n---\r\nx').values).toEqual({title: '埠'})
  })

  it('reads nested and quoted YAML by the library', () => {
    const {values} = front(
      '---\ntitle: "a: \\"b\\"" # note\nmap:\n  ms.date: 1\nms.date: >-\n  07/23/2014\n---\n',
    )
    expect(values).toEqual({title: 'a: "b"', 'ms.date': '07/23/2014'})
  })

  it('says that there is none and leaves the document whole', () => {
    const {source, values, body} = front('# Title')
    expect([values, body]).toEqual([{}, '# Title'])
    expect(lines(source)).toEqual([])
  })

  it('reads the plain values of TOML between lines of +++', () => {
    const {values, body} = front(
      '+++\ntitle = "Ports"\nlang = \'fr\'\nweight = 4\n[extra]\ntitle = "x"\n+++\nText',
    )
    expect(values).toEqual({title: 'Ports', lang: 'fr', weight: '4'})
    expect(body).toBe('\nText')
  })

  it('places broken YAML and reads the lines that can be read', () => {
    const {source, values} = front('---\ntitle: a: b\nms:assetid: [x\nms.date: 01/02/2020\n---\n')
    expect(values).toMatchObject({title: 'a: b', 'ms.date': '01/02/2020'})
    expect(ids(source)).toEqual(['2:8 error broken-yaml'])
  })

  it('takes the first value of a key that stands twice', () => {
    const {source, values} = front('---\ntitle: one\ntitle: two\n---\n')
    expect(values).toEqual({title: 'one'})
    expect(ids(source)).toEqual(['3:1 warning duplicate-key'])
  })

  it('ends a block that is never closed before the body', () => {
    const {source, values, body} = front('---\ntitle: one\n\n# Body\ntext: x')
    expect([values, body]).toEqual([{title: 'one'}, '\n# Body\ntext: x'])
    expect(ids(source)).toEqual(['1:1 error unclosed-front-matter'])
  })

  it.each([
    ['brackets', `title: ${'['.repeat(60)}`],
    ['lists', `title:\n${'- '.repeat(60)}a`],
    ['indentation', `title:\n${' '.repeat(120)}a: b`],
  ])('reads only plain lines where %s may nest too deep for a parser that calls itself', (_, yaml) => {
    const source = createSource(`---\n${yaml}\nms:assetid: x\n---\n`, 'a.md')
    const {values} = readFrontMatter(source)
    expect(values.get('ms.assetid')?.value).toBe('x')
    expect(source.diagnostics.map(({id, message}) => ({id, message}))).toEqual([
      {
        id: 'broken-yaml',
        message: 'Unexpected front matter nested more than 50 deep; only plain lines were read',
      },
    ])
  })

  it('does not expand anchors', () => {
    const bomb = ['a: &a x', ...Array.from({length: 20}, (_, i) => `b${i}: [${'*a,'.repeat(50)}]`)].join('\n')
    expect(front(`---\n${bomb}\ntitle: ok\n---\n`).values).toMatchObject({title: 'ok'})
  })
})

describe('src/ingest/identity/front-matter-plain.ts', () => {
  const word = fc.stringMatching(/^[\w :#'"/.()，埠-]{0,14}$/)

  it('reads what it reads without a parser exactly as YAML does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z:.]{1,6}$/), word), {maxLength: 5}), (pairs) => {
        const yaml = pairs.map(([key, value]) => `${key}: ${value}`).join('\n')
        const plain = readPlainYaml(yaml, 0)
        if (plain === null) return
        const document = parseDocument(yaml)
        expect(document.errors).toEqual([])
        for (const [key, {value, offset}] of plain) {
          const exact = pairs.find(([name]) => name.replaceAll(':', '.') === key)?.[0] ?? key
          const node = document.get(exact, true)
          const found = isScalar(node) ? node : undefined
          expect(typeof found?.value === 'string' ? found.value : found?.source).toBe(value)
          expect(yaml.startsWith(value, offset)).toBe(true)
        }
      }),
      {numRuns: runs(400)},
    )
  })
})
