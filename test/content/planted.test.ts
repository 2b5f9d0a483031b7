import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {reconcile} from '../../src/reconcile/reconcile.ts'

const root = new URL('../../content/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const plantedSchema = z.strictObject({
  path: z.string(),
  table: z.int().min(1),
  row: z.int().min(0),
  column: z.int().min(1),
  category: z.string(),
  severity: z.enum(['critical', 'major', 'minor', 'source-anomaly']),
  actual: z.string(),
  expected: z.string(),
})

const planted = read('planted.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => plantedSchema.parse(JSON.parse(line)))

const paths = ['fr-FR', 'ja-JP', 'zh-TW'].flatMap((locale) =>
  readdirSync(new URL(`sources/${locale}/`, root)).map((name) => `${locale}/${name}`),
)
const editions = new Map(paths.map((path) => [path, ingest(read(`sources/${path}`), path)]))

describe('content/sources', () => {
  it('has each of four topics in three locales and all four forms', () => {
    const infos = [...editions.values()].map(({info, assetId}) => ({...info, assetId}))
    expect(new Set(infos.map(({locale, assetId}) => `${locale} ${assetId}`)).size).toBe(12)
    expect(new Set(infos.map(({form}) => form)).size).toBe(4)
  })

  it.each(paths)('reads without a diagnostic and with the rows of its topic: %s', (path) => {
    const edition = editions.get(path)
    const rows = edition?.tables.filter(({portTable}) => portTable).map((table) => table.rows.length)
    expect(edition?.diagnostics).toEqual([])
    expect(rows).toEqual(edition?.name === 'xmpp-federation' ? [3] : [16, 11, 1, 6, 3])
  })

  it.each(paths)('gives every English its translation: %s', (path) => {
    const edition = editions.get(path)
    const cells = edition?.tables.flatMap(({rows, header}) =>
      [header, ...rows].flatMap((row) => row?.cells ?? []),
    )
    expect(cells?.filter(({source, target}) => source !== null && target === '')).toEqual([])
  })
})

describe('content/planted.jsonl', () => {
  it('shows at least twenty kinds of error', () => {
    expect(new Set(planted.map(({category}) => category)).size).toBeGreaterThanOrEqual(20)
  })

  it.each(planted)('finds $category at $path table $table row $row column $column', (entry) => {
    const table = editions.get(entry.path)?.tables[entry.table - 1]
    const row = entry.row === 0 ? table?.header : table?.rows[entry.row - 1]
    const cell = row?.cells[entry.column - 1]
    expect(entry.category === 'source-anomaly' ? cell?.source : cell?.target).toBe(entry.actual)
    expect(entry.expected).not.toBe(entry.actual)
  })

  const kb = reconcile(buildKnowledgeBase([...editions.values()]), readWords('content'))
  const unitOf = ({path, table, row, column}: (typeof planted)[number]) =>
    `${path}#t${table}r${row}c${column}`

  it('has a lost negation in each language, and every one is found where it is planted', () => {
    const found = new Set(kb.findings.filter(({check}) => check === 'negation').map(({unit}) => unit))
    const lost = planted.filter(({category}) => category === 'negation')
    expect(new Set(lost.map(({path}) => path.split('/')[0])).size).toBe(3)
    expect(found).toEqual(new Set(lost.map(unitOf)))
  })

  it('has an error of the English in each of three tables, and every one is found', () => {
    const cellOf = new Map(kb.units.map(({id, cell}) => [id, cell]))
    const found = new Set(
      kb.findings.flatMap(({check, unit}) => (check === 'source-anomaly' ? [cellOf.get(unit)] : [])),
    )
    const wrong = planted.filter(({category}) => category === 'source-anomaly')
    expect(found).toEqual(new Set(wrong.map((entry) => cellOf.get(unitOf(entry)))))
    expect(found.size).toBe(3)
  })

  it('has no critical or major error that is not found', () => {
    const found = new Set(kb.findings.map(({unit}) => unit))
    const grave = planted.filter(({severity}) => severity === 'critical' || severity === 'major')
    expect(grave.length).toBeGreaterThan(30)
    expect(grave.map(unitOf).filter((unit) => !found.has(unit))).toEqual([])
  })
})
