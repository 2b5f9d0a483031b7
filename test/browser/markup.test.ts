import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {placeDocuments} from '../../src/ingest/identity/placement.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {noWords, reconcile} from '../../src/reconcile/reconcile.ts'
import {useSiteOf} from '../support/built-site.ts'
import {leftoversIn} from '../support/leftover-markup.ts'
import {markupDocuments} from '../support/markup-documents.ts'

function read(): KnowledgeBase {
  const placements = placeDocuments([...markupDocuments.keys()])
  const editions = [...markupDocuments].map(([path, text]) => {
    const placement = placements.get(path)
    return ingest(text, path, placement === undefined ? {} : {placement})
  })
  return reconcile(buildKnowledgeBase(editions), noWords)
}
const site = useSiteOf(read)

describe('src/site: documents of six documentation systems', () => {
  test('each has its page, with the English beside the French', () => {
    const kb = read()
    expect(kb.topics.map(({title}) => title.source).toSorted()).toEqual(
      ['Anvil', 'Brindle', 'Cobalt', 'Dunlin', 'Ember', 'Fathom'].map((name) => `Ports of ${name}`),
    )
    const french = kb.units.filter(({locale}) => locale === 'fr' || locale === 'fr-FR')
    expect(french.length).toBeGreaterThan(50)
    expect(french.filter(({sourceOrigin}) => sourceOrigin !== 'document')).toEqual([])
  })

  test('no markup of any of them stands on a page', () => {
    const {folder} = site()
    const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
      path.endsWith('.html'),
    )
    expect(pages.length).toBeGreaterThan(markupDocuments.size)
    const found = pages.flatMap((path) =>
      leftoversIn(readFileSync(join(folder, path), 'utf8')).map((piece) => `${path}: ${piece}`),
    )
    expect(found).toEqual([])
  })
})
