import {describe, expect, test} from 'vitest'
import type {Block, Topic} from '../../../src/model/schema.ts'
import {proseParts} from '../../../src/site/prose/prose-parts.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const block = (
  kind: Block['kind'],
  source: string | null,
  markdown: string,
  more: Partial<Block> = {},
): Block => ({
  kind,
  depth: kind === 'heading' ? 2 : 0,
  source,
  markdown,
  table: null,
  place: {path: 'a.md', line: 1, column: 1},
  ...more,
})

function topicWith(prose: Topic['prose']): Topic {
  const [topic] = tinyKnowledgeBase().topics
  if (topic === undefined) throw new Error('the tiny dataset has a topic')
  return {...topic, prose}
}

const french = [
  block('heading', 'Title', 'Titre', {depth: 1}),
  block('paragraph', 'Open **443**.', 'Ouvrez **443**.'),
  block('paragraph', '![x](x.png)', '![x](x.png)'),
  block('listItem', 'One', 'Un'),
  block('listItem', 'Two', 'Deux'),
  block('table', null, '', {table: 1}),
]

describe('src/site/prose/prose-parts.ts', () => {
  test('a language shows its own prose with the English beside it, without title, pictures and empty lines', () => {
    const parts = proseParts(topicWith({en: french, 'fr-FR': french}), 'fr-FR')
    expect(parts).toEqual([
      {kind: 'paragraph', text: {markdown: 'Ouvrez **443**.', lang: 'fr-FR', english: 'Open **443**.'}},
      {
        kind: 'list',
        items: [
          {markdown: 'Un', lang: 'fr-FR', english: 'One'},
          {markdown: 'Deux', lang: 'fr-FR', english: 'Two'},
        ],
      },
      {kind: 'table', table: 1},
      // The edition lacks it.
      {kind: 'table', table: 2},
    ])
  })

  test('English, and a language without an edition, show the English', () => {
    for (const locale of ['en', 'ja-JP'])
      expect(proseParts(topicWith({en: french, 'fr-FR': french}), locale)[0]).toEqual({
        kind: 'paragraph',
        text: {markdown: 'Open **443**.', lang: 'en', english: null},
      })
  })

  test('a topic without English shows the language that there is, marked as such', () => {
    expect(proseParts(topicWith({'fr-FR': french}), 'en')[0]).toEqual({
      kind: 'paragraph',
      text: {markdown: 'Ouvrez **443**.', lang: 'fr-FR', english: null},
    })
  })

  test('every table of the topic is shown once', () => {
    const parts = proseParts(topicWith({}), 'en')
    expect(parts).toEqual([
      {kind: 'table', table: 1},
      {kind: 'table', table: 2},
    ])
  })
})
