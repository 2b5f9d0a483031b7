import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/import.ts'
import {termbasesToTbx} from '../../../src/formats/tbx/write.ts'
import {knowledgeBaseToXliff} from '../../../src/formats/xliff/write.ts'
import {termbaseSchema} from '../../../src/reconcile/learning/termbase-schema.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'
import {reconcile} from '../../../src/reconcile/reconcile.ts'
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
/** The first segment with a target gets another one, in the state that a translation tool gives it. */
const change = (text: string, from: string, to: string, state = 'state="final"') =>
  text.replace(
    new RegExp(`<segment [^>]*>(\\n<source>[^<]*</source>\\n)<target>${from}</target>`),
    (_, source: string) => `<segment ${state}>${source}<target>${to}</target>`,
  )

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
    expect(stderr).toContain('error import-finding')
    expect((await importText('units.xlf', wrong, [...day, '--force'])).written.entries).toHaveLength(1)
  })

  test('the date comes from the file when it tells, and is asked for when it does not', async () => {
    const lines = (date: object) =>
      JSON.stringify({id: 'x', locale: 'zh-TW', source: 'Any', target: edited, ...date})
    const dated = await importText('edit.jsonl', lines({date: '2026-02-03', state: 'final'}))
    expect(dated.written.entries[0].date).toBe('2026-02-03')
    const undated = await importText('edit.jsonl', lines({state: 'final'}))
    expect({written: undated.written, exitCode: undated.exitCode}).toEqual({written: null, exitCode: 1})
    expect(undated.stderr).toContain('error missing-date')
  })

  test.for([
    ['state="initial"', 'initial'],
    ['state="translated"', 'translated'],
    ['state="reviewed" subState="tool:done"', 'reviewed'],
    ['', 'initial'],
    ['state="signed-off"', 'unknown'],
  ])('a segment with “%s” is said to be %s and left', async ([state = '', name = '']) => {
    const text = change(exported, '任何', edited, state)
    const left = await importText('units.xlf', text, day)
    expect({written: left.written, stdout: left.stdout, exitCode: left.exitCode}).toEqual({
      written: null,
      stdout: '',
      exitCode: 0,
    })
    expect(left.stderr).toMatch(/units\.xlf:\d+:\d+ warning unfinished .*“任何位址” for “Any” in zh-TW/)
    expect(left.stderr).toContain(`1 left as unfinished (1 ${name}); --accept ${name} takes them`)
    const taken = await importText('units.xlf', text, [...day, '--accept', `needs-l10n,${name}`])
    expect(taken.written.entries).toHaveLength(1)
    expect(taken.stderr).not.toContain('left')
    const other = await importText('units.xlf', text, [...day, '--accept', 'new', '--accept', 'needs-l10n'])
    expect(other.written).toBeNull()
  })

  test('every text that is left is named, however many there are', async () => {
    let text = exported
    for (let at = 0; at < 12; at++) text = change(text, '任何', `${edited}${at}`, 'state="translated"')
    const {stderr} = await importText('units.xlf', text, day)
    expect(stderr.match(/warning unfinished/g)?.length).toBe(12)
    expect(stderr).toContain('(12 translated)')
  })

  test('finished work is taken beside unfinished work on the same English', async () => {
    const both = change(
      change(exported, '任何', edited, 'state="final"'),
      '任何',
      twice,
      'state="translated"',
    )
    const {written, stderr, exitCode} = await importText('units.xlf', both, day)
    expect(written.entries.map(({text}: {text: string}) => text)).toEqual([edited])
    expect(stderr).toContain('1 left as unfinished')
    expect(exitCode).toBe(0)
  })

  test('what is left is told as JSON too', async () => {
    const text = change(exported, '任何', edited, 'state="translated"')
    const {stdout} = await importText('units.xlf', text, [...day, '--json'])
    expect(JSON.parse(stdout).left).toMatchObject([
      {state: 'translated', locale: 'zh-TW', source: 'Any', text: edited, place: {path: 'units.xlf'}},
    ])
  })

  test('a state that no format knows is refused, with those that are there', async () => {
    const refused = importText('units.xlf', exported, [...day, '--accept', 'translated,done'])
    await expect(refused).rejects.toMatchObject({
      message: 'no such state: “done”',
      hint: expect.stringContaining('initial, translated, reviewed, final, new'),
    })
    await expect(importText('units.xlf', exported, [...day, '--accept', ''])).rejects.toThrow('no such state')
  })

  test('formats without states decide nothing unless they are taken as they are', async () => {
    const line = JSON.stringify({id: 'x', locale: 'zh-TW', source: 'Any', target: edited})
    const tmx = `<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Any</seg></tuv><tuv xml:lang="zh-TW"><seg>${edited}</seg></tuv></tu></body></tmx>`
    for (const [name, text] of [
      ['edit.jsonl', line],
      ['edit.tmx', tmx],
    ] as const) {
      const left = await importText(name, text, day)
      expect(left.written).toBeNull()
      expect(left.stderr).toContain('(1 unstated)')
      const taken = await importText(name, text, [...day, '--accept', 'unstated'])
      expect(taken.written.entries).toHaveLength(1)
    }
  })

  test('what is not to be translated is left, whatever its state', async () => {
    const text = change(exported, '任何', edited).replaceAll('<unit ', '<unit translate="no" ')
    const {written, stderr} = await importText('units.xlf', text, day)
    expect(written).toBeNull()
    expect(stderr).toContain('warning not-to-be-translated')
  })

  test('no decision is made for English that was only inferred', async () => {
    const guessed = {
      ...kb,
      units: kb.units.map((unit) =>
        unit.locale === 'zh-TW' ? {...unit, sourceOrigin: 'shape' as const} : unit,
      ),
    }
    const folder = temporaryFolder()
    writeFiles(folder, {'knowledge-base.json': JSON.stringify(guessed)})
    const text = change(exported, '任何', edited)
    const {written, stderr} = await importText('units.xlf', text, [...day, '--data', folder])
    expect(written).toBeNull()
    expect(stderr).toContain('warning english-inferred')
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

  test.for([
    ['', 'unstated'],
    ['<termNote type="administrativeStatus">proposed</termNote>', 'unknown'],
    [
      '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="processStatus">provisionallyProcessed</termNote>',
      'provisionallyProcessed',
    ],
    ['<termNote type="languagePlanningQualifier">proposedTerm</termNote>', 'proposedTerm'],
  ])('a term with “%s” is %s, and no reviewed term', async ([notes = '', name = '']) => {
    const tbx = `<tbx type="TBX-Basic"><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>Director</term></termSec></langSec><langSec xml:lang="zh-TW"><termSec><term>主管</term>${notes}</termSec></langSec></conceptEntry></body></text></tbx>`
    const left = await importText('t.tbx', tbx)
    const termbase = (content: string) => join(content, 'termbase', 'zh-TW.json')
    expect(existsSync(termbase(left.content))).toBe(false)
    expect({stdout: left.stdout, exitCode: left.exitCode}).toEqual({stdout: '', exitCode: 0})
    expect(left.stderr).toMatch(/t\.tbx:1:\d+ warning unfinished .*主管/)
    expect(left.stderr).toContain(`(1 ${name})`)
    const taken = await importText('t.tbx', tbx, ['--accept', name])
    expect(JSON.parse(readFileSync(termbase(taken.content), 'utf8')).entries[0].approved).toBe('主管')
  })

  test('an unfinished term takes nothing away, and stops nothing else', async () => {
    const section = (term: string, status: string) =>
      `<termSec><term>${term}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`
    const concept = (english: string, sections: string) =>
      `<conceptEntry><langSec xml:lang="en"><termSec><term>${english}</term></termSec></langSec><langSec xml:lang="zh-TW">${sections}</langSec></conceptEntry>`
    const tbx = `<tbx>${concept('Any', section('任何', 'preferredTerm-admn-sts'))}${concept('Director', section('主管', 'waiting') + section('導演', 'deprecatedTerm-admn-sts'))}</tbx>`
    const {stderr, stdout, exitCode} = await importText('t.tbx', tbx)
    expect(stdout).toBe('zh-TW: term Any → 任何\n')
    expect(stderr).toContain('warning term-not-approved')
    expect(stderr).toContain('(1 unknown)')
    expect(exitCode).toBe(0)
  })
})
