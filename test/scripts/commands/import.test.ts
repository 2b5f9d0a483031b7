import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/import.ts'
import {termbasesToTbx} from '../../../src/export/tbx.ts'
import {knowledgeBaseToXliff} from '../../../src/export/xliff.ts'
import {reconcile} from '../../../src/reconcile/reconcile.ts'
import {termbaseSchema} from '../../../src/reconcile/terms/termbase-schema.ts'
import {readWords} from '../../../src/reconcile/words-fs.ts'
import {temporaryFolder, writeFiles} from '../../support/faulty-document.ts'
import {runCommand} from '../../support/run-command.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'
import {correctedCell, tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const kb = tinyKnowledgeBase()
const data = tinyDataFolder()
const exported = [...knowledgeBaseToXliff(kb, {locale: 'zh-TW'})].join('')

/** Imports a text into a new workspace; gives what was printed and the decisions that were written. */
async function importText(
  name: string,
  text: string,
  args: string[] = [],
  decisions: Record<string, unknown> = {},
) {
  const content = temporaryFolder()
  const folder = join(content, 'decisions')
  mkdirSync(folder)
  writeFiles(
    folder,
    Object.fromEntries(Object.entries(decisions).map(([file, value]) => [file, JSON.stringify(value)])),
  )
  const {[name]: file = ''} = writeFiles(temporaryFolder(), {[name]: text})
  const ran = await runCommand(register, ['import', file, '--data', data, '--content', content, ...args])
  const path = join(folder, 'zh-TW.json')
  return {...ran, content, written: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null}
}

const day = ['--date', '2026-01-31']
const [edited, twice] = ['任何位址', '隨便']
const change = (text: string, from: string, to: string) =>
  text.replace(`<target>${from}</target>`, `<target>${to}</target>`)

describe('scripts/commands/import.ts', () => {
  test('a file as it was exported decides nothing', async () => {
    const {written, stdout, exitCode} = await importText('units.xlf', exported, day)
    expect({written, stdout, exitCode}).toEqual({written: null, stdout: '', exitCode: 0})
  })

  test('a changed target becomes a decision for its English', async () => {
    const {written, stdout} = await importText('units.xlf', change(exported, '任何', edited), day)
    expect(written).toEqual({
      locale: 'zh-TW',
      entries: [{source: 'Any', text: edited, reason: 'imported from units.xlf', date: '2026-01-31'}],
    })
    expect(stdout).toBe(`zh-TW: Any → ${edited}\n`)
  })

  test('the next build publishes the decision in every cell with that English', async () => {
    const {content} = await importText('units.xlf', change(exported, '任何', edited), day)
    const found = {...kb, findings: [], units: kb.units.map((unit) => ({...unit, findings: []}))}
    const {units} = reconcile(found, readWords(content))
    const published = units.filter(({locale, source}) => locale === 'zh-TW' && source === 'Any')
    expect(published.length).toBeGreaterThan(5)
    expect(new Set(published.map((unit) => unit.published))).toEqual(new Set([edited]))
    expect(published.map(({target}) => target)).toContain(correctedCell.found)
  })

  test('decisions that are there stay, and one for the same English is replaced', async () => {
    const entry = (source: string, text: string) => ({source, text, reason: 'review', date: '2025-12-01'})
    const before = {locale: 'zh-TW', entries: [entry('Any', '任意'), entry('Notes', '備註')]}
    const {written} = await importText('units.xlf', change(exported, '任何', edited), day, {
      'zh-TW.json': before,
    })
    expect(written.entries.map(({source, text}: {source: string; text: string}) => [source, text])).toEqual([
      ['Any', edited],
      ['Notes', '備註'],
    ])
  })

  test('one English with two new translations is refused and nothing is written', async () => {
    const conflict = change(change(exported, '任何', edited), '任何', twice)
    const {written, stderr, exitCode} = await importText('units.xlf', conflict, day)
    expect({written, exitCode}).toEqual({written: null, exitCode: 1})
    expect(stderr).toMatch(/units\.xlf:\d+:\d+ error conflicting-translations/)
  })

  test('a translation that changes a port is refused, and taken with --force', async () => {
    const wrong = change(exported, 'A/V/STUN/UDP/3478', 'A/V/STUN/UDP/3487')
    const {written, stderr, exitCode} = await importText('units.xlf', wrong, day)
    expect({written, exitCode}).toEqual({written: null, exitCode: 1})
    expect(stderr).toContain('error import-port-number')
    expect((await importText('units.xlf', wrong, [...day, '--force'])).written.entries).toHaveLength(1)
  })

  test('the date comes from the file when it tells, and is asked for when it does not', async () => {
    const lines = (date: object) =>
      JSON.stringify({id: 'x', locale: 'zh-TW', source: 'Any', target: edited, ...date})
    const dated = await importText('edit.jsonl', lines({date: '2026-02-03'}))
    expect(dated.written.entries[0].date).toBe('2026-02-03')
    const undated = await importText('edit.jsonl', lines({}))
    expect({written: undated.written, exitCode: undated.exitCode}).toEqual({written: null, exitCode: 1})
    expect(undated.stderr).toContain('error missing-date')
  })

  test('English that the dataset does not have is reported', async () => {
    const line = JSON.stringify({id: 'x', locale: 'zh-TW', source: 'Nothing of the kind', target: edited})
    const {written, stderr, exitCode} = await importText('edit.jsonl', line, day)
    expect({written, exitCode}).toEqual({written: null, exitCode: 0})
    expect(stderr).toContain('warning unknown-source')
  })

  test('a broken file, or broken decisions, leave everything as it was', async () => {
    const cut = await importText('units.xlf', change(exported, '任何', edited).slice(0, -20), day)
    expect({written: cut.written, exitCode: cut.exitCode}).toEqual({written: null, exitCode: 1})
    const broken = {'zh-TW.json': {locale: 'zh-TW', entries: [{source: 'Any'}]}}
    const kept = await importText('units.xlf', change(exported, '任何', edited), day, broken)
    expect({written: kept.written, exitCode: kept.exitCode}).toEqual({
      written: broken['zh-TW.json'],
      exitCode: 1,
    })
  })

  test('a dry run writes nothing', async () => {
    const {written, stdout} = await importText('units.xlf', change(exported, '任何', edited), [
      ...day,
      '--dry-run',
    ])
    expect(written).toBeNull()
    expect(stdout).toContain(edited)
  })

  test('without a dataset there is nothing to compare with', async () => {
    const line = JSON.stringify({id: 'x', locale: 'zh-TW', source: 'Any', target: edited})
    const {'a.jsonl': file} = writeFiles(temporaryFolder(), {'a.jsonl': line})
    const args = ['import', file, '--data', temporaryFolder(), '--date', '2026-01-31']
    await expect(runCommand(register, args)).rejects.toThrow("knowledge-base.json can't be read")
  })

  test('a termbase is taken over: what is new and changed, and nothing of what it says already', async () => {
    const content = temporaryFolder()
    mkdirSync(join(content, 'termbase'))
    const entry = {
      source: 'Director',
      approved: 'Director',
      accepted: [],
      forbidden: ['導演'],
      severity: 'critical',
      note: 'a server role',
    }
    const known = {
      locale: 'zh-TW',
      entries: [entry, {...entry, source: 'Any', approved: '任何', forbidden: ['每']}],
    }
    const {'zh-TW.json': path} = writeFiles(join(content, 'termbase'), {'zh-TW.json': JSON.stringify(known)})
    const termbase = termbaseSchema.parse(known)
    const run = async (text: string) => {
      const {'t.tbx': file} = writeFiles(temporaryFolder(), {'t.tbx': text})
      return runCommand(register, ['import', file, '--data', data, '--content', content])
    }
    const tbx = [...termbasesToTbx([termbase])].join('')
    expect((await run(tbx)).stderr).toContain('0 changes taken over; 2 as before')
    const changed = tbx.replace('<term>導演</term>', '<term>主管</term>')
    expect((await run(changed)).stdout).toBe('zh-TW: term Director → Director\n')
    expect(JSON.parse(readFileSync(path, 'utf8')).entries).toEqual([
      {...entry, forbidden: ['主管']},
      known.entries[1],
    ])
    const clash = tbx.replace('<term>導演</term>', '<term>Director</term>')
    const refused = await run(clash)
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('error term-forbids-itself')
  })
})
