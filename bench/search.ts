/** Search: what it finds beside its peers, and what it costs in a browser and as a workspace grows. */
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {KnowledgeBase} from '../src/model/schema.ts'
import type {Section} from './harness.ts'
import {root, runPortolan} from './process.ts'
import {costSections} from './search-cost.ts'
import {peerSections} from './search-peers.ts'
import {scaleSection} from './search-scale.ts'

/** Real documents in all their forms where they are, else the sample. */
const sourcesOf = (quick: boolean): string[] => {
  const technet = join(root, '../shared/technet')
  if (quick || !existsSync(technet)) return []
  return [
    '--sources',
    ...['bilingual', 'machine', 'human', 'bilingual-pipe'].map((form) => join(technet, form)),
  ]
}

/** Builds the site that is asked into a folder of its own. */
export const searchSections = async (quick: boolean): Promise<Section[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  const [data, dist] = [join(folder, 'data'), join(folder, 'dist')]
  try {
    runPortolan(['build', ...sourcesOf(quick), '--data', data, '--dist', dist])
    const kb: KnowledgeBase = JSON.parse(readFileSync(join(data, 'knowledge-base.json'), 'utf8'))
    return [
      ...(await peerSections(kb, quick)),
      ...(await costSections(dist, quick)),
      await scaleSection(kb, quick),
    ]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
