import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {csvReader} from '../../src/formats/csv/read.ts'
import {formatOfText, readerOf, type UnitFormat} from '../../src/formats/detect.ts'
import {jsonlReader} from '../../src/formats/jsonl.ts'
import {poReader} from '../../src/formats/po/read.ts'
import {tmxReader} from '../../src/formats/tmx/read.ts'
import {knowledgeBaseToTmx} from '../../src/formats/tmx/write.ts'
import {unitsToJsonl} from '../../src/formats/units-jsonl.ts'
import {xliffReader} from '../../src/formats/xliff/read.ts'
import {knowledgeBaseToXliff} from '../../src/formats/xliff/write.ts'
import {xmlAttribute} from '../../src/formats/xml.ts'
import {csvLine} from '../../src/text/csv.ts'
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

/** Texts that a program could take for something else: names of what every object has, and numbers. */
const treacherous = fc.constantFrom('constructor', 'toString', '443', '0', 'true', 'null', 'msgid')

/** A text of PO: in quotes, with the escapes of C. */
const poText = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`

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

  test('units.jsonl that was written is read as the same units', () => {
    fc.assert(
      fc.property(pairs(visible), fc.integer({min: 1, max: 400}), (texts, size) => {
        const kb = withTexts(texts)
        const {units, diagnostics} = readText(jsonlReader('x'), [...unitsToJsonl(kb)].join(''), size)
        expect(diagnostics).toEqual([])
        expect(units.map(({id, locale, source, target}) => [id, locale, source, target])).toEqual(
          kb.units.map(({id, locale, source, target}) => [id, locale, source, target]),
        )
      }),
    )
  })

  test('CSV that was written is read as the same units, quotes and separators included', () => {
    const text = fc
      .oneof(fc.string({unit: fc.constantFrom('a', '"', ',', ';', '任', ' ', '\u00a0')}), treacherous)
      .filter(visible)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), {minLength: 1, maxLength: 6}),
        fc.integer({min: 1, max: 40}),
        (texts, size) => {
          const rows = texts.map(([source, target], at) => csvLine([`u${at}`, 'fr-FR', source, target]))
          const written = [csvLine(['id', 'locale', 'source', 'target']), ...rows].join('')
          const {units, diagnostics} = readText(csvReader('x'), written, size)
          expect(diagnostics).toEqual([])
          expect(units.map(({id, source, target}) => [id, source, target])).toEqual(
            texts.map(([source, target], at) => [`u${at}`, source, target]),
          )
        },
      ),
    )
  })

  test('PO that was written is read as the same pairs, whatever an entry is called', () => {
    const text = fc
      .oneof(fc.string({unit: fc.constantFrom('a', '"', '\\', '\t', '\n', '任', ' ', '#', '~')}), treacherous)
      .filter(visible)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(text, text), {minLength: 1, maxLength: 6, selector: ([source]) => source}),
        fc.constantFrom('\n', '\n\n'),
        (texts, between) => {
          const entries = texts.map(
            ([source, target]) => `msgid ${poText(source)}\nmsgstr ${poText(target)}\n`,
          )
          const head = 'msgid ""\nmsgstr "Language: fr-FR\\n"\n'
          const {units, diagnostics} = readText(poReader('x'), [head, ...entries].join(between))
          expect(diagnostics).toEqual([])
          const sorted = (list: readonly (readonly (string | null)[])[]) => list.map(String).toSorted()
          expect(sorted(units.map(({source, target}) => [source, target]))).toEqual(sorted(texts))
        },
      ),
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
        fc.constantFrom<UnitFormat[]>('tmx', 'xliff', 'jsonl', 'csv'),
        start,
        fc.uint8Array({minLength: 1, maxLength: 200}),
        (format, prefix, bytes) => {
          const text = prefix + new TextDecoder().decode(bytes)
          const {diagnostics} = readText(readerOf(format, 'x'), text)
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
