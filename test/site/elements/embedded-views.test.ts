import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import type {KnowledgeBase} from '../../../src/model/schema.ts'
import {indexDataset} from '../../../src/site/dataset/dataset.ts'
import {toSiteDataset} from '../../../src/site/dataset/site-dataset.ts'
import {tableSource} from '../../../src/site/dataset/table-source.ts'
import {elementTopic} from '../../../src/site/elements/element-data.ts'
import {NOWHERE} from '../../../src/site/elements/embedded.ts'
import {topicDifference, topicTables} from '../../../src/site/elements/embedded-views.ts'
import {createPage} from '../../../src/site/layout/page-context.ts'
import {treeToHtml} from '../../../src/site/shared/tree-html.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const place = {prefix: 'p-', level: 2}

function shown(kb: KnowledgeBase, locale: string, more: {isMissing?: boolean} = {}, site = NOWHERE) {
  const dataset = indexDataset(toSiteDataset(kb))
  const page = {...createPage(locale, ''), to: (path: string) => `${site}${locale}/${path}`}
  const [a, b] = dataset.topics
  if (a === undefined || b === undefined) throw new Error('the tiny dataset has two topics')
  const side = (topic: typeof a) => ({id: topic.id, title: {text: topic.title.source ?? '', lang: 'en'}})
  return {
    dataset,
    topic: a,
    table: treeToHtml(topicTables(a, page, tableSource(dataset), {...place, ...more})),
    difference: treeToHtml(
      topicDifference(
        [a, b],
        [side(a), side(b)],
        {...page, endpoints: dataset.endpoints},
        {...place, ...more},
      ),
    ),
  }
}

/** Each text of the dataset with markup around it. */
const hostile = (): KnowledgeBase =>
  JSON.parse(
    JSON.stringify(tinyKnowledgeBase(), (key, value: unknown) =>
      typeof value === 'string' &&
      ['source', 'text', 'original', 'actual', 'expected', 'role', 'en', 'fr-FR'].includes(key)
        ? `"><script>alert(1)</script><img src=x onerror='alert(1)'>${value}`
        : value,
    ),
  )

/** Names of all elements, as a browser reads the markup. */
function elementsIn(html: string): string[] {
  const names: string[] = []
  visit(unified().use(rehypeParse, {fragment: true}).parse(html), 'element', ({tagName}) => {
    names.push(tagName)
  })
  return names
}

describe('src/site/elements/embedded-views', () => {
  it('shows every row of every port table, with the evidence behind each', () => {
    const {topic, table} = shown(tinyKnowledgeBase(), 'zh-TW')
    const rules = topic.tables.flatMap(({rows}) => rows.flatMap((row) => row.rules))
    for (const {id} of rules.filter((_, at) => at % 3 === 0)) expect(table).toContain(`id="p-${id}"`)
    expect(table.match(/<table/g)).toHaveLength(topic.tables.length)
    for (const [, target] of table.matchAll(/popovertarget="([^"]+)"/g))
      expect(table).toContain(`id="${target}" popover`)
    expect(table).toContain('<del>每</del>')
  })

  it('links to the pages of the site where its address is known, and nowhere else', () => {
    const without = shown(tinyKnowledgeBase(), 'fr-FR')
    expect(without.table + without.difference).not.toContain(NOWHERE)
    expect(without.difference).not.toContain('class="turns"')
    const linked = shown(tinyKnowledgeBase(), 'fr-FR', {}, 'https://ports.example/')
    expect(linked.table).toContain('href="https://ports.example/fr-FR/ports/443/"')
    expect(linked.difference).toContain('href="https://ports.example/fr-FR/compare/pair/?a=partner-chat')
  })

  it('says that no document is in the reader’s language, in that language', () => {
    const arabic = shown(tinyKnowledgeBase(), 'ar-SA', {isMissing: true})
    const said = createPage('ar-SA', '').t('topic.untranslated')
    expect(arabic.table).toContain(said)
    expect(arabic.difference).toContain(said)
    expect(shown(tinyKnowledgeBase(), 'fr-FR').table).not.toContain('class="note"')
  })

  it('writes texts of documents as text', () => {
    for (const locale of ['en', 'fr-FR', 'zh-TW']) {
      const {table, difference} = shown(hostile(), locale)
      expect(table.includes('&lt;script')).toBe(true)
      expect(elementsIn(`${table}${difference}`).filter((name) => /script|img/.test(name))).toEqual([])
    }
  })
})

describe('src/site/elements/element-data', () => {
  it('tells of a topic what its own file doesn’t: endpoints, findings, refused rows, unread columns', () => {
    const kb = tinyKnowledgeBase()
    const {dataset, topic} = shown(kb, 'en')
    const [table] = topic.tables
    const [row] = table?.rows ?? []
    if (table === undefined || row === undefined) throw new Error('the tiny dataset has tables')
    row.rules = []
    table.columns[3] = 'other'
    dataset.kb.ledger.entries.push({
      edition: topic.editions[0] ?? '',
      table: table.table,
      row: row.row,
      reason: 'no-port',
      locale: null,
      place: {path: 'a.md', line: 1, column: 1},
      text: '',
    } as never)
    const told = elementTopic(topic, dataset)
    expect(told.locales).toEqual(dataset.locales)
    expect(told.endpoints.length).toBeGreaterThan(1)
    expect(told.findings.map(({locale}) => locale)).toEqual(expect.arrayContaining(['zh-TW', 'fr-FR']))
    expect(told.refused).toEqual({[`${table.table}/${row.row}`]: 'no-port'})
    expect(told.unread).toEqual([`${table.table}/3`])
  })
})
