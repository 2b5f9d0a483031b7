import {readdirSync, readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {rowToFacts} from '../../src/facts/facts.ts'
import {decode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

describeShared('src/facts/facts.ts with the real documents', () => {
  const documents = ['bilingual', 'bilingual-pipe'].flatMap((form) =>
    ['zh-TW', 'ja-JP', 'fr-FR'].flatMap((locale) => {
      const folder = `${sharedDir}technet/${form}/${locale}/`
      return readdirSync(folder).map((name) => ({path: `${form}/${locale}/${name}`, file: folder + name}))
    }),
  )

  it('reads the English of every row of every port table, totals aside', () => {
    const counts: Record<string, number> = {}
    const failures: string[] = []
    for (const {path, file} of documents) {
      const {tables} = ingest(decode(readFileSync(file), path).text, path)
      for (const {columns, rows} of tables.filter(({portTable}) => portTable)) {
        for (const {cells, row} of rows.filter((own) => own.cells.some(({source}) => source !== null))) {
          const reading = rowToFacts({columns, cells, locale: 'en', language: 'source'})
          const key = reading.ok ? 'ok' : reading.reason
          counts[key] = (counts[key] ?? 0) + 1
          if (!reading.ok && reading.reason !== 'totals-row')
            failures.push(`${path} row ${row}: ${reading.message}`)
        }
      }
    }
    expect(failures).toEqual([])
    expect(counts['ok']).toBeGreaterThan(1150)
  }, 900_000)
})
