import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {register as check} from '../../scripts/commands/check.ts'
import {register as ingest} from '../../scripts/commands/ingest.ts'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {portNumber} from '../../src/reconcile/checks/port-number.ts'
import {transport} from '../../src/reconcile/checks/transport.ts'
import {checkUnits} from '../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../src/reconcile/engine/context.ts'
import {noWords, reconcile} from '../../src/reconcile/reconcile.ts'
import {pair} from '../ingest/documents.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'
import {temporaryFolder} from '../support/portolan.ts'
import {runCommand} from '../support/run-command.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const unit = (id: string, source: string, target: string) => ({
  id,
  locale: 'fr-FR',
  source,
  target,
  header: false,
  place: {path: 'a.jsonl', line: Number(id), column: 1},
})

/** A check that fails where the English says so. */
const breakCheck = (error: Error = new TypeError('words.some is not a function')): void => {
  const own = portNumber.check
  vi.spyOn(portNumber, 'check').mockImplementation((asked) => {
    if (asked.english.text.includes('broken')) throw error
    return own(asked)
  })
}

describe('a check that fails', () => {
  it('becomes one diagnostic with the place of the cell; other checks and cells go on', () => {
    breakCheck()
    const context = buildContext({references: [], ...noWords})
    const findings = checkUnits(
      [unit('1', 'TCP broken 443', 'UDP broken 443'), unit('2', 'port 443', 'port 444')],
      context,
    )
    const found = findings.map(({unit: id, check: by}) => `${id} ${by}`)
    expect(found).toContain(`1 ${transport.id}`)
    expect(found).toContain(`2 ${portNumber.id}`)
    expect(context.faults.diagnostics()).toMatchObject([
      {
        id: 'internal-error',
        severity: 'error',
        place: {path: 'a.jsonl', line: 1, column: 1},
        message: 'the check “port-number” failed: TypeError: words.some is not a function',
      },
    ])
  })

  it('proves no correction', () => {
    breakCheck()
    const context = buildContext({references: [], ...noWords})
    const findings = checkUnits([unit('1', 'TCP broken 443', 'UDP broken 443')], context)
    expect(findings.map(({fix}) => fix)).toEqual(findings.map(() => null))
  })

  it('ends the run when the whole machine is concerned', () => {
    breakCheck(Object.assign(new Error('no space left on device'), {code: 'ENOSPC'}))
    const context = buildContext({references: [], ...noWords})
    expect(() => checkUnits([unit('1', 'TCP broken', 'TCP')], context)).toThrow('no space left')
  })

  it('lets “portolan check” and “portolan ingest” go on, and end with 1', async () => {
    breakCheck()
    const folder = temporaryFolder()
    const lines = [unit('1', 'broken 443', '443'), unit('2', 'UDP', 'TCP')]
    const file = join(folder, 'units.jsonl')
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const checked = await runCommand(check, ['check', file])
    expect(checked.exitCode).toBe(1)
    expect(checked.stdout).toContain('Unexpected “TCP”')
    expect(checked.stderr.match(/internal-error/g)).toHaveLength(1)
    expect(checked.stderr).toContain(`${file}:1:1 error internal-error the check “port-number” failed`)

    const sources = join(folder, 'sources', 'fr-FR')
    mkdirSync(sources, {recursive: true})
    const cell = (id: string, target: string, source: string) => `<td>${pair(id, target, source)}</td>`
    const document = `# Ports\n\n<table><tr>${cell('a1', 'Port', 'Port')}${cell('a2', 'Note', 'Note')}</tr>
<tr>${cell('b1', '443', '443')}${cell('b2', 'rompu 443', 'broken 443')}</tr></table>\n`
    writeFileSync(join(sources, 'ports.md'), document)
    const data = join(folder, 'data')
    const read = await runCommand(ingest, ['ingest', '--sources', join(folder, 'sources'), '--data', data])
    expect(read.exitCode).toBe(1)
    expect(read.stderr).toMatch(/fr-FR\/ports\.md:4:\d+ error internal-error the check “port-number” failed/)
    expect(read.stdout).toContain('rules        1')
  })
})

describe('a topic that cannot be built', () => {
  it('is left out with a diagnostic for each document, and the ledger still adds up', () => {
    const table = tableOf(
      ['port', 'notes'],
      [
        ['連接埠', '備註'],
        ['443', 'x'],
      ],
    )
    const broken = tableOf(
      ['port', 'notes'],
      [
        ['連接埠', '備註'],
        ['443', 'x'],
      ],
    )
    Object.defineProperty(broken, 'evidence', {
      get: () => {
        throw new TypeError('no evidence')
      },
    })
    const kb = reconcile(
      buildKnowledgeBase([
        editionOf({path: 'zh-TW/good.md', assetId: 'good', name: 'good', tables: [table]}),
        {...editionOf({path: 'zh-TW/bad.md', assetId: 'bad', name: 'bad'}), tables: [broken]},
      ]),
      noWords,
    )
    expect(kb.editions.map(({id}) => id)).toEqual(['zh-TW/good.md'])
    expect(kb.ledger.read).toBe(kb.ledger.published + kb.ledger.entries.length)
    expect(kb.diagnostics.filter(({id}) => id === 'internal-error').map(({place}) => place.path)).toEqual([
      'zh-TW/bad.md',
    ])
  })
})
