import {describe, expect, test} from 'vitest'
import {knowledgeBaseToTmx} from '../../../src/formats/tmx/write.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {hasXmllint, tmxErrors} from '../../support/xml-schemas.ts'

const written = (kb = tinyKnowledgeBase()) => [...knowledgeBaseToTmx(kb, '1.2.3')].join('')

const skipped = hasXmllint ? '' : ' (skipped: xmllint is not here)'

describe.skipIf(!hasXmllint)(`src/formats/tmx/write.ts by the DTD${skipped}`, () => {
  test('the memory is valid TMX 1.4b', () => {
    expect(tmxErrors(written())).toEqual([])
  })

  test('a document that breaks the DTD is not taken for valid', () => {
    expect(tmxErrors(written().replace('<seg>', '<text>').replace('</seg>', '</text>'))).not.toEqual([])
  })

  test('markup and characters that XML cannot hold do no harm', () => {
    const kb = tinyKnowledgeBase()
    kb.units = kb.units
      .slice(0, 1)
      .map((unit) => ({...unit, id: '"<&>\n', source: '<b>&\u0000\uD800', published: ']]>\r'}))
    expect(tmxErrors(written(kb))).toEqual([])
    expect(written(kb)).toContain('<seg>&lt;b&gt;&amp;\uFFFD\uFFFD</seg>')
  })
})

describe('src/formats/tmx/write.ts', () => {
  test('what is published is written, not what was found', () => {
    const tmx = written()
    expect(tmx).toContain('<seg>任何</seg>')
    expect(tmx).not.toContain('<seg>每</seg>')
  })

  test('cells that say the same are one unit with a count', () => {
    const [any] =
      written().match(/<tu [^>]*usagecount="(\d+)"[^>]*>(?:(?!<\/tu>)[\s\S])*<seg>任何<\/seg>/) ?? []
    const uses = tinyKnowledgeBase().units.filter(
      ({locale, source}) => locale === 'zh-TW' && source === 'Any',
    )
    expect(any).toContain(`usagecount="${uses.length}"`)
  })

  test('English that was inferred is no memory', () => {
    const kb = tinyKnowledgeBase()
    for (const sourceOrigin of ['shape', 'memory'] as const) {
      kb.units = kb.units.map((unit) => ({...unit, sourceOrigin}))
      expect(written(kb)).not.toContain('<tu')
    }
    expect(written()).toContain('<prop type="x-english">stated</prop>')
  })

  test('cells that show English for want of a translation are left out', () => {
    const kb = tinyKnowledgeBase()
    kb.units = kb.units.map((unit) => ({...unit, status: 'source', published: unit.source ?? ''}))
    expect(written(kb)).not.toContain('<tu')
  })
})
