import {afterEach, describe, expect, it} from 'vitest'
import {exampleDocuments} from '../../src/app/init/example-document.ts'
import {
  align,
  compare,
  exportRules,
  ingest,
  reconcile,
  search,
  UsageError,
  useVocabulary,
} from '../../src/library/library.ts'

const documents = exampleDocuments.map(({path, text}) => ({path, content: text}))
const dataset = reconcile(align(documents.map(ingest)))

describe('the library', () => {
  afterEach(() => useVocabulary())

  it('reads with the vocabulary of a program, and refuses one of another form', () => {
    const path = 'en/depot.md'
    const content =
      '# Ports of the depot\n\n| Port | Protocol | Source | Destination |\n|---|---|---|---|\n| 7443 | TCP | Scanner | Parcel hub |\n'
    const ends = () => align([ingest({path, content})]).endpoints.map(({id, zone}) => `${id} ${zone}`)
    expect(ends()).toContain('parcel-hub unknown')
    useVocabulary({endpoints: [{id: 'hub', zone: 'internal', patterns: ['parcel hub'], names: {en: 'Hub'}}]})
    expect(ends()).toContain('hub internal')
    expect(() => useVocabulary({endpoint: []})).toThrow(UsageError)
  })

  it('reads texts and bytes alike, with and without a byte order mark', () => {
    const [{path, content} = {path: '', content: ''}] = documents
    const edition = ingest({path, content})
    expect(ingest({path, content: new TextEncoder().encode(content)})).toEqual(edition)
    expect(ingest({path, content: `\uFEFF${content}`})).toEqual(edition)
  })

  it('aligns in any order and leaves what it is given as it was', () => {
    const editions = documents.map(ingest)
    const before = structuredClone(editions)
    const aligned = align(editions)
    expect(align(editions.toReversed())).toEqual(aligned)
    expect(editions).toEqual(before)
    const copy = structuredClone(aligned)
    expect(reconcile(aligned)).toEqual(dataset)
    expect(aligned).toEqual(copy)
  })

  it('publishes what a reviewer decided', () => {
    const entry = {source: 'Audio and video.', text: 'Son et image.', reason: 'style', date: '2026-01-31'}
    const decided = reconcile(align(documents.map(ingest)), {
      decisions: [{locale: 'fr-FR', entries: [entry]}],
    })
    expect(decided.units.map(({published}) => published)).toContain('Son et image.')
  })

  it('refuses words of the wrong shape, twice for a locale, or against themselves', () => {
    const aligned = align(documents.map(ingest))
    const term = {source: 'Gateway', approved: 'a', accepted: [], severity: 'minor' as const, note: ''}
    const termbase = (forbidden: string[]) => ({locale: 'fr-FR', entries: [{...term, forbidden}]})
    expect(() => reconcile(aligned, {termbases: [termbase(['a'])]})).toThrow(UsageError)
    expect(() => reconcile(aligned, {termbases: [termbase([]), termbase([])]})).toThrow('found several')
    expect(() => reconcile(aligned, JSON.parse('{"decisions": [{"locale": 1}]}'))).toThrow('decisions 1')
  })

  it('searches, compares and exports', async () => {
    expect(await search(dataset, '5061')).toMatchObject({total: 1})
    await expect(search(dataset, '70000')).rejects.toThrow('the highest is 65535')
    await expect(search(dataset, '443', ['xx-XX'])).rejects.toThrow('no locale')
    // A machine of no product, which words of another product name: its translations are right.
    expect(dataset.findings).toEqual([])
    expect(compare(dataset, 'example-gateway', 'example-gateway').counts).toMatchObject({stay: 3, open: 0})
    expect(() => compare(dataset, 'example-gateway', 'other')).toThrow(UsageError)
    const {text, variables, omitted} = exportRules(dataset, {topic: 'example-gateway', target: 'nftables'})
    expect(text).toContain('5061')
    expect(variables.length).toBeGreaterThan(0)
    expect(omitted).toEqual([])
    expect(() => exportRules(dataset, {topic: 'example-gateway', target: 'none'})).toThrow('no target')
  })
})
