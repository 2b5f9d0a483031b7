/** Workspaces with vocabularies of their own, and without any. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {useVocabulariesOf} from '../../../src/app/config/vocabularies-fs.ts'
import {findDocuments, readingToDataset} from '../../../src/app/ingest/pipeline.ts'
import {readInThreads} from '../../../src/app/ingest/read-in-threads.ts'
import {shipped, useVocabularies} from '../../../src/facts/vocabulary/vocabularies.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'vocabulary-'))
})
afterEach(() => {
  rmSync(workspace, {recursive: true, force: true})
  useVocabularies([...shipped.values()])
})

const write = (path: string, text: string): void => {
  const file = join(workspace, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
}

const ingest = async (sources: string, threads = 1) => {
  const {topics, endpoints, diagnostics} = readingToDataset(
    await readInThreads(findDocuments([sources]), threads),
    workspace,
  )
  const rules = topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap((row) => row.rules)))
  return {endpoints, diagnostics, facts: rules.map((rule) => rule.facts)}
}

const table = `---
lang: en
title: Ports of the depot
---

# Ports of the depot

| Port | Protocol | Source | Destination |
|---|---|---|---|
| 7443 | TCP | Depot scanner | Parcel hub |
| 7444 | TCP | Access Edge service | Parcel hub |
`

const words = `endpoints:
  - id: hub
    zone: internal
    patterns: [parcel hub]
    names: {en: Parcel hub, fr-FR: Plateforme de colis}
`

describe('src/app/config/vocabularies-fs.ts', () => {
  it.each([1, 2])('takes what lies in vocabulary/ beside those that ship, in %i threads', async (threads) => {
    write('sources/en/depot.md', table)
    write('vocabulary/parcels.yaml', words)
    await useVocabulariesOf(workspace)
    const {endpoints, facts} = await ingest(join(workspace, 'sources'), threads)
    expect(facts.map(({destination}) => destination?.id)).toEqual(['hub', 'hub'])
    expect(endpoints.find(({id}) => id === 'hub')).toMatchObject({
      zone: 'internal',
      names: {'fr-FR': 'Plateforme de colis'},
    })
    expect(facts[1]?.source?.id).toBe('access-edge')
  })

  it('uses those that the configuration names, and no other', async () => {
    write('sources/en/depot.md', table)
    write('words/parcels.yaml', words)
    write('portolan.config.yaml', 'vocabularies: [words/parcels.yaml]\n')
    await useVocabulariesOf(workspace)
    const {facts} = await ingest(join(workspace, 'sources'))
    expect(facts[0]?.destination?.id).toBe('hub')
    expect(facts[1]?.source?.id).toBe('access-edge-service')
  })

  it.each([
    ['portolan.config.yaml', 'vocabularies: [linc]\n', /no such vocabulary: .*linc/],
    [
      'vocabulary/parcels.json',
      '{"endpoints": [{"id": "A B", "names": {}}]}',
      /parcels\.json: .*mail-relay/s,
    ],
    ['vocabulary/parcels.json', '{"machine": []}', /parcels\.json: .*machine/s],
    ['vocabulary/parcels.json', '{', /parcels\.json could not be read/],
    ['vocabulary/parcels.yaml', '', /parcels\.yaml: .*expected object/s],
  ])('names a broken one and what is wrong: %s %s', async (path, text, message) => {
    write(path, text)
    await expect(useVocabulariesOf(workspace)).rejects.toThrow(message)
  })

  it('is asked by the command line before anything is read', () => {
    write('sources/en/depot.md', table)
    write('vocabulary/parcels.json', '[]')
    const args = ['check', '--content', workspace, join(workspace, 'sources')]
    const {status, stderr} = spawnSync(process.execPath, ['scripts/portolan.ts', ...args], {encoding: 'utf8'})
    expect(status).toBe(2)
    expect(stderr).toContain('parcels.json')
  })

  it('gives a workspace without any its rules, and calls each end as its table does', async () => {
    write('portolan.config.yaml', 'vocabularies: []\n')
    await useVocabulariesOf(workspace)
    const {endpoints, diagnostics, facts} = await ingest('content/sources')
    const ids = new Set(endpoints.map(({id}) => id))
    const ends = facts.flatMap(({source, destination}) =>
      [source, destination].flatMap((end) => end?.id ?? []),
    )
    expect(diagnostics.filter(({id}) => id === 'internal-error')).toEqual([])
    expect(facts.length).toBeGreaterThan(50)
    expect(ends.filter((id) => !ids.has(id))).toEqual([])
    expect(ids).not.toContain('access-edge')
  })
})
