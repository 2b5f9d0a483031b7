import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/check.ts'
import {UsageError} from '../../../src/disk/usage-error.ts'
import {faultyDocument, rightDocument, temporaryFolder, writeFiles} from '../../support/faulty-document.ts'
import {runCommand} from '../../support/run-command.ts'
import {sarifErrors} from '../../support/sarif-schema.ts'

const folder = temporaryFolder()
const unit = {id: 'u1', locale: 'zh-TW', source: 'A/V/STUN/UDP/3478', target: 'A/V/STUN/TCP/3478'}
const right = {...unit, id: 'u2', target: unit.source}
const files = writeFiles(folder, {
  'faulty.md': faultyDocument,
  'right.md': rightDocument,
  'units.jsonl': `${JSON.stringify(unit)}\n${JSON.stringify(right)}\n`,
  'units.xlf': `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" target-language="zh-TW"><body><trans-unit id="u1"><source>${unit.source}</source><target>${unit.target}</target></trans-unit></body></file></xliff>`,
  'memory.tmx': `<tmx version="1.4"><header srclang="en"/><body><tu tuid="u1"><tuv xml:lang="en"><seg>${unit.source}</seg></tuv><tuv xml:lang="zh-TW"><seg>${unit.target}</seg></tuv></tu></body></tmx>`,
  'broken.tmx': '<tmx version="1.4">\n<body>\n<tu></body>',
  'utf16.xlf': Buffer.from(
    `\uFEFF<xliff version="1.2"><file target-language="zh-TW"><trans-unit id="u1"><source>${unit.source}</source><target>${unit.target}</target></trans-unit></file></xliff>`,
    'utf16le',
  ),
  unnamed: `${JSON.stringify(unit)}\n`,
})
/** Without a termbase: what is found depends on the lines alone. */
const bare = temporaryFolder()
const check = (...args: string[]) => runCommand(register, ['check', ...args, '--content', bare])
const jsonLines = async (...args: string[]) => {
  const {stdout} = await check(...args, '--format', 'jsonl')
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line))
}

describe('scripts/commands/check.ts', () => {
  test('a document with a critical error gives exit code 1 and the place of each error', async () => {
    const {stdout, exitCode} = await check(files['faulty.md'])
    expect(exitCode).toBe(1)
    const line = faultyDocument.split('\n').findIndex((each) => each.includes('STUN/TCP')) + 1
    expect(stdout).toContain(`${files['faulty.md']}:${line}:`)
    expect(stdout).toMatch(/critical transport Unexpected “TCP”, expected “UDP”/)
  })

  test('a right document gives exit code 0 and no findings', async () => {
    const {stdout, exitCode} = await check(files['right.md'])
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0})
  })

  test.for(['units.jsonl', 'units.xlf', 'memory.tmx', 'utf16.xlf', 'unnamed'] as const)(
    'the error in %s is printed as JSON with the whole corrected cell',
    async (name) => {
      expect(await jsonLines(files[name])).toEqual([
        {
          id: 'u1',
          check: 'transport',
          severity: 'critical',
          locale: 'zh-TW',
          path: files[name],
          line: expect.any(Number),
          column: expect.any(Number),
          message: 'Unexpected “TCP”, expected “UDP”',
          actual: 'TCP',
          expected: 'UDP',
          fix: 'A/V/STUN/UDP/3478',
        },
      ])
    },
  )

  test('SARIF is valid, and its fixes replace the right characters', async () => {
    const {stdout} = await check(files['faulty.md'], files['units.jsonl'], '--format', 'sarif')
    const log = JSON.parse(stdout)
    expect(sarifErrors(log)).toEqual([])
    const lines = faultyDocument.split('\n')
    const replaced = log.runs[0].results.flatMap((result: {fixes?: {artifactChanges: unknown[]}[]}) => {
      const changes = (result.fixes ?? []).flatMap(({artifactChanges}) => artifactChanges)
      return changes.flatMap((change) => {
        const {replacements} = change as {
          replacements: {
            deletedRegion: {startLine: number; startColumn: number; endColumn: number}
            insertedContent: {text: string}
          }[]
        }
        return replacements.map(({deletedRegion: {startLine, startColumn, endColumn}, insertedContent}) => [
          lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1),
          insertedContent.text,
        ])
      })
    })
    expect(replaced).toContainEqual(['TC', 'UD'])
    expect(replaced).toContainEqual(['每', '任何'])
  })

  test('findings of a baseline neither count nor are printed, new ones do', async () => {
    const baseline = join(folder, 'baseline.json')
    const known = [files['faulty.md'], files['units.jsonl']]
    const written = await check(...known, '--baseline', baseline, '--update-baseline')
    expect(written.exitCode).toBe(0)
    const again = await check(...known, '--baseline', baseline)
    expect({stdout: again.stdout, exitCode: again.exitCode}).toEqual({stdout: '', exitCode: 0})
    const fresh = temporaryFolder()
    const more = writeFiles(fresh, {'more.jsonl': `${JSON.stringify(unit)}\n`})
    const {stdout, exitCode} = await check(...known, more['more.jsonl'], '--baseline', baseline)
    expect(exitCode).toBe(1)
    expect(stdout.match(/critical/g)).toHaveLength(1)
  })

  test('a file that is no baseline is not replaced by one', async () => {
    const mine = writeFiles(temporaryFolder(), {'README.md': '# Mine'})['README.md'] ?? ''
    await expect(check(files['faulty.md'], '--baseline', mine, '--update-baseline')).rejects.toThrow(
      /README\.md is no baseline/,
    )
    expect(readFileSync(mine, 'utf8')).toBe('# Mine')
  })

  test('a baseline is the same bytes each time', async () => {
    const [first, second] = [join(folder, 'b1.json'), join(folder, 'b2.json')]
    await check(files['faulty.md'], files['units.jsonl'], '--baseline', first, '--update-baseline')
    await check(files['units.jsonl'], files['faulty.md'], '--baseline', second, '--update-baseline')
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'))
  })

  test('a waiver holds until its last day, and an expired one is reported', async () => {
    const waivers = writeFiles(folder, {
      'waivers.json': JSON.stringify([
        {check: 'transport', locale: 'zh-TW', reason: 'the page is being rewritten', expires: '2026-03-31'},
      ]),
    })['waivers.json']
    const before = await check(files['units.jsonl'], '--waivers', waivers, '--today', '2026-03-31')
    expect({stdout: before.stdout, exitCode: before.exitCode}).toEqual({stdout: '', exitCode: 0})
    const after = await check(files['units.jsonl'], '--waivers', waivers, '--today', '2026-04-01')
    expect(after.exitCode).toBe(1)
    expect(after.stderr).toContain('warning waiver-expired')
    const sarif = await check(
      files['units.jsonl'],
      '--waivers',
      waivers,
      '--today',
      '2026-03-31',
      '--format',
      'sarif',
    )
    const [result] = JSON.parse(sarif.stdout).runs[0].results
    expect(result.suppressions).toEqual([
      {kind: 'external', status: 'accepted', justification: 'the page is being rewritten'},
    ])
  })

  test('a waiver without reason or last day is refused', async () => {
    const bad = writeFiles(folder, {'bad-waivers.json': '[{"check": "transport", "reason": " "}]'})
    await expect(check(files['units.jsonl'], '--waivers', bad['bad-waivers.json'])).rejects.toThrow(
      UsageError,
    )
  })

  test('only the wanted languages and severities are reported', async () => {
    const japanese = JSON.stringify({...right, id: 'j', locale: 'ja-JP'})
    const {'ja.jsonl': path} = writeFiles(temporaryFolder(), {'ja.jsonl': japanese})
    expect(await jsonLines(files['units.jsonl'], path, '--locale', 'ja-JP')).toEqual([])
    expect(await jsonLines(files['units.jsonl'], '--severity', 'critical')).toHaveLength(1)
  })

  test('documents named as context teach what single lines cannot', async () => {
    const line = {id: 'x', locale: 'zh-TW', source: 'Any', target: '每'}
    const own = writeFiles(folder, {'any.jsonl': JSON.stringify(line)})
    const learnt = await jsonLines(own['any.jsonl'], '--context', files['right.md'])
    expect(learnt).toEqual([expect.objectContaining({id: 'x', fix: '任何'})])
  })

  test('a memory that we wrote before 0.2 proves nothing, and says so', async () => {
    const source = 'Required only when HTTPS is not used'
    const wrong = {id: 'u', locale: 'zh-TW', source, target: '僅在使用 HTTPS 時才需要'}
    const memory = (tool: string, header: string, properties = '') =>
      `<tmx version="1.4"><header creationtool="${tool}" creationtoolversion="0.1.0" srclang="en">${header}</header><body><tu>${properties}<tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="zh-TW"><seg>僅在未使用 HTTPS 時才需要</seg></tuv></tu></body></tmx>`
    const fixOf = async (tmx: string) => {
      const paths = writeFiles(temporaryFolder(), {'m.tmx': tmx, 'u.jsonl': JSON.stringify(wrong)})
      const {stdout, stderr} = await check(paths['u.jsonl'], paths['m.tmx'], '--format', 'jsonl')
      return {fix: JSON.parse(stdout).fix, warned: stderr.includes('warning unproven-english')}
    }
    const fix = '僅在未使用 HTTPS 時才需要'
    const shape = '<prop type="x-source-origin">shape</prop>'
    expect(await fixOf(memory('other', ''))).toEqual({fix, warned: false})
    expect(await fixOf(memory('portolan', ''))).toEqual({fix: null, warned: true})
    expect(await fixOf(memory('portolan', '', shape))).toEqual({fix: null, warned: true})
    expect(await fixOf(memory('portolan', '<prop type="x-english">stated</prop>'))).toEqual({
      fix,
      warned: false,
    })
  })

  test('English that was inferred is no English of a line', async () => {
    const line = JSON.stringify({...unit, sourceOrigin: 'shape'})
    const {'u.jsonl': path} = writeFiles(temporaryFolder(), {'u.jsonl': line})
    const {stdout, stderr, exitCode} = await check(path)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0})
    expect(stderr).toContain('1 lines whose English was inferred')
  })

  test('a malformed file is named with its line and gives exit code 1', async () => {
    const {stderr, exitCode} = await check(files['broken.tmx'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`${files['broken.tmx']}:3:`)
    expect(stderr).toContain('error malformed-xml')
  })

  test.for([
    ['empty.po', '', 'error empty-file'],
    ['empty.csv', '\n \n', 'error empty-file'],
    ['empty.jsonl', '\ufeff', 'error empty-file'],
    [
      'open.po',
      'msgid ""\nmsgstr ""\n"Language: sv\\n"\n\nmsgid "Deny"\nmsgstr "Neka\n',
      ':6:1 error malformed-po',
    ],
    ['bytes.po', 'P\0K\u0003\n\nmsgid\0', ':1:1 error malformed-po'],
    ['page.po', '<p>Deny</p>', ':1:1 error malformed-po'],
    ['open.csv', 'id,locale,source,target\n1,sv,"Deny,Neka\n', 'error malformed-csv'],
  ] as const)('%s is refused with its line and exit code 1', async ([name, text, said]) => {
    const {[name]: path = ''} = writeFiles(temporaryFolder(), {[name]: text})
    const {stderr, exitCode} = await check(path)
    expect({stderr: stderr.includes(said), exitCode}).toEqual({stderr: true, exitCode: 1})
  })

  test('a file without a single unit says so', async () => {
    const texts = {'a.csv': 'id,locale,source,target\n', 'a.po': 'msgid ""\nmsgstr "Language: sv\\n"\n'}
    for (const path of Object.values(writeFiles(temporaryFolder(), texts)))
      expect((await check(path)).stderr).toContain('warning no-units')
  })

  test.for([
    ['sv', ['sv']],
    ['sv_SE', ['sv']],
    ['sv-se', ['sv']],
    ['zh-Hant', ['zh-TW']],
    ['zh', ['zh-TW']],
    ['pt', ['pt-BR', 'pt-PT']],
    ['pt-PT', ['pt-PT']],
  ] as const)('--locale %s reports %j', async ([tag, locales]) => {
    const csv = 'source,sv,zh-TW,pt-BR,pt-PT\nUDP 3478,UDP 3487,UDP 3487,UDP 3487,UDP 3487\n'
    const {'u.csv': path} = writeFiles(temporaryFolder(), {'u.csv': csv})
    const found = await jsonLines(path, '--locale', tag)
    expect(found).toEqual(locales.map((locale) => expect.objectContaining({locale, path, line: 2})))
  })

  test('a language that nothing is in is refused with those that are there', async () => {
    await expect(check(files['units.jsonl'], '--locale', 'zh-TW', 'da')).rejects.toThrow(
      'nothing in da was checked',
    )
    await expect(check(files['faulty.md'], '--locale', 'zh-CN')).rejects.toThrow('nothing in zh-CN')
    await expect(check(files['units.jsonl'], '--locale', '??')).rejects.toThrow('found “??”')
  })

  test.for([
    [['nowhere.md'], 'no such file or folder: nowhere.md'],
    [[files['right.md'], '--context', 'nowhere'], 'no such file or folder: nowhere'],
    [[files['right.md'], '--baseline', 'nowhere.json'], 'baseline nowhere.json can’t be read'],
    [[files['right.md'], '--update-baseline'], '--update-baseline needs to know the file'],
    [[temporaryFolder()], 'no documents in'],
  ] as const)('bad usage %j is refused', async ([args, message]) => {
    await expect(check(...args)).rejects.toThrow(message.replace('’', "'"))
  })

  test('exit codes and standard input work as a process', () => {
    const script = fileURLToPath(new URL('../../../scripts/portolan.ts', import.meta.url))
    const run = (args: string[], input = '') =>
      spawnSync(process.execPath, [script, 'check', ...args], {input, encoding: 'utf8'})
    const piped = run(['-', '--format', 'jsonl'], `${JSON.stringify(unit)}\n`)
    expect(piped.status).toBe(1)
    expect(JSON.parse(piped.stdout)).toMatchObject({id: 'u1', check: 'transport'})
    expect(run(['--formt', 'x', '-']).status).toBe(2)
    expect(run(['nowhere']).status).toBe(2)
    expect(run(['-'], `${JSON.stringify(right)}\n`).status).toBe(0)
    expect(existsSync('baseline.json')).toBe(false)
  }, 900_000)
})
