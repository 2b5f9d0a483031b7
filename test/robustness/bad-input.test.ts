import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {encode} from '../../src/ingest/decode.ts'
import {type KnowledgeBase, knowledgeBaseSchema} from '../../src/model/schema.ts'
import {pair} from '../ingest/documents.ts'
import {temporaryFolder} from '../support/faulty-document.ts'
import {type Ended, portolan} from '../support/portolan.ts'

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const head = (...cells: string[]): string =>
  `<thead><tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>`
const table = (...rows: string[]): string => `<table>\n${rows.join('\n')}\n</table>`
const bilingual = (id: string, target: string, source: string): string => pair(id, target, source)
const header = head(bilingual('h1', '連接埠', 'Port'), bilingual('h2', '通訊協定', 'Protocol'))
const body = [
  row(bilingual('a1', '443', '443'), bilingual('a2', 'TCP', 'TCP')),
  row(bilingual('b1', '3478', '3478'), bilingual('b2', 'UDP', 'UDP')),
]

const frontMatter = (asset: string, changes: Record<string, string | null> = {}): string => {
  const values: Record<string, string | null> = {
    title: '連接埠',
    'ms:assetid': asset,
    'ms.translationtype': 'MT',
    'ms.contentlocale': 'zh-TW',
    'ms.date': '01/02/2020',
    ...changes,
  }
  const lines = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]))
  return `---\n${lines.join('\n')}\n---\n`
}
const sound = (asset: string, changes?: Record<string, string | null>): string =>
  `${frontMatter(asset, changes)}# 連接埠\n\n${table(header, ...body)}\n`
const withTable = (asset: string, html: string): string => `${frontMatter(asset)}# 連接埠\n\n${html}\n`

interface Case {
  text: string | Uint8Array
  /** Ids of what must be said about the document; empty when nothing is wrong with it. */
  ids: string[]
  /** Rows below the header that it holds. */
  rows: number
}

/** Each bad input of the brief as a document of its own, with what is to be said about it. */
const cases: Record<string, Case> = {
  'sound.md': {text: sound('sound'), ids: [], rows: 2},
  'no-front-matter.md': {text: `# 連接埠\n\n${table(header, ...body)}\n`, ids: [], rows: 2},
  'broken-yaml.md': {text: sound('yaml', {title: 'a: b: [c'}), ids: ['broken-yaml'], rows: 2},
  'unknown-locale.md': {
    text: sound('locale', {'ms.contentlocale': 'klingon'}),
    ids: ['unknown-locale'],
    rows: 2,
  },
  'no-asset-id.md': {text: sound('', {'ms:assetid': null}), ids: [], rows: 2},
  'older.md': {text: sound('twice', {'ms.date': '01/02/2019'}), ids: ['superseded-edition'], rows: 2},
  'newer.md': {text: sound('twice', {'ms.date': '01/02/2021'}), ids: [], rows: 2},
  'byte-order-mark.md': {text: `\ufeff${sound('bom')}`, ids: [], rows: 2},
  'crlf.md': {text: sound('crlf').replaceAll('\n', '\r\n'), ids: [], rows: 2},
  'utf16.md': {
    text: encode({text: sound('utf16'), encoding: 'utf-16le', bom: true}),
    ids: ['utf16'],
    rows: 2,
  },
  'invalid-utf8.md': {
    text: Uint8Array.from([...new TextEncoder().encode(sound('invalid')), 0xe5, 0x28]),
    ids: ['invalid-utf8'],
    rows: 2,
  },
  'empty.md': {text: '', ids: ['empty-file'], rows: 0},
  'cut.md': {
    text: withTable('cut', `<table>\n${header}\n${body[0]}\n<tr><td>${bilingual('c', '5061', '5061')}`),
    ids: ['unclosed-table'],
    rows: 2,
  },
  'nested.md': {
    text: withTable('nested', table(header, ...body, row(table(row('x', 'y')), 'TCP'))),
    ids: ['nested-table'],
    rows: 4,
  },
  'spans.md': {
    text: withTable(
      'spans',
      table(header, ...body, '<tr><td rowspan="2">5061</td><td>TCP</td></tr>', '<tr><td>UDP</td></tr>'),
    ),
    ids: [],
    rows: 4,
  },
  'wide-span.md': {
    text: withTable('wide', table(header, ...body, '<tr><td colspan="99999">5061</td></tr>')),
    ids: ['wide-span'],
    rows: 3,
  },
  'no-header.md': {text: withTable('headless', table(...body)), ids: ['no-header'], rows: 2},
  'unequal-rows.md': {
    text: withTable('unequal', table(header, ...body, row('5061'))),
    ids: ['unequal-rows'],
    rows: 3,
  },
  'no-target.md': {
    text: withTable('target', table(header, ...body, row(bilingual('c1', '', '5061'), 'TCP'))),
    ids: ['missing-target'],
    rows: 3,
  },
  'no-source.md': {
    text: withTable('source', table(header, ...body, row('<span data-ttu-id="c1">5061</span>', 'TCP'))),
    ids: ['missing-source'],
    rows: 3,
  },
  'unclosed-span.md': {
    text: withTable('unclosed', table(header, ...body, row('<span data-ttu-id="c1">5061', 'TCP'))),
    ids: ['unclosed-span'],
    rows: 3,
  },
  'deep.md': {
    text: withTable(
      'deep',
      table(header, ...body, row(`${'<div>'.repeat(10_000)}5061${'</div>'.repeat(10_000)}`, 'TCP')),
    ),
    ids: ['too-deep'],
    rows: 3,
  },
  'active.md': {
    text: withTable(
      'active',
      table(
        header,
        ...body,
        row('5061<script>evil(1)</script>', 'TCP<img src=x onerror="evil(2)">'),
        row(
          '5269',
          '<a href="javascript:evil(3)" onclick="evil(4)">TCP</a><iframe srcdoc="evil(5)"></iframe>',
        ),
        row('5223', 'TCP &lt;script&gt;evil(6)&lt;/script&gt;'),
      ),
    ),
    ids: ['active-content'],
    rows: 5,
  },
  'nul.md': {text: sound('nul').replace('連接埠</span>', '連\0接埠</span>'), ids: ['nul-byte'], rows: 2},
}

describe('portolan build over every bad input at once', () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const dist = join(folder, 'dist')
  let ended: Ended
  let kb: KnowledgeBase

  beforeAll(() => {
    const sources = join(folder, 'sources')
    mkdirSync(join(sources, 'zh-TW'), {recursive: true})
    for (const [name, {text}] of Object.entries(cases)) writeFileSync(join(sources, 'zh-TW', name), text)
    ended = portolan(['build', '--sources', sources, '--data', data, '--dist', dist, '--json'])
    kb = knowledgeBaseSchema.parse(JSON.parse(readFileSync(join(data, 'knowledge-base.json'), 'utf8')))
  }, 900_000)

  it('ends with 1, since documents have errors, and has read all of them', () => {
    expect(ended.status).toBe(1)
    expect(kb.editions).toHaveLength(Object.keys(cases).length)
  })

  it.each(Object.entries(cases))('says what is wrong with %s, and where', (name, {ids}) => {
    const path = `zh-TW/${name}`
    const said = kb.diagnostics.filter(({place}) => place.path === path)
    if (ids.length === 0) expect(said).toEqual([])
    expect(said.map(({id}) => id)).toEqual(expect.arrayContaining(ids))
    for (const {place, severity, id, message, hint} of said) {
      expect(hint).not.toBe('')
      if (severity !== 'info')
        expect(ended.stderr).toContain(
          `${path}:${place.line}:${place.column} ${severity} ${id} ${message}\n  ${hint}\n`,
        )
    }
  })

  it('accounts for each row of each document', () => {
    const {ledger} = kb
    expect(ledger.published + ledger.entries.length).toBe(ledger.read)
    expect(ledger.read).toBe(Object.values(cases).reduce((sum, {rows}) => sum + rows, 0))
    const superseded = ledger.entries.filter(({reason}) => reason === 'superseded-edition')
    expect(superseded.map(({edition, row}) => `${edition} ${row}`)).toEqual([
      'zh-TW/older.md 1',
      'zh-TW/older.md 2',
    ])
    expect(ledger.entries.filter(({reason}) => reason === 'unaligned')).toEqual([])
  })

  it('reads the sound document as if it stood alone', () => {
    const alone = join(folder, 'alone')
    mkdirSync(join(alone, 'zh-TW'), {recursive: true})
    writeFileSync(join(alone, 'zh-TW', 'sound.md'), cases['sound.md']?.text ?? '')
    expect(portolan(['ingest', '--sources', alone, '--data', join(folder, 'alone-data')]).status).toBe(0)
    const own = knowledgeBaseSchema.parse(
      JSON.parse(readFileSync(join(folder, 'alone-data/knowledge-base.json'), 'utf8')),
    )
    const rules = ({topics}: KnowledgeBase) =>
      topics
        .filter(({editions}) => editions.includes('zh-TW/sound.md'))
        .flatMap(({tables}) =>
          tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules.map(({facts}) => facts))),
        )
    expect(rules(kb)).toEqual(rules(own))
  })

  it('lets no script, handler or address that runs code reach a data file or a page', () => {
    const files = [data, dist].flatMap((root) =>
      readdirSync(root, {recursive: true, withFileTypes: true, encoding: 'utf8'})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    expect(files.length).toBeGreaterThan(50)
    const holding = files.filter((file) => /evil\([1-5]\)/.test(readFileSync(file, 'utf8')))
    expect(holding).toEqual([])
    const pages = files.filter(
      (file) => file.endsWith('.html') && readFileSync(file, 'utf8').includes('evil(6)'),
    )
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(readFileSync(page, 'utf8')).not.toMatch(/<script[^>]*>\s*evil/)
  })
})
