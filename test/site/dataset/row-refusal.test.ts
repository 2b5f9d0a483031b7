import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {refusalOf} from '../../../src/site/dataset/row-refusal.ts'
import {documentOf, html, type Page} from '../../support/row-outcomes.ts'

const refusals = (page: Page) => {
  const {topics, ledger} = buildKnowledgeBase([documentOf(page, html)])
  const place = {editions: topics[0]?.editions ?? [], table: 1}
  return topics[0]?.tables[0]?.rows.map((row) => refusalOf(row, ledger, place))
}

describe('src/site/dataset/row-refusal.ts', () => {
  it('tells of each row without a rule what the ledger says of it, in English documents too', () => {
    const rows = [
      ['9000', 'TCP', 'Eingehend'],
      ['9001', 'TCP', 'Seitwärts'],
      ['9002', 'TCP', 'Nicht öffnen'],
    ]
    expect(refusals({locale: 'de-DE', header: ['Port', 'Protokoll', 'Richtung'], rows})).toEqual([
      null,
      'unreadable',
      'denied',
    ])
    expect(
      refusals({
        header: ['Port', 'Protocol', 'Direction'],
        rows: [
          ['9000', 'TCP', 'Inbound'],
          ['9001', 'TCP', 'Sideways'],
        ],
      }),
    ).toEqual([null, 'unreadable'])
  })
})
