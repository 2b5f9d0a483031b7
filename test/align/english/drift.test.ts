import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import type {ColumnKind, KnowledgeBase} from '../../../src/model/schema.ts'
import {type CellText, editionOf, tableOf} from '../../support/edition-of.ts'

const HEADER: CellText[] = ['Protocol', 'Port', 'Purpose']
const ROWS: CellText[][] = [
  ['TCP', '443', 'Web console'],
  ['UDP', '514', 'Log'],
  ['TCP', '22', 'Shell'],
]

const document = (
  locale: string,
  lines: CellText[][],
  columns: ColumnKind[] = ['protocol', 'port', 'notes'],
) =>
  editionOf({
    path: `${locale}/guide.md`,
    locale,
    form: locale === 'en' ? 'source' : 'plain',
    assetId: null,
    tables: [tableOf(columns, lines)],
  })

const english = document('en', [HEADER, ...ROWS])
const drift = (kb: KnowledgeBase) =>
  kb.diagnostics.map(({id, place, message}) => `${place.path}:${place.line} ${id} ${message}`)

describe('src/align/english/drift.ts', () => {
  it('says nothing where both documents have the same rows, and takes the English of each', () => {
    const french = document('fr', [
      ['Protocole', 'Port', 'But'],
      ['TCP', '443', 'Console'],
      ['UDP', '514', 'Journal'],
      ['TCP', '22', 'Terminal'],
    ])
    const kb = buildKnowledgeBase([french, english])
    expect(drift(kb)).toEqual([])
    const units = kb.units.filter(({locale}) => locale === 'fr')
    expect(units.map(({source, target}) => [source, target])).toContainEqual(['Shell', 'Terminal'])
    expect(units.every(({sourceOrigin}) => sourceOrigin === 'document')).toBe(true)
  })

  it('names rows that only one side has, and gives none of them the English of another row', () => {
    const french = document('fr', [
      ['Protocole', 'Port', 'But'],
      ['TCP', '443', 'Console'],
      ['TCP', '5985', 'Gestion'],
      ['TCP', '22', 'Terminal'],
    ])
    const kb = buildKnowledgeBase([french, english])
    expect(drift(kb)).toEqual([
      'fr/guide.md:11 missing-row row missing in fr: “UDP | 514 | Log”, which the English has at en/guide.md:12',
      'fr/guide.md:12 extra-row row not in English any more: “TCP | 5985 | Gestion”, which en/guide.md does not have',
    ])
    const managed = kb.units.find(({target}) => target === 'Gestion')
    expect(managed).toMatchObject({source: null, sourceOrigin: null})
  })

  it('follows columns that stand in another order', () => {
    const swapped = document(
      'fr',
      [
        ['But', 'Port', 'Protocole'],
        ['Console', '443', 'TCP'],
        ['Journal', '514', 'UDP'],
        ['Terminal', '22', 'TCP'],
      ],
      ['notes', 'port', 'protocol'],
    )
    const kb = buildKnowledgeBase([swapped, english])
    const pairs = kb.units.filter(({locale, row}) => locale === 'fr' && row > 0)
    expect(pairs.map(({source, target}) => `${source}=${target}`)).toEqual([
      'Web console=Console',
      '443=443',
      'TCP=TCP',
      'Log=Journal',
      '514=514',
      'UDP=UDP',
      'Shell=Terminal',
      '22=22',
      'TCP=TCP',
    ])
  })

  it('publishes a topic that has only English', () => {
    const kb = buildKnowledgeBase([english])
    expect(kb.locales).toEqual([])
    expect(kb.topics[0]?.tables[0]?.rows.map(({rules}) => rules.map(({facts}) => facts.ports))).toEqual([
      [[[443, 443]]],
      [[[514, 514]]],
      [[[22, 22]]],
    ])
    expect(drift(kb)).toEqual([])
  })
})
