/** The files of the output, as the page about them and `llms.txt` list them. */

import {checkInfoSchema} from '../../model/check-info.ts'
import {cellsOf} from '../../model/counts/counts.ts'
import {knowledgeBaseSchema, topicSchema} from '../../model/schema.ts'
import type {SiteDataset} from '../dataset/site-dataset.ts'
import type {TextKey} from '../shared/interface-texts.ts'

export interface DataFile {
  /** Path below the site; places in braces stand for what there are several of. */
  path: string
  /** Key of what it is. */
  says: Extract<TextKey, `data.file.${string}`>
  /** Format with its version, which no language says otherwise. */
  format: string
  /** Names of columns, or of the members of an object. */
  fields: readonly string[]
  /** Its beginning, or an entry of it; null where it is XML for tools. */
  example: string | null
  /** Path of its schema, or address of its standard; null where the fields say all. */
  schema: string | null
}

type Examined = Pick<SiteDataset, 'topics' | 'locales'>

/** In the order in which a reader would want them. @param csv writes rules as `rules.csv` has them */
export function dataFiles(kb: Examined, csv: (kb: Examined) => string): DataFile[] {
  const one = oneRule(kb)
  const [head = '', line = ''] = csv({...kb, topics: one}).split(/\r?\n/)
  const [topic] = one
  const facts = topic?.tables[0]?.rows[0]?.rules[0]?.facts
  return [
    file('data/rules.csv', 'rules', 'CSV (RFC 4180), UTF-8', head.split(','), `${head}\n${line}`),
    file('data/topics/{topic}.csv', 'topicCsv', 'CSV, UTF-8 with byte order mark', head.split(',')),
    file('data/topics/{topic}.json', 'topicJson', 'JSON', Object.keys(topicSchema.shape), null, schemaPath),
    file('data/knowledge-base.json', 'knowledgeBase', 'JSON', baseFields, null, schemaPath),
    file('data/units.jsonl', 'units', 'JSON Lines', unitFields, unitExample(kb)),
    file('data/tables.jsonl', 'tables', 'JSON Lines', tableFields),
    file('data/checks.json', 'checks', 'JSON', checkFields),
    file(
      'data/findings.sarif',
      'findings',
      'SARIF 2.1.0',
      [],
      null,
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/',
    ),
    file('data/memory.tmx', 'memory', 'TMX 1.4', [], null, 'https://www.gala-global.org/tmx-14b'),
    file('data/termbase.tbx', 'terms', 'TBX (ISO 30042)', [], null, 'https://www.tbxinfo.net/'),
    file(
      'data/units.xlf',
      'xliff',
      'XLIFF 2.1',
      [],
      null,
      'https://docs.oasis-open.org/xliff/xliff-core/v2.1/',
    ),
    file(
      'data/units.{locale}.xlf',
      'xliffLocale',
      'XLIFF 2.1',
      [],
      null,
      'https://docs.oasis-open.org/xliff/xliff-core/v2.1/',
    ),
    file(schemaPath, 'schema', 'JSON Schema 2020-12', []),
    file(
      'ports/{port}.json',
      'port',
      'JSON',
      ['port', 'range', 'rules'],
      facts === undefined ? null : JSON.stringify(facts),
    ),
    file('compare/{topic}.json', 'compare', 'JSON', []),
    file('portolan-table.js', 'element', 'JavaScript', []),
    file('portolan-comparison.js', 'element', 'JavaScript', []),
    file('elements/{locale}.json', 'elementData', 'JSON', []),
    file('elements/topics/{topic}.json', 'elementData', 'JSON', []),
    file('{locale}/topics/{topic}.md', 'markdown', 'Markdown (GFM)', []),
    file('{locale}/changes.xml', 'feed', 'Atom (RFC 4287)', []),
    file('{locale}/changes.json', 'feed', 'JSON Feed 1.1', []),
    file('llms.txt', 'llms', 'Markdown', []),
  ]
}

const schemaPath = 'data/knowledge-base.schema.json'

type FileName = DataFile['says'] extends `data.file.${infer Name}` ? Name : never

const file = (
  path: string,
  says: FileName,
  format: string,
  fields: readonly string[],
  example: string | null = null,
  schema: string | null = null,
): DataFile => ({path, says: `data.file.${says}` as const, format, fields, example, schema})

const baseFields = Object.keys(knowledgeBaseSchema.shape)
const checkFields = Object.keys(checkInfoSchema.shape)
/** As `src/formats` writes them; a test compares them with the files. */
const unitFields = [
  ...['id', 'path', 'locale', 'form', 'topic', 'table', 'row', 'column', 'portTable', 'rules', 'source'],
  ...['sourceOrigin', 'target', 'published', 'status', 'findings', 'place'],
]
const tableFields = ['topic', 'table', 'portTable', 'columns', 'unread', 'rules', 'evidence', 'places']

/** The first topic with its first rule alone. */
function oneRule({topics}: Pick<Examined, 'topics'>): Examined['topics'] {
  for (const topic of topics)
    for (const table of topic.tables) {
      const row = table.rows.find(({rules}) => rules.length > 0)
      if (row !== undefined)
        return [{...topic, tables: [{...table, rows: [{...row, rules: row.rules.slice(0, 1)}]}]}]
    }
  return []
}

/** A cell that has a translation, with what of its line the pages know. */
function unitExample({topics}: Pick<Examined, 'topics'>): string | null {
  for (const topic of topics)
    for (const {source, sourceOrigin, texts} of cellsOf(topic))
      for (const [locale, {unit, text, status, original, findings}] of Object.entries(texts))
        if (unit !== null && source !== null)
          return JSON.stringify({
            id: unit,
            locale,
            topic: topic.id,
            source,
            sourceOrigin,
            target: original ?? text,
            published: text,
            status,
            findings,
          })
  return null
}
