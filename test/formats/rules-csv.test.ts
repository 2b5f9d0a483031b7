import {parse} from 'csv-parse/sync'
import {describe, expect, it} from 'vitest'
import {rulesToCsv} from '../../src/formats/rules-csv.ts'
import type {Facts} from '../../src/model/schema.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const kb = tinyKnowledgeBase()
const records: Record<string, string>[] = parse(rulesToCsv(kb), {columns: true})

describe('src/formats/rules-csv.ts', () => {
  it('has a line a rule, in the order of the dataset', () => {
    const rules = kb.topics.flatMap((topic) =>
      rulesOf(topic).map(({table, row}) => [topic.id, table, row].join(' ')),
    )
    expect(records.map(({topic, table, row}) => [topic, table, row].join(' '))).toEqual(rules)
  })

  it('names the facts first, then the texts of English and of each locale', () => {
    const [header] = rulesToCsv(kb).split('\n')
    const texts = ['en', ...kb.locales].flatMap((locale) =>
      ['source', 'destination', 'notes'].map((text) => `${text}.${locale}`),
    )
    expect(header?.trim().split(',')).toEqual([
      ...[
        ...['id', 'topic', 'table', 'row', 'interface', 'direction', 'action', 'requirement'],
        ...['protocols', 'security', 'transports', 'ports', 'source_ports', 'endpoints', 'purpose', 'role'],
      ],
      ...texts,
    ])
  })

  it('joins lists by semicolons and writes ranges with a hyphen', () => {
    const [topic] = kb.topics
    const rule = topic?.tables[0]?.rows[0]?.rules[0]
    if (!topic || !rule) throw new Error('the fixture has no rule')
    const facts: Facts = {
      ...rule.facts,
      protocols: ['STUN', 'TURN'],
      transports: ['tcp', 'udp'],
      ports: [
        [443, 443],
        [50000, 59999],
      ],
    }
    const row = {row: 1, rules: [{...rule, facts}], cells: []}
    const tables = topic.tables.slice(0, 1).map((table) => ({...table, rows: [row]}))
    const [line] = parse(rulesToCsv({...kb, topics: [{...topic, tables}]}), {columns: true})
    expect(line).toMatchObject({
      protocols: 'STUN;TURN',
      transports: 'tcp;udp',
      ports: '443;50000-59999',
      source_ports: '',
    })
  })

  it('carries the published text of each locale', () => {
    const [topic] = kb.topics
    const table = topic?.tables[0]
    const cell = table?.rows[0]?.cells[table.columns.indexOf('source')]
    expect(records[0]?.['source.en']).toBe(cell?.source)
    expect(records[0]?.['source.zh-TW']).toBe(cell?.texts['zh-TW']?.text)
  })

  it('runs nothing in a spreadsheet, and starts with the name of its first column', () => {
    const formula = "=cmd|'/C calc'!A0"
    const changed = tinyKnowledgeBase()
    for (const {cells} of changed.topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows)))
      for (const cell of cells) cell.source = formula
    const text = rulesToCsv(changed)
    expect(text.startsWith('id,')).toBe(true)
    const [line] = parse(text, {columns: true})
    expect(line).toMatchObject({'source.en': `'${formula}`})
  })
})
