import {describe, expect, test} from 'vitest'
import {knowledgeBaseToXliff} from '../../../src/formats/xliff/write.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {xliffErrors} from '../../support/xml-schemas.ts'

const written = (locale: string | null, kb = tinyKnowledgeBase()) =>
  [...knowledgeBaseToXliff(kb, {locale})].join('')

describe('src/formats/xliff/write.ts', () => {
  test.for([null, 'zh-TW'])('the units of %s are valid by the schema of XLIFF 2.1', async (locale) => {
    expect(await xliffErrors(written(locale))).toEqual([])
  })

  test('a document that breaks the schema is not taken for valid', async () => {
    expect(await xliffErrors(written('zh-TW').replace('<segment state', '<segment place'))).not.toEqual([])
  })

  test('a document for one locale says so and holds no other', () => {
    const xliff = written('ja-JP')
    expect(xliff).toContain('trgLang="ja-JP"')
    expect(xliff).not.toContain('fr-FR')
  })

  test('each edition is a file and each of its cells with English a unit', () => {
    const kb = tinyKnowledgeBase()
    const xliff = written(null)
    expect(xliff.match(/<file /g)).toHaveLength(kb.editions.length)
    expect(xliff.match(/<unit /g)).toHaveLength(kb.units.length)
  })

  test('a corrected cell carries its text, its original, its finding and its place', () => {
    const unit = /<unit [^>]*name="bilingual\/zh-TW\/edge-with-nat.md#t1r1c2">[\s\S]*?<\/unit>/.exec(
      written('zh-TW'),
    )?.[0]
    expect(unit).toMatchInlineSnapshot(`
      "<unit id="t1r1c2" name="bilingual/zh-TW/edge-with-nat.md#t1r1c2">
      <notes>
      <note category="place">bilingual/zh-TW/edge-with-nat.md:128:9</note>
      <note category="original">每</note>
      <note category="finding">critical any-lost: Unexpected “每”, expected “任何”</note>
      </notes>
      <segment state="translated" subState="portolan:corrected">
      <source>Any</source>
      <target>任何</target>
      </segment>
      </unit>"
    `)
  })

  test('cells whose English was inferred are left out', () => {
    const kb = tinyKnowledgeBase()
    kb.units = kb.units.map((unit, index) => (index === 0 ? unit : {...unit, sourceOrigin: 'shape'}))
    expect(written(null, kb).match(/<unit /g)).toHaveLength(1)
  })

  test('editions that another one replaces are left out', () => {
    const kb = tinyKnowledgeBase()
    const [first] = kb.editions
    kb.editions = kb.editions.map((edition) =>
      edition === first ? {...edition, supersededBy: kb.editions[1]?.id ?? null} : edition,
    )
    expect(written(null, kb).match(/<file /g)).toHaveLength(kb.editions.length - 1)
  })

  test('characters that XML cannot hold stay valid', async () => {
    const kb = tinyKnowledgeBase()
    kb.units = kb.units.map((unit) => ({...unit, source: '<&\u0001', published: '\uDC00\r\n'}))
    expect(await xliffErrors(written('fr-FR', kb))).toEqual([])
  })

  test('without units there is nothing to write', () => {
    expect(written('ko-KR')).toBe('')
  })
})
