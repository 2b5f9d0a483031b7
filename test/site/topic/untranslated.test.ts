import {describe, expect, it} from 'vitest'
import type {Row, Text, Topic} from '../../../src/model/schema.ts'
import {dataset} from '../../../src/site/dataset/dataset.ts'
import {tableSource} from '../../../src/site/dataset/table-source.ts'
import {createPage} from '../../../src/site/layout/page-context.ts'
import {treeToHtml} from '../../../src/site/shared/tree-html.ts'
import {portTable} from '../../../src/site/topic/port-table.ts'
import {tableViews} from '../../../src/site/topic/tables.ts'
import {isTranslated, untranslatedNote} from '../../../src/site/topic/translated.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const topicOf = (): Topic => {
  const [topic] = tinyKnowledgeBase().topics
  if (topic === undefined) throw new Error('the tiny dataset has a topic')
  return topic
}

const without = (locale: string, only?: number) => {
  const strip = (text: Text, at: number): Text => {
    const {[locale]: _, ...texts} = text.texts
    return only === undefined || only === at ? {...text, texts} : text
  }
  const stripRow = (row: Row): Row => ({...row, cells: row.cells.map(strip)})
  const topic = topicOf()
  return {
    ...topic,
    tables: topic.tables.map((table) => ({
      ...table,
      header: table.header && stripRow(table.header),
      rows: table.rows.map(stripRow),
    })),
  }
}

const shownIn = (topic: Topic, locale: string): string => {
  const page = createPage(locale, 'topics/x/')
  const views = tableViews(
    page,
    topic.tables.map((table) => ({topic, table, rows: table.rows, home: ''})),
    tableSource(dataset),
  )
  return views.map((view) => treeToHtml([portTable(view, 'Ports', page)])).join('')
}

describe('a topic without a translation', () => {
  it('is told from one of which some cells have none', () => {
    expect(isTranslated(topicOf(), 'zh-TW')).toBe(true)
    expect(isTranslated(without('zh-TW', 0), 'zh-TW')).toBe(true)
    expect(isTranslated(without('zh-TW'), 'zh-TW')).toBe(false)
    expect(isTranslated(without('zh-TW'), 'en')).toBe(true)
  })

  it('is shown in English where it has that, else in the language of its document', () => {
    const topic = without('zh-TW')
    const bare = (row: Row): Row => ({...row, cells: row.cells.map((text) => ({...text, source: null}))})
    const foreign = {
      tables: topic.tables.map((table) => ({
        ...table,
        header: table.header && bare(table.header),
        rows: table.rows.map(bare),
      })),
    }
    expect(untranslatedNote(topicOf(), 'zh-TW')).toBeNull()
    expect(untranslatedNote(topic, 'zh-TW')).toBe('topic.untranslated')
    expect(untranslatedNote(foreign, 'zh-TW')).toBe('topic.original')
    expect(untranslatedNote(foreign, 'en')).toBe('topic.original')
  })

  it('marks no cell as English, since all are; a missing cell of a translation is marked', () => {
    expect(shownIn(without('zh-TW'), 'zh-TW')).not.toContain('class="b source"')
    expect(shownIn(without('zh-TW', 0), 'zh-TW')).toContain('class="b source"')
  })
})
