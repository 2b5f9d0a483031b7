import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {parseFragment} from 'parse5'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import {htmlAttribute, htmlText} from '../../src/text/html-text.ts'

const text = fc.string({unit: fc.constantFrom(...'&<>"\'/=a;#xl t'), maxLength: 30})

describe('src/text/html-text.ts', () => {
  it('gives back the same text to whoever parses it, between tags and in an attribute', () => {
    fc.assert(
      fc.property(text, text, (inside, value) => {
        const [element] = parseFragment(
          `<p title="${htmlAttribute(value)}">${htmlText(inside)}</p>`,
        ).childNodes
        if (element === undefined || !('attrs' in element)) throw new Error('expected an element')
        expect(element.attrs).toEqual([{name: 'title', value}])
        const [child, other] = element.childNodes
        expect(other).toBeUndefined()
        expect(child === undefined ? '' : 'value' in child && child.value).toBe(inside)
      }),
    )
  })

  it('is, with formats/xml.ts, the only place where markup is escaped', () => {
    const own = ['src/text/html-text.ts', 'src/formats/xml.ts']
    const escaping = /&(?:lt|quot);['`]\s*[),}]/
    const found = globSync(['src/**/*.ts', 'scripts/**/*.ts'])
      .filter((path) => !own.includes(path))
      .filter((path) => escaping.test(readFileSync(path, 'utf8')))
    // An entity that is read back, and one that is put where a parser of HTML needs it.
    const markdown = [
      'src/facts/direction/arrows.ts',
      'src/ingest/html/html-region.ts',
      'src/ingest/write-back/edits.ts',
    ]
    expect(found.filter((path) => !markdown.includes(path))).toEqual([])
  })
})
