import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {type CellFacts, parsePath} from '../../../src/facts/path/path.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

interface Oracle {
  cells: ({cell: string; locale?: string; broken?: string} & Omit<CellFacts, 'anomaly'> & {
      anomaly?: string
    })[]
}

describeShared('src/facts/path/path.ts with the expected paths', () => {
  const oracle = () => JSON.parse(readFileSync(`${sharedDir}expected/paths.json`, 'utf8')) as Oracle

  it('gives each cell its facts, its anomaly, or refuses it', () => {
    for (const {cell, locale, broken, anomaly, ...expected} of oracle().cells) {
      const path = parsePath(cell, locale ?? 'en')
      if (broken) expect(path, cell).toMatchObject({ok: false})
      else expect(path, cell).toMatchObject({ok: true, ...expected})
      if (path.ok) expect(path.anomaly === null, cell).toBe(anomaly === undefined)
    }
  })
})
