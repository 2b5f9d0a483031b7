import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/interchange.ts'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {foreignPaths, markFolder} from '../../../src/disk/output-mark-fs.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {noWords, reconcile} from '../../../src/reconcile/reconcile.ts'
import {faultyDocument, temporaryFolder, writeFiles} from '../../support/faulty-document.ts'
import {runCommand} from '../../support/run-command.ts'
import {sarifErrors} from '../../support/sarif-schema.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'
import {hasXmllint, tmxErrors, xliffErrors} from '../../support/xml-schemas.ts'

const NAMES = [
  'findings.sarif',
  'memory.tmx',
  'termbase.tbx',
  'units.fr-FR.xlf',
  'units.ja-JP.xlf',
  'units.xlf',
  'units.zh-TW.xlf',
]

describe('scripts/commands/interchange.ts', () => {
  test('every file is written into the data folder and is valid', async () => {
    const data = tinyDataFolder()
    const {stdout} = await runCommand(register, ['interchange', '--data', data])
    expect(stdout.trim().split('\n').toSorted()).toEqual(NAMES)
    expect(readdirSync(data).toSorted()).toEqual(['knowledge-base.json', ...NAMES].toSorted())
    const read = (name: string) => readFileSync(join(data, name), 'utf8')
    expect(sarifErrors(JSON.parse(read('findings.sarif')))).toEqual([])
    expect(await xliffErrors(read('units.xlf'))).toEqual([])
    if (hasXmllint) expect(tmxErrors(read('memory.tmx'))).toEqual([])
  })

  test('a second run gives the same bytes', async () => {
    const data = tinyDataFolder()
    const bytes = async () => {
      await runCommand(register, ['interchange', '--data', data])
      return NAMES.map((name) => readFileSync(join(data, name), 'utf8'))
    }
    expect(await bytes()).toEqual(await bytes())
  })

  test('findings say what to replace in the documents that are at hand', async () => {
    const content = temporaryFolder()
    mkdirSync(join(content, 'sources'))
    writeFiles(join(content, 'sources'), {'zh-TW.page.md': faultyDocument})
    const kb = reconcile(buildKnowledgeBase([ingest(faultyDocument, 'zh-TW.page.md')]), noWords)
    const data = temporaryFolder()
    writeFiles(data, {'knowledge-base.json': JSON.stringify(kb)})
    await runCommand(register, ['interchange', '--data', data, '--content', content])
    const log = JSON.parse(readFileSync(join(data, 'findings.sarif'), 'utf8'))
    const fixed = log.runs[0].results.filter((result: {fixes?: unknown}) => result.fixes !== undefined)
    expect(fixed.length).toBeGreaterThan(0)
    expect(existsSync(join(data, 'findings.sarif.new'))).toBe(false)
  })

  test('a document that was edited since is left alone', async () => {
    const content = temporaryFolder()
    mkdirSync(join(content, 'sources'))
    writeFiles(join(content, 'sources'), {'zh-TW.page.md': faultyDocument.replaceAll('每', '各個')})
    const kb = reconcile(buildKnowledgeBase([ingest(faultyDocument, 'zh-TW.page.md')]), noWords)
    const data = temporaryFolder()
    writeFiles(data, {'knowledge-base.json': JSON.stringify(kb)})
    await runCommand(register, ['interchange', '--data', data, '--content', content])
    const sarif = readFileSync(join(data, 'findings.sarif'), 'utf8')
    expect(JSON.parse(sarif).runs[0].results.some(({fixes}: {fixes?: unknown}) => fixes !== undefined)).toBe(
      true,
    )
    expect(sarif).toContain('Unexpected “每”')
    expect(sarif).not.toContain('"insertedContent":{"text":"任何"}')
  })

  test('a folder that is not there is refused', async () => {
    const args = ['interchange', '--data', tinyDataFolder(), '--out', 'nowhere']
    await expect(runCommand(register, args)).rejects.toThrow('no such folder: nowhere')
  })

  test('a memory or a termbase of another program is not replaced, and the others are not written then', async () => {
    for (const [name, text] of [
      ['memory.tmx', '<tmx version="1.4"><header creationtool="other"/><body/></tmx>'],
      ['termbase.tbx', '<tbx type="TBX-Core"/>'],
      ['units.xlf', '<xliff version="2.1"><file id="f1"><unit id="1"/></file></xliff>'],
      ['findings.sarif', '{"runs":[{"tool":{"driver":{"name":"other"}}}]}'],
    ] as const) {
      const out = temporaryFolder()
      writeFiles(out, {[name]: text})
      const args = ['interchange', '--data', tinyDataFolder(), '--out', out]
      await expect(runCommand(register, args)).rejects.toThrow(`${name} is from another program`)
      expect(readdirSync(out)).toEqual([name])
      expect(readFileSync(join(out, name), 'utf8')).toBe(text)
    }
  })

  test('what it writes into a marked folder does not keep the next run from replacing that', async () => {
    const data = tinyDataFolder()
    markFolder(data)
    await runCommand(register, ['interchange', '--data', data])
    expect(foreignPaths(data)).toEqual([])
  })
})
