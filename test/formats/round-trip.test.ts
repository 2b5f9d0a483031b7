import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {formatOfText, readerOf} from '../../src/formats/detect.ts'
import {jsonlReader} from '../../src/formats/jsonl.ts'
import {tmxReader} from '../../src/formats/tmx/read.ts'
import {knowledgeBaseToTmx} from '../../src/formats/tmx/write.ts'
import {xliffReader} from '../../src/formats/xliff/read.ts'
import {knowledgeBaseToXliff} from '../../src/formats/xliff/write.ts'
import {xmlAttribute} from '../../src/formats/xml.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {readText} from './readers.ts'

const base = tinyKnowledgeBase()

/** The tiny knowledge base with other texts in its units. */
const withTexts = (texts: readonly [string, string][]) => ({
  ...base,
  units: base.units.slice(0, texts.length).map((unit, at) => ({
    ...unit,
    source: texts[at]?.[0] ?? '',
    published: texts[at]?.[1] ?? '',
  })),
})

/** Any string of UTF-16 code units, lone surrogates and controls included. */
const anyText = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.string({
    unit: fc.constantFrom('<', '&', '>', ']]>', '\r', '\n', '\u0000', '\uD800', '\uFFFF', '"', ' ', '任'),
  }),
)
const visible = (text: string) => text.trim() !== ''
/** Whether XML can hold the text, by the way of the writer: nothing of it had to be replaced. */
const speakable = (text: string) =>
  text.isWellFormed() && xmlAttribute(text.replaceAll('\uFFFD', '')).includes('\uFFFD') === false

const pairs = (keep: (text: string) => boolean) =>
  fc.array(fc.tuple(anyText.filter(keep), anyText.filter(keep)), {minLength: 1, maxLength: 8})

describe('src/formats', () => {
  test('XLIFF that was written is read as the same units, whatever characters they hold', () => {
    fc.assert(
      fc.property(pairs(visible), fc.integer({min: 1, max: 400}), (texts, size) => {
        const kb = withTexts(texts)
        const {units, diagnostics} = readText(
          xliffReader('x'),
          [...knowledgeBaseToXliff(kb, {locale: null})].join(''),
          size,
        )
        expect(diagnostics).toEqual([])
        expect(units.map(({id, locale, source, target}) => [id, locale, source, target])).toEqual(
          kb.units.map(({id, locale, source, published}) => [id, locale, source, published]),
        )
      }),
    )
  })

  test('TMX that was written is read as the same pairs', () => {
    fc.assert(
      fc.property(
        pairs((text) => visible(text) && speakable(text)),
        fc.integer({min: 1, max: 400}),
        (texts, size) => {
          const kb = withTexts(texts)
          const {units, diagnostics} = readText(
            tmxReader('x'),
            [...knowledgeBaseToTmx(kb, '1')].join(''),
            size,
          )
          expect(diagnostics).toEqual([])
          const key = (source: string | null, target: string) => JSON.stringify([source, target])
          expect(new Set(units.map(({source, target}) => key(source, target)))).toEqual(
            new Set(kb.units.map(({source, published}) => key(source, published))),
          )
        },
      ),
    )
  })

  test('JSON Lines that were written are read as the same units', () => {
    fc.assert(
      fc.property(pairs(visible), fc.integer({min: 1, max: 400}), (texts, size) => {
        const lines = texts.map(([source, target], id) =>
          JSON.stringify({id, locale: 'ja-JP', source, target}),
        )
        const {units, diagnostics} = readText(jsonlReader('x'), lines.join('\n'), size)
        expect(diagnostics).toEqual([])
        expect(units.map(({source, target}) => [source, target])).toEqual(texts)
      }),
    )
  })

  test('bytes without sense never throw and never go by in silence', () => {
    const start = fc.constantFrom(
      '',
      '<tmx>',
      '<xliff><file><unit id="1">',
      '<?xml version="1.0"?>',
      '{"id":',
      '\uFEFF',
    )
    fc.assert(
      fc.property(
        fc.constantFrom('tmx', 'xliff', 'jsonl'),
        start,
        fc.uint8Array({minLength: 1, maxLength: 200}),
        (format, prefix, bytes) => {
          const text = prefix + new TextDecoder().decode(bytes)
          const {diagnostics} = readText(readerOf(format as 'tmx', 'x'), text)
          if (text.trim() !== '' && text.replace('\uFEFF', '').trim() !== '')
            expect(diagnostics).not.toEqual([])
        },
      ),
    )
  })

  test('the format is told by the first characters', () => {
    expect(formatOfText('\uFEFF<?xml version="1.0"?>\n<!-- tmx -->\n<tmx version="1.4">')).toBe('tmx')
    expect(formatOfText('<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2">')).toBe('xliff')
    expect(formatOfText('\n{"id": 1}')).toBe('jsonl')
    expect(formatOfText('<martif type="TBX">')).toBe('tbx')
    expect(formatOfText('---\ntitle: x\n---\n<table>')).toBeNull()
    expect(formatOfText('<html>')).toBeNull()
  })
})
