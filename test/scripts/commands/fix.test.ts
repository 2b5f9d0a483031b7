import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {register as registerCheck} from '../../../scripts/commands/check.ts'
import {register} from '../../../scripts/commands/fix.ts'
import {pair} from '../../ingest/documents.ts'
import {faultyDocument, rightDocument, temporaryFolder, writeFiles} from '../../support/faulty-document.ts'
import {runCommand} from '../../support/run-command.ts'

/** Without a termbase: what is found depends on the documents alone. */
const bare = temporaryFolder()
/** Documents of these tests are in no repository: a run would leave its patch in the current folder. */
const fix = (...args: string[]) => {
  const patch = ['--patch', join(temporaryFolder(), 'undo.patch')]
  return runCommand(register, ['fix', ...args, ...patch, '--content', bare])
}
const critical = ['--severity', 'critical']

describe('scripts/commands/fix.ts', () => {
  test('corrections are written, and then there is nothing left to correct', async () => {
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': faultyDocument})
    const {stdout, exitCode} = await fix(path, ...critical)
    expect(exitCode).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(rightDocument)
    expect(stdout).toContain('-A/V/STUN/TCP/3478\n+A/V/STUN/UDP/3478\n')
    expect(stdout).toContain('-每\n+任何\n')
    expect((await fix(path)).stdout).toBe('')
    expect((await runCommand(registerCheck, ['check', path, '--content', bare])).exitCode).toBe(0)
  })

  test('interchange files of a folder are passed over, said and left', async () => {
    const folder = temporaryFolder()
    const files = writeFiles(folder, {'a.md': faultyDocument, 'units.jsonl': '{"id": "1"}\n'})
    const {stderr, exitCode} = await fix(folder, ...critical)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('units.jsonl: passed over, an interchange file is no document\n')
    expect(readFileSync(files['a.md'], 'utf8')).toBe(rightDocument)
    expect(readFileSync(files['units.jsonl'], 'utf8')).toBe('{"id": "1"}\n')
  })

  test('an interchange file that is named, or a folder with nothing else, is a mistake', async () => {
    const folder = temporaryFolder()
    const {'units.jsonl': file} = writeFiles(folder, {'units.jsonl': '{"id": "1"}\n'})
    for (const path of [file, folder]) await expect(fix(path)).rejects.toThrow('expected documents, found')
  })

  test('a dry run says the same and writes nothing', async () => {
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': faultyDocument})
    const before = statSync(path).mtimeMs
    const {stdout, stderr} = await fix(path, '--dry-run', ...critical)
    expect(stdout).toContain('+A/V/STUN/UDP/3478\n')
    expect(stderr).toContain('2 cells in 1 of 1 documents would be corrected')
    expect(readFileSync(path, 'utf8')).toBe(faultyDocument)
    expect(statSync(path).mtimeMs).toBe(before)
  })

  test('only cells that the named checks report are corrected', async () => {
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': faultyDocument})
    await fix(path, '--check', 'transport')
    expect(readFileSync(path, 'utf8')).toBe(faultyDocument.replace('STUN/TCP/3478<', 'STUN/UDP/3478<'))
  })

  test('a document without errors is not touched', async () => {
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': rightDocument})
    const before = statSync(path).mtimeMs
    expect((await fix(path)).stdout).toBe('')
    expect(statSync(path).mtimeMs).toBe(before)
  })

  test('a corrected sentence of prose is written, and every other byte stays', async () => {
    const said = (target: string) =>
      `${rightDocument}\n${pair('p1', '需要設定。', 'Settings are needed.')} ${pair('p2', target, 'Open UDP 50,000-59,999.')}\n`
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': said('開啟 UDP 50000-000-59999。')})
    const {stdout, stderr, exitCode} = await fix(path, ...critical)
    expect(exitCode).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(said('開啟 UDP 50,000-59,999。'))
    expect(stdout).toContain('+需要設定。 開啟 UDP 50,000-59,999。\n')
    expect(stderr).toContain('0 cells and 1 passages in 1 of 1 documents corrected')
  })

  test('an editor is told what to replace in a sentence of prose', async () => {
    const body = `${rightDocument}\n${pair('p1', '開啟 UDP 50000-000-59999。', 'Open UDP 50,000-59,999.')}\n`
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': body})
    const {stdout} = await runCommand(registerCheck, ['check', path, '--format', 'sarif', '--content', bare])
    const line = body.split('\n').findIndex((each) => each.includes('UDP 50000')) + 1
    expect(stdout).toContain('"insertedContent":{"text":",')
    expect(stdout).toContain(`"deletedRegion":{"startLine":${line},`)
  })

  test('a sentence that can’t be found as it was read is left alone, with a diagnostic', async () => {
    const body = `${rightDocument}\n${pair('p1', '開啟 UDP <b>50000-000</b>-59999。', 'Open UDP 50,000-59,999.')}\n`
    const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': body})
    const {stderr, exitCode} = await fix(path, ...critical)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('prose-not-written')
    expect(readFileSync(path, 'utf8')).toBe(body)
  })

  test('a mistyped check is refused', async () => {
    await expect(fix('.', '--check', 'transpot')).rejects.toThrow('no such check: transpot')
  })

  test('interchange files are refused', async () => {
    const {'a.jsonl': path} = writeFiles(temporaryFolder(), {'a.jsonl': '{}'})
    await expect(fix(path)).rejects.toThrow('expected documents')
  })
})
