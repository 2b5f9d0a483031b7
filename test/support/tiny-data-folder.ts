/** A folder with what pages need of the tiny knowledge base, gone after the tests of the file. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll} from 'vitest'
import {siteFiles, writeDataFiles} from '../../scripts/lib/write-data-fs.ts'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {tinyKnowledgeBase} from './tiny-kb.ts'

/** `change` may alter the knowledge base before it is written. */
export function tinyDataFolder(change: (kb: KnowledgeBase) => void = () => {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-data-'))
  const kb = tinyKnowledgeBase()
  change(kb)
  writeDataFiles(folder, siteFiles(kb))
  afterAll(() => rmSync(folder, {recursive: true}))
  return folder
}
