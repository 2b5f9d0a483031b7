import {describe, expect, test} from 'vitest'
import {tmxReader} from '../../../src/formats/tmx/read.ts'
import {UNSTATED} from '../../../src/formats/work-state.ts'
import {readText, shortly} from '../readers.ts'

const HEADER = '<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>'
const tmx = (body: string) => `<?xml version="1.0"?>\n${HEADER}\n${body}\n</body></tmx>`
const read = (text: string) => readText(tmxReader('m.tmx'), text)

/** What a file of another tool says beside its texts. */
const plain = {states: [UNSTATED], translate: true, english: 'stated'}

describe('src/formats/tmx/read.ts', () => {
  test('each variant that is not the source is a unit with the place of its text', () => {
    const {units, diagnostics} = read(
      tmx(`<tu tuid="a">
<tuv xml:lang="EN-us"><seg>Any</seg></tuv>
<tuv xml:lang="zh-tw"><seg>任何</seg></tuv>
<tuv lang="fr_FR"><prop type="x">y</prop><seg>Tous &amp; <![CDATA[<toutes>]]></seg></tuv></tu>`),
    )
    expect(diagnostics).toEqual([])
    expect(units).toEqual([
      {
        id: 'a',
        locale: 'zh-TW',
        source: 'Any',
        target: '任何',
        place: {path: 'm.tmx', line: 5, column: 28},
        date: null,
        ...plain,
      },
      {
        id: 'a',
        locale: 'fr-FR',
        source: 'Any',
        target: 'Tous & <toutes>',
        place: {path: 'm.tmx', line: 6, column: 47},
        date: null,
        ...plain,
      },
    ])
  })

  test('a unit has the day of its variant, else that of its tu', () => {
    const {units} = read(
      tmx(`<tu creationdate="20250131T120000Z"><tuv xml:lang="en"><seg>A</seg></tuv>
<tuv xml:lang="fr-FR"><seg>B</seg></tuv><tuv xml:lang="ja-JP" changedate="20260228T235959Z"><seg>C</seg></tuv>
<tuv xml:lang="zh-TW" changedate="20260231T000000Z"><seg>D</seg></tuv></tu>`),
    )
    expect(units.map(({date}) => date)).toEqual(['2025-01-31', '2026-02-28', null])
  })

  test('a file of ours proves nothing unless it says that its English is stated', () => {
    const unit = (property = '') =>
      `<tu>${property}<tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="fr-FR"><seg>B</seg></tuv></tu>`
    const from = (tool: string, header: string, ...units: string[]) => {
      const text = `<tmx version="1.4"><header creationtool="${tool}" srclang="en">${header}</header><body>${units.join('')}</body></tmx>`
      return readText(tmxReader('m.tmx'), text).units.map(({english}) => english)
    }
    const shape = '<prop type="x-source-origin">shape</prop>'
    const span = '<prop type="x-source-origin">span</prop>'
    const before = from('portolan', '', unit(), unit(shape), unit(span), unit())
    expect(before).toEqual(['unproven', 'inferred', 'unproven', 'unproven'])
    const stated = '<prop type="x-english">stated</prop>'
    expect(from('portolan', stated, unit(), unit(span))).toEqual(['stated', 'stated'])
    expect(from('other', '', unit(), unit(shape))).toEqual(['stated', 'stated'])
  })

  test('inline codes keep what they stand for', () => {
    const {units} = read(
      tmx(`<tu><tuv xml:lang="en"><seg>Open <hi>port</hi> <ph x="1">{0}</ph></seg></tuv>
<tuv xml:lang="de-DE"><seg><bpt i="1">&lt;b></bpt>Port<ept i="1">&lt;/b></ept> <ph x="1"/></seg></tuv></tu>`),
    )
    expect(units[0]).toMatchObject({id: '1', source: 'Open port {0}', target: '<b>Port</b> <ph/>'})
  })

  test('a unit without source, without target or without language is named', () => {
    const {units, diagnostics} = read(
      tmx(`<tu><tuv xml:lang="zh-TW"><seg>任何</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Any</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Any</seg></tuv><tuv><seg>任何</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Any</seg></tuv><tuv xml:lang="!?"><seg>任何</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Any</seg></tuv><tuv xml:lang="fr-FR"><seg> </seg></tuv></tu>`),
    )
    expect(shortly(diagnostics)).toEqual([
      '3:5 warning missing-source',
      '4:5 warning missing-target',
      '5:54 error unknown-locale',
      '6:68 error unknown-locale',
      '7:71 warning empty-target',
    ])
    expect(units.map((unit) => unit.target)).toEqual([' '])
  })

  test('malformed XML is reported with its line, and what stood before it is read', () => {
    const good = '<tu><tuv xml:lang="en"><seg>Any</seg></tuv><tuv xml:lang="fr-FR"><seg>Tous</seg></tuv></tu>'
    const {units, diagnostics} = read(tmx(`${good}\n<tu><tuv></tu>\n${good}`))
    expect(units).toHaveLength(1)
    expect(shortly(diagnostics)).toEqual(['4:15 error malformed-xml'])
  })

  test('entities of a DTD are not expanded', () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
${HEADER}<tu><tuv xml:lang="en"><seg>&b;</seg></tuv><tuv xml:lang="fr-FR"><seg>x</seg></tuv></tu></body></tmx>`
    const {units, diagnostics} = read(bomb)
    expect(units).toEqual([])
    expect(shortly(diagnostics)).toEqual(['3:100 error malformed-xml'])
    expect(diagnostics[0]?.hint).toContain('not expanded')
  })

  test('an external entity is not fetched', () => {
    const {diagnostics} = read(
      `<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${HEADER}<tu><tuv xml:lang="en"><seg>&x;</seg></tuv></tu></body></tmx>`,
    )
    expect(shortly(diagnostics)).toEqual(['2:100 error malformed-xml'])
  })

  test('another root element is not taken for TMX', () => {
    expect(shortly(read('<html><body/></html>').diagnostics)).toEqual(['1:7 error wrong-root'])
  })

  test('a value of 50 MB is reported and left out', () => {
    const {units, diagnostics} = readText(
      tmxReader('m.tmx'),
      tmx(
        `<tu><tuv xml:lang="en"><seg>Any</seg></tuv><tuv xml:lang="fr-FR"><seg>${'x'.repeat(50e6)}</seg></tuv></tu>`,
      ),
      65_536,
    )
    expect(units).toEqual([])
    expect(shortly(diagnostics)).toEqual(['3:71 error text-too-long'])
  })
})
