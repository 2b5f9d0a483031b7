/** One grammar: what a table reads as a range, a search and the checks read as the same one. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parsePorts} from '../../../src/facts/ports/ports.ts'
import {DASHES} from '../../../src/facts/ports/range-separators.ts'
import {knownLocales, localeData} from '../../../src/languages/languages.ts'
import {readNumbers, readRanges} from '../../../src/reconcile/reading/numbers/numbers.ts'
import {parseQuery} from '../../../src/search/query/query.ts'
import {createLexicon} from '../../../src/search/query/query-words.ts'

const lexicon = createLexicon(knownLocales.map(localeData), [])

const dashes = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code)).filter((character) =>
  new RegExp(`[${DASHES}]`, 'u').test(character),
)
const others = ['~', '～', '〜', '∼', '∽', '⁓', '〰', '...', '…', '‥', '..', '--', '~~']
const digits = ['0123456789', '０１２３４５６７８９', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९']

const separator = fc.constantFrom(...dashes, ...others)
const space = fc.constantFrom('', ' ', '\u00a0', '\u3000', '\u2009')
const bounds = fc
  .tuple(fc.integer({min: 1, max: 65535}), fc.integer({min: 1, max: 65535}))
  .filter(([low, high]) => low < high)

describe('src/facts/ports/range-separators.ts', () => {
  it('knows every dash that keyboards and converters give', () => {
    expect([...'-‐‑‒–—―−ー－﹣'].filter((character) => !dashes.includes(character))).toEqual([])
  })

  it('is read alike in tables, searches and checks, with any separator, spaces and digits', () => {
    fc.assert(
      fc.property(
        bounds,
        separator,
        space,
        fc.constantFrom(...digits),
        fc.constantFrom(...knownLocales),
        ([low, high], mark, gap, script, locale) => {
          const write = (value: number) => [...String(value)].map((digit) => script[Number(digit)]).join('')
          const text = `${write(low)}${gap}${mark}${gap}${write(high)}`
          expect(parsePorts(text, locale)).toEqual({ok: true, ranges: [[low, high]], any: false})
          expect(parseQuery(text, lexicon)).toMatchObject({
            ports: [{range: [low, high], transport: null}],
            words: [],
            problems: [],
          })
          // Checks read texts with their places, in the digits that firewalls take.
          const plain = `${low}${gap}${mark}${gap}${high}`
          const data = localeData(locale)
          expect(readRanges(plain, readNumbers(plain, data.digitGroups), data)).toMatchObject([{low, high}])
        },
      ),
    )
  })

  it.each(
    knownLocales.flatMap((locale) => localeData(locale).rangeFrames.map((frame) => [locale, frame] as const)),
  )('in %s %j is a range in tables and searches', (locale, frame) => {
    const text = frame.replace('{low}', '5000').replace('{high}', '5010')
    expect(parsePorts(text, locale)).toEqual({ok: true, ranges: [[5000, 5010]], any: false})
    expect(parseQuery(text, lexicon).ports).toEqual([{range: [5000, 5010], transport: null}])
  })

  it('has one highest port', () => {
    const spelt = readdirSync('src', {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.ts') && name !== join('model', 'max-port.ts'))
      .filter((name) =>
        readFileSync(join('src', name), 'utf8')
          .split('\n')
          .some(
            (line) =>
              !/^\s*(?:\/?\*|\/\/)/u.test(line) && /\b65535\b/u.test(line.replace(/(['"`]).*?\1/gu, '')),
          ),
      )
    expect(spelt).toEqual([])
  })
})
