import {describe, expect, it} from 'vitest'
import {revisionDiff} from '../../../src/compare/revision.ts'
import {changeSum, changeTree} from '../../../src/site/changes/changes.ts'
import {testReader} from '../../support/reader.ts'
import {ports, topicRule} from '../../support/rules.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {topicOf} from '../../support/topic-of.ts'
import {attribute, elementsOf, treeText} from '../../support/tree-query.ts'

const kb = tinyKnowledgeBase()
const before = {
  topics: [
    topicOf('edge', [
      topicRule({}, {id: 'r-old'}),
      topicRule({ports: ports([5061, 5061]), role: 'Web'}, {id: 'r-gone'}),
      topicRule({ports: ports([80, 80])}, {id: 'r-stays'}),
    ]),
    topicOf('went', [topicRule()]),
  ],
}
const after = {
  topics: [
    topicOf('edge', [
      topicRule({ports: ports([443, 444])}, {id: 'r-new'}),
      topicRule({ports: ports([80, 80])}, {id: 'r-stays'}),
      topicRule({ports: ports([53, 53]), transports: ['udp'], protocols: ['DNS']}, {id: 'r-more'}),
    ]),
    topicOf('came', [topicRule(), topicRule({ports: ports([1, 1])})]),
  ],
}
const {changes} = revisionDiff(before, after)
const tree = (at: number, locale: string, linked = true) => {
  const change = changes[at]
  if (change === undefined) throw new Error('expected a change')
  return changeTree(change, {text: 'Rand', lang: 'de'}, linked, testReader(kb, locale))
}

describe('src/site/changes/changes.ts', () => {
  it('names each rule that was opened, closed or changed, and links those that stand', () => {
    const items = elementsOf(tree(1, 'ja-JP'), 'li').filter((item) => attribute(item, 'class') !== '')
    expect(
      items.map((item) => [attribute(item, 'class'), treeText(elementsOf([item], 'a')[0] ?? item)]),
    ).toEqual([
      ['changed', '443-444'],
      ['onlyB', '53'],
      ['onlyA', '5061'],
    ])
    expect(elementsOf(items, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/ja-JP/topics/edge/#r-new',
      '/ja-JP/topics/edge/#r-more',
      '',
    ])
    expect(elementsOf(items, 'ins').map(treeText)).toEqual(['443-444'])
  })

  it.each([
    [
      'en',
      [
        'New topic: 2 rules',
        '1 rule to open, 1 to close, 1 to change, 1 unchanged.',
        'Topic removed: 1 rule',
      ],
    ],
    [
      'fr-FR',
      [
        'Nouveau sujet : 2 règles',
        '1 règle à ouvrir, 1 à fermer, 1 à modifier, 1 inchangée.',
        'Sujet supprimé : 1 règle',
      ],
    ],
    [
      'ja-JP',
      [
        '新しいトピック：2 件の規則',
        '開く規則 1 件、閉じる規則 1 件、変更する規則 1 件、変わらない規則 1 件。',
        '削除されたトピック：1 件の規則',
      ],
    ],
    [
      'zh-TW',
      ['新主題：2 條規則', '需開放 1 條規則，關閉 1 條，變更 1 條，1 條不變。', '已移除的主題：1 條規則'],
    ],
  ])('says in %s what happened to each topic', (locale, expected) => {
    expect(
      changes.map((change) => changeSum(change, testReader(kb, locale)).replaceAll('\u00a0', ' ')),
    ).toEqual(expected)
  })

  it('links a topic only where it has a page', () => {
    expect(elementsOf(tree(2, 'en', false), 'a')).toEqual([])
    expect(elementsOf(tree(0, 'en'), 'h3').map((head) => [attribute(head, 'lang'), treeText(head)])).toEqual([
      ['de', 'Rand'],
    ])
  })
})
