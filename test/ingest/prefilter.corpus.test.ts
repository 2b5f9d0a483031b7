import {execFileSync} from 'node:child_process'
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {decode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

/** Where both readings of one document differ; empty when the prefilter lost nothing. */
const differences = (text: string, path: string): string[] => {
  const filtered = ingest(text, path)
  const whole = ingest(text, path, {whole: true})
  if (filtered.tables.length > 0 || whole.tables.length === 0) return []
  const places = whole.tables.map(({table, rows}) => ({table, rows: rows.map(({place}) => place)}))
  return [
    ...whole.tables
      .filter(({portTable}) => portTable)
      .map(({table}) => `${path}: port table ${table} was missed`),
    ...(JSON.stringify(filtered.unread) === JSON.stringify(places) ? [] : [`${path}: rows differ`]),
    ...(JSON.stringify(filtered.info) === JSON.stringify(whole.info) ? [] : [`${path}: identity differs`]),
  ]
}

describeShared('src/ingest/prefilter.ts on every document under ../shared', () => {
  let bulk = ''
  beforeAll(() => {
    bulk = mkdtempSync(join(tmpdir(), 'portolan-prefilter-'))
    execFileSync('tar', ['-xJf', join(sharedDir, 'bulk/bulk-zh-TW.tar.xz'), '-C', bulk])
  }, 900_000)
  afterAll(() => rmSync(bulk, {recursive: true, force: true}))

  it('misses no port table and no row', () => {
    const files = [...globSync(`${sharedDir}{technet,seeds}/**/*.md`), ...globSync(`${bulk}/**/*.md`)].sort()
    expect(files.length).toBeGreaterThan(2900)
    expect(files.flatMap((file) => differences(decode(readFileSync(file), file).text, file))).toEqual([])
  }, 900_000)
})
