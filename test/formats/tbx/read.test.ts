import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readAll} from '../../../src/formats/interchange-unit.ts'
import {type Concept, tbxReader} from '../../../src/formats/tbx/read.ts'
import {termbasesToTbx} from '../../../src/formats/tbx/write.ts'
import type {Diagnostic} from '../../../src/model/schema.ts'
import {shortly} from '../readers.ts'

function read(text: string): {concepts: Concept[]; diagnostics: Diagnostic[]} {
  const concepts: Concept[] = []
  const diagnostics: Diagnostic[] = []
  for (const reading of readAll(tbxReader('t.tbx'), [text])) {
    if ('concept' in reading) concepts.push(reading.concept)
    else diagnostics.push(reading.diagnostic)
  }
  return {concepts, diagnostics}
}

const essence = ({source, locale, terms}: Concept) => ({
  source,
  locale,
  terms: terms.map(({text, status}) => ({text, status})),
})

describe('src/formats/tbx/read.ts', () => {
  test('the termbase that was written is read as the same terms', () => {
    const word = fc
      .string({unit: 'grapheme', minLength: 1, maxLength: 8})
      .filter((text) => text.trim() === text)
    const entry = fc.record({
      source: word,
      approved: word,
      accepted: fc.uniqueArray(word, {maxLength: 3}),
      forbidden: fc.uniqueArray(word, {maxLength: 3}),
      note: fc.constant(''),
    })
    fc.assert(
      fc.property(fc.uniqueArray(entry, {selector: ({source}) => source, maxLength: 5}), (entries) => {
        const {concepts, diagnostics} = read([...termbasesToTbx([{locale: 'zh-TW', entries}])].join(''))
        expect(diagnostics).toEqual([])
        expect(concepts.map(essence).map(({source, terms}) => [source, terms[0]])).toEqual(
          entries
            .map(({source, approved}) => [source, {text: approved, status: 'approved'}] as const)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
        for (const {source, terms} of concepts) {
          const own = entries.find((each) => each.source === source)
          expect(new Set(terms.map(({text}) => text))).toEqual(
            new Set([own?.approved, ...(own?.accepted ?? []), ...(own?.forbidden ?? [])]),
          )
        }
      }),
    )
  })

  test('the older form and the style with elements are read as well', () => {
    const martif = `<martif type="TBX"><text><body><termEntry id="e"><langSet xml:lang="en-US"><tig><term>Any</term></tig></langSet>
<langSet xml:lang="zh-tw"><ntig><termGrp><term>任何</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry></body></text></martif>`
    const dct = `<tbx xmlns:basic="urn:x" type="TBX-Basic" style="dct"><text><body><conceptEntry id="e"><langSec xml:lang="en"><termSec><term>Any</term></termSec></langSec>
<langSec xml:lang="zh-TW"><termSec><term>任何</term><basic:administrativeStatus>preferredTerm</basic:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>`
    const expected = [{source: 'Any', locale: 'zh-TW', terms: [{text: '任何', status: 'approved'}]}]
    expect(read(martif).concepts.map(essence)).toEqual(expected)
    expect(read(dct).concepts.map(essence)).toEqual(expected)
  })

  test('entries without English, language or term are named', () => {
    const entry = (inner: string) => `<conceptEntry>${inner}</conceptEntry>\n`
    const section = (lang: string, term: string) =>
      `<langSec ${lang}><termSec><term>${term}</term></termSec></langSec>`
    const {concepts, diagnostics} = read(
      `<tbx>\n${entry(section('xml:lang="fr-FR"', 'Tous'))}${entry(section('xml:lang="en"', 'Any') + section('', 'Tous'))}${entry(section('xml:lang="en"', 'Any') + section('xml:lang="fr-FR"', ' '))}</tbx>`,
    )
    expect(concepts).toEqual([])
    expect(shortly(diagnostics)).toEqual([
      '2:15 warning missing-source',
      '3:93 warning unknown-locale',
      '4:109 warning empty-target',
    ])
  })

  test('arbitrary text never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '<tbx>', '<tbx><conceptEntry>'), fc.string(), (start, rest) => {
        expect(read(start + rest).concepts).toEqual([])
      }),
    )
  })
})
