import {describe, expect, test} from 'vitest'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import {editionChanges} from '../../src/compare/editions.ts'
import type {Place} from '../../src/model/schema.ts'
import {placeFinder, toSiteDataset} from '../../src/site/dataset/site-dataset.ts'
import {documentFolders} from '../support/shared.ts'

describe('src/site/dataset/site-dataset.ts', () => {
  const kb = runPipeline({sources: [...documentFolders], content: 'content'})
  const site = toSiteDataset(kb)
  const placeOf = placeFinder(site.places)
  const units = new Map(kb.units.map((unit) => [unit.id, unit]))
  const texts = kb.topics.flatMap(({tables}) =>
    tables.flatMap(({header, rows}) =>
      [...(header === null ? [] : [header]), ...rows].flatMap(({cells}) => cells),
    ),
  )

  test('tells the place of every unit behind a text, and whether its document holds the English', () => {
    const wanted: (Place | undefined)[] = []
    const found: (Place | undefined)[] = []
    for (const {texts: said, source} of texts)
      for (const {unit} of Object.values(said)) {
        if (unit === null) continue
        const whole = units.get(unit)
        wanted.push(whole?.place)
        found.push(placeOf(unit)?.place)
        expect(placeOf(unit)?.english).toBe(whole?.sourceOrigin === 'span' && whole.source === source)
      }
    expect(wanted.length).toBeGreaterThan(100)
    expect(found).toEqual(wanted)
  })

  test('knows no place of a text without a unit, of another document or of another cell', () => {
    const [known] = site.places.filter(({cells}) => Object.keys(cells).length > 0)
    expect([placeOf(null), placeOf('none.md#t1r1c1'), placeOf(`${known?.edition}#t99r1c1`)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('keeps what the changes between revisions need', () => {
    const {editions, topics, revisedUnits} = site
    expect(editionChanges({editions, topics, units: revisedUnits})).toEqual(editionChanges(kb))
  })

  test('is the same when it was written and read', () => {
    expect(JSON.parse(JSON.stringify(site))).toEqual(site)
  })

  test('is much smaller than the dataset', () => {
    expect(JSON.stringify(site).length).toBeLessThan(JSON.stringify(kb).length / 2)
  })
})
