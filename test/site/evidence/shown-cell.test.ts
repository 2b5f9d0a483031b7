import {describe, expect, test} from 'vitest'
import {indexDataset} from '../../../src/site/dataset/dataset.ts'
import {toSiteDataset} from '../../../src/site/dataset/site-dataset.ts'
import {cellMark} from '../../../src/site/evidence/mark.ts'
import {cellView} from '../../../src/site/evidence/shown-cell.ts'
import {correctedCell, openCell, tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const kb = tinyKnowledgeBase()
const dataset = indexDataset(toSiteDataset(kb))

function textAt({topic, table, row, column}: Omit<typeof correctedCell, 'locale' | 'found'>) {
  const text = dataset.kb.topics
    .find(({id}) => id === topic)
    ?.tables.find((each) => each.table === table)
    ?.rows.find((each) => each.row === row)?.cells[column - 1]
  if (text === undefined) throw new Error('the tiny dataset has the cell')
  return structuredClone(text)
}

describe('src/site/evidence/shown-cell.ts', () => {
  test('a corrected cell shows what is published, with the original and the finding behind it', () => {
    const view = cellView(textAt(correctedCell), 'zh-TW', dataset)
    expect(view).toMatchObject({
      lang: 'zh-TW',
      status: 'corrected',
      original: correctedCell.found,
      english: 'Any',
    })
    expect(view.text).not.toBe(correctedCell.found)
    expect(view.findings.map(({check}) => check)).toEqual(['any-lost'])
    expect(view.others.map(({locale}) => locale)).toEqual(['fr-FR', 'ja-JP'])
    expect(cellMark(view)).toMatchObject({kind: 'corrected'})
  })

  test('a finding without a fix marks the cell as open', () => {
    const view = cellView(textAt(openCell), 'fr-FR', dataset)
    expect(view.original).toBe(null)
    expect(cellMark(view)?.kind).toBe('open')
  })

  test('an English page shows the English and every other language', () => {
    const view = cellView(textAt(correctedCell), 'en', dataset)
    expect(view).toMatchObject({text: 'Any', lang: 'en', status: null, english: null})
    expect(view.others.map(({locale}) => locale)).toEqual(['fr-FR', 'ja-JP', 'zh-TW'])
    expect(cellMark(view)).toBe(null)
  })

  test('an English page says which document holds the English, or nothing where none does', () => {
    const text = textAt(correctedCell)
    const holders = kb.units.filter(({sourceOrigin}) => sourceOrigin === 'span')
    const {place} = cellView(text, 'en', dataset)
    expect(holders.map((unit) => unit.place)).toContainEqual(place)
    expect(cellView({...text, texts: {}}, 'en', dataset).place).toBe(null)
  })

  test('a text that is missing in a language is shown in English, and said so', () => {
    const text = textAt(correctedCell)
    delete text.texts['ja-JP']
    const view = cellView(text, 'ja-JP', dataset)
    expect(view).toMatchObject({text: 'Any', lang: 'en', status: 'source'})
    expect(cellMark(view)?.kind).toBe('source')
  })

  test('without any English the first other language is shown in its own name', () => {
    const text = {...textAt(correctedCell), source: null}
    delete text.texts['ja-JP']
    const view = cellView(text, 'ja-JP', dataset)
    expect(view.lang).toBe('fr-FR')
    expect(view.others.map(({locale}) => locale)).toEqual(['zh-TW'])
  })

  test('another language that reads the same is not repeated', () => {
    const text = textAt(correctedCell)
    const said = text.texts['ja-JP']
    if (said !== undefined) said.text = text.texts['fr-FR']?.text ?? ''
    expect(cellView(text, 'fr-FR', dataset).others.map(({locale}) => locale)).toEqual(['zh-TW'])
  })
})
