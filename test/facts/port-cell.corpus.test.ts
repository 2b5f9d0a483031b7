import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {parsePortColumns} from '../../src/facts/port-cell.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

interface Oracle {
  portColumns: {port: string; protocol?: string; broken?: string}[]
}

describeShared('src/facts/port-cell.ts with the expected columns', () => {
  it('gives each pair its facts, or refuses it', () => {
    const {portColumns} = JSON.parse(readFileSync(`${sharedDir}expected/paths.json`, 'utf8')) as Oracle
    for (const {port, protocol, broken, ...expected} of portColumns) {
      const reading = parsePortColumns({port, protocol: protocol ?? null}, 'en')
      expect(reading, port).toMatchObject(broken ? {ok: false} : {ok: true, anomaly: null, ...expected})
    }
  })
})
