/** A folder with the data of the tiny knowledge base, gone after the tests of the file. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll} from 'vitest'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {tinyKnowledgeBase} from './tiny-kb.ts'

/** `change` may alter the knowledge base before it is written. */
export function tinyDataFolder(change: (kb: KnowledgeBase) => void = () => {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-data-'))
  const kb = tinyKnowledgeBase()
  change(kb)
  writeFileSync(join(folder, 'knowledge-base.json'), JSON.stringify(kb))
  afterAll(() => rmSync(folder, {recursive: true}))
  return folder
}
