import {describe, expect, test} from 'vitest'
import {openStateOf, stateOfSegment} from '../../../src/formats/work-state.ts'
import {xliffReader} from '../../../src/formats/xliff/read.ts'
import {readText, shortly} from '../readers.ts'

const xliff2 = (units: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr-FR"><file id="f">\n${units}\n</file></xliff>`
const xliff1 = (units: string, file = 'target-language="zh-TW"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" ${file}><body>\n${units}\n</body></file></xliff>`
const read = (text: string) => readText(xliffReader('u.xlf'), text)

describe('src/formats/xliff/read.ts', () => {
  test('segments and what stands between them are joined to one unit', () => {
    const {units, diagnostics} = read(
      xliff2(`<unit id="u1" name="cell 1"><notes><note>Any</note></notes>
<segment><source>Open.</source><target>Ouvrez.</target></segment><ignorable><source> </source></ignorable>
<segment><source>Close.</source><target>Fermez.</target></segment></unit>`),
    )
    expect(diagnostics).toEqual([])
    expect(units).toEqual([
      {
        id: 'cell 1',
        locale: 'fr-FR',
        source: 'Open. Close.',
        target: 'Ouvrez. Fermez.',
        place: {path: 'u.xlf', line: 3, column: 40},
        date: null,
        states: [stateOfSegment(undefined), stateOfSegment(undefined)],
        translate: true,
        english: 'stated',
      },
    ])
  })

  test('a unit with one segment untranslated has no target', () => {
    const {units, diagnostics} = read(
      xliff2(
        '<unit id="u"><segment><source>A</source><target>B</target></segment><segment><source>C</source></segment></unit>',
      ),
    )
    expect(units[0]?.target).toBe('')
    expect(shortly(diagnostics)).toEqual(['2:49 warning empty-target'])
  })

  test('codes of XLIFF 2.1 become what they stand for', () => {
    const {units} = read(
      xliff2(`<unit id="u"><originalData><data id="d">%s</data></originalData><segment>
<source>Open <pc id="1">port <ph id="2" dataRef="d"/></pc><ph id="3" equiv="NL"/><cp hex="0001"/></source>
<target>Ouvrez <mrk id="m" type="term">le port</mrk> <ph id="2"/><sm id="4"/></target></segment></unit>`),
    )
    expect(units[0]?.source).toBe('Open port %sNL\u0001')
    expect(units[0]?.target).toBe('Ouvrez le port <ph id="2"/>')
  })

  test('XLIFF 1.2 is read, without the proposals of a memory', () => {
    const {units, diagnostics} = read(
      xliff1(`<trans-unit id="7"><source>Any <g id="1">host</g><x id="2"/></source><seg-source><mrk mtype="seg">Any</mrk></seg-source>
<target>任何<g id="1">主機</g><x id="2" equiv-text="!"/></target>
<alt-trans><source>Any</source><target>每</target></alt-trans></trans-unit>`),
    )
    expect(diagnostics).toEqual([])
    expect(units).toEqual([
      {
        id: '7',
        locale: 'zh-TW',
        source: 'Any host<x id="2"/>',
        target: '任何主機!',
        place: {path: 'u.xlf', line: 3, column: 9},
        date: null,
        states: [{name: 'unapproved', finished: false, said: null}],
        translate: true,
        english: 'stated',
      },
    ])
  })

  test('a file of XLIFF 1.2 does not inherit the language of the one before', () => {
    const {diagnostics} = read(
      `<xliff version="1.2"><file target-language="fr-FR"/><file><trans-unit id="1"><source>A</source><target>B</target></trans-unit></file></xliff>`,
    )
    expect(diagnostics.map(({id}) => id)).toEqual(['unknown-locale'])
  })

  test('units without source, target or language are named', () => {
    const unit = (id: string, inner: string) => `<trans-unit id="${id}">${inner}</trans-unit>\n`
    const {units, diagnostics} = read(
      xliff1(
        unit('1', '<target>任何</target>') +
          unit('2', '<source>Any</source>') +
          unit('3', '<source>Any</source><target/>'),
      ),
    )
    expect(shortly(diagnostics)).toEqual([
      '2:28 warning missing-source',
      '3:20 warning empty-target',
      '4:49 warning empty-target',
    ])
    expect(units.map(({id}) => id)).toEqual(['2', '3'])
    const english = read(xliff1(unit('1', '<source>A</source><target>B</target>'), 'target-language="en-GB"'))
    expect(english.diagnostics.map(({id}) => id)).toEqual(['english-target'])
  })

  test('units of XLIFF 1.2 have the day of their file', () => {
    const unit = '<trans-unit id="1"><source>A</source><target>B</target></trans-unit>'
    const {units} = read(xliff1(unit, 'target-language="zh-TW" date="2026-01-31T12:00:00Z"'))
    expect(units[0]?.date).toBe('2026-01-31')
  })

  test.for<[unit: string, target: string, open: string | null]>([
    ['', '', 'unapproved'],
    ['approved="yes"', '', null],
    ['approved="no"', '', 'unapproved'],
    ['approved="true"', '', 'unapproved'],
    ['', 'state="final"', null],
    ['', 'state="signed-off"', null],
    ['approved="yes"', 'state="translated"', null],
    ['approved="yes"', 'state="signed-off" state-qualifier="mt-suggestion"', null],
    ['approved="no"', 'state="final"', 'unapproved'],
    ['approved="yes"', 'state="needs-review-translation"', 'needs-review-translation'],
    ['approved="yes"', 'state="new"', 'new'],
    ['', 'state="translated"', 'translated'],
    ['', 'state="x-done"', 'x-done'],
    ['', 'state="reviewed"', 'unknown'],
    ['approved="yes"', 'state="final" state-qualifier="rejected-inaccurate"', 'rejected-inaccurate'],
  ])('a trans-unit with %s and a target with %s waits as %s', ([unit, target, open]) => {
    const {units} = read(
      xliff1(`<trans-unit id="1" ${unit}><source>A</source><target ${target}>B</target></trans-unit>`),
    )
    expect(openStateOf(units[0]?.states ?? [], new Set())?.name ?? null).toBe(open)
  })

  test('a unit is finished when each of its segments is', () => {
    const segment = (state: string) =>
      `<segment state="${state}"><source>A</source><target>B</target></segment>`
    const openOf = (accepted: string[], ...states: string[]) => {
      const {units} = read(xliff2(`<unit id="u">${states.map(segment).join('')}</unit>`))
      return openStateOf(units[0]?.states ?? [], new Set(accepted))?.name ?? null
    }
    expect(openOf([], 'final', 'final')).toBeNull()
    expect(openOf([], 'final', 'reviewed')).toBe('reviewed')
    expect(openOf(['initial'], 'initial', 'translated')).toBe('translated')
    expect(openOf(['initial', 'translated'], 'initial', 'translated')).toBeNull()
  })

  test('what is not to be translated is known, of a unit, its group or its file', () => {
    const unit = (id: string, attributes = '') =>
      `<unit id="${id}" ${attributes}><segment state="final"><source>A</source><target>B</target></segment></unit>`
    const {units} = read(
      xliff2(
        `${unit('1', 'translate="no"')}<group id="g" translate="no">${unit('2')}<group id="h" translate="yes">${unit('3')}</group>${unit('4')}</group>${unit('5')}`,
      ),
    )
    expect(units.map(({translate}) => translate)).toEqual([false, false, true, false, true])
  })

  test('units that we wrote before 0.2 are unproven, those that we write now are stated', () => {
    const unit =
      '<unit id="u"><segment state="translated" subState="portolan:machine"><source>A</source><target>B</target></segment></unit>'
    const note = '<notes><note category="english" id="stated">All.</note></notes>'
    expect(read(xliff2(unit)).units[0]?.english).toBe('unproven')
    expect(read(xliff2(note + unit)).units[0]?.english).toBe('stated')
  })

  test('a truncated file is reported at its end', () => {
    const {diagnostics} = read(xliff2('<unit id="u"><segment><source>A').slice(0, -20))
    expect(diagnostics.map(({id}) => id)).toEqual(['malformed-xml'])
  })

  test('a million elements inside each other are reported soon', () => {
    const deep = '<g>'.repeat(1e6) + '</g>'.repeat(1e6)
    const {diagnostics} = read(
      xliff1(`<trans-unit id="1"><source>A</source><target>B${deep}</target></trans-unit>`),
    )
    expect(diagnostics.map(({id}) => id)).toEqual(['too-deep'])
  })
})
