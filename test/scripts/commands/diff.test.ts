import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {register} from '../../../scripts/commands/diff.ts'
import {runCommand} from '../../support/run-command.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const data = tinyDataFolder()
const changedData = tinyDataFolder((kb) => {
  kb.topics.pop()
  for (const table of kb.topics[0]?.tables ?? []) table.rows.pop()
})
const sameData = tinyDataFolder()
const hostileData = tinyDataFolder((kb) => {
  for (const {title} of kb.topics) title.source = 'Edge\u001b[2J'
})
const emptyData = tinyDataFolder((kb) => {
  for (const topic of kb.topics.slice(1)) topic.tables = []
})

const diff = (...args: string[]) => runCommand(register, ['diff', '--data', data, ...args])
const file = (folder: string) => join(folder, 'knowledge-base.json')

describe('scripts/commands/diff.ts', () => {
  it.each([
    [
      'en',
      /^From “[^”]+” to “[^”]+”$/,
      'External interface',
      /^\d+ rules? to open, \d+ to close, \d+ unchanged\.$/,
    ],
    [
      'fr-FR',
      /^De «.[^»]+.» à «.[^»]+.»$/,
      'Interface externe',
      /^\d+ règles? à ouvrir, \d+ à fermer, \d+ inchangées?\.$/,
    ],
    [
      'ja-JP',
      /^「[^」]+」から「[^」]+」へ$/,
      '外部インターフェイス',
      /^開く規則 \d+ 件、閉じる規則 \d+ 件、/,
    ],
    ['zh-TW', /^從「[^」]+」到「[^」]+」$/, '外部介面', /^需開放 \d+ 條規則，關閉 \d+ 條，/],
  ])('tells in %s what to open and close and ends with 1', async (locale, title, side, sum) => {
    const {stdout, exitCode} = await diff('edge-with-nat', 'partner-chat', '--locale', locale)
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(title)
    expect(lines[1]).toMatch(sum)
    expect(lines).toContain(side)
    expect(exitCode).toBe(1)
  })

  it('lets no document move the cursor of the terminal', async () => {
    const {stdout} = await diff('edge-with-nat', 'partner-chat', '--data', hostileData)
    expect(stdout).toContain('\\u001b[2J')
    expect(stdout).not.toContain('\u001b')
  })

  it('prints the difference as JSON', async () => {
    const {stdout} = await diff('edge-with-nat', 'partner-chat', '--json')
    expect(JSON.parse(stdout)).toMatchObject({a: 'edge-with-nat', b: 'partner-chat'})
  })

  it('writes the rules that a device which follows A lacks to follow B, and names those that go', async () => {
    const {stdout, stderr, exitCode} = await diff('edge-with-nat', 'partner-chat', '--rules', 'csv')
    const {rules} = JSON.parse((await diff('edge-with-nat', 'partner-chat', '--json')).stdout)
    type Told = {kind: string; a: {rule: {id: string}} | null; b: {rule: {id: string}} | null}
    const ids = (kind: string, side: 'a' | 'b'): string[] =>
      rules.flatMap((rule: Told) => (rule.kind === kind ? (rule[side]?.rule.id ?? []) : []))
    const written = stdout
      .split('\r\n')
      .slice(1, -1)
      .flatMap((line) => line.split(',')[0] ?? [])
    expect(new Set(written)).toEqual(new Set(ids('onlyB', 'b')))
    for (const id of ids('onlyA', 'a')) expect(stderr).toContain(`${id} of edge-with-nat is to be taken away`)
    expect(exitCode).toBe(0)
  })

  it('takes the choices of an export with --rules, says what it leaves out, and refuses them without', async () => {
    const rules = (...args: string[]) => diff('edge-with-nat', 'partner-chat', '--rules', 'json', ...args)
    const {stdout, stderr} = await rules()
    const {omitted, variables} = JSON.parse(stdout)
    for (const {rule} of omitted) expect(stderr).toContain(`${rule} is not written`)
    for (const name of Object.keys(variables)) expect(stderr).toContain(`${name} is not set`)
    const written = (text: string): number => JSON.parse(text).rules.length
    await expect(rules('--device', 'left')).rejects.toThrow(/found “left”/)
    await expect(rules('--allow-unrestricted', 'r-none')).rejects.toThrow(/r-none/)
    expect(written((await rules('--interface', 'external')).stdout)).toBeLessThanOrEqual(written(stdout))
    await expect(diff('edge-with-nat', 'partner-chat', '--device', 'internal')).rejects.toThrow(
      'Expected --rules beside --device',
    )
  })

  it('refuses to write rules of two files', async () => {
    await expect(diff(file(data), file(changedData), '--rules', 'csv')).rejects.toThrow(
      'Expected two topics before --rules',
    )
  })

  it('gives the same facts in every language', async () => {
    const [en, ja] = [
      await diff('edge-with-nat', 'partner-chat', '--json'),
      await diff('edge-with-nat', 'partner-chat', '--json', '--locale', 'ja-JP'),
    ]
    expect(ja.stdout).toBe(en.stdout)
  })

  it('ends with 0 between two datasets that say the same', async () => {
    expect(await diff(file(data), file(sameData))).toMatchObject({
      stdout: '0 topics differ, 2 are unchanged.\n',
      exitCode: 0,
    })
  })

  it('compares two datasets topic by topic', async () => {
    const {stdout, exitCode} = await diff(file(data), file(changedData))
    expect(stdout).toMatch(/^.+ \(edge-with-nat\)\n0 rules to open, 2 to close, 10 unchanged\.$/m)
    expect(stdout).toMatch(/^.+ \(partner-chat\)\nTopic removed: 12 rules$/m)
    expect(exitCode).toBe(1)
  })

  it('compares two datasets in the language that is asked for', async () => {
    const {stdout} = await diff(file(data), file(changedData), '--locale', 'zh-TW')
    expect(stdout).toMatch(/^已移除的主題：12 條規則$/m)
    expect(stdout).toMatch(/^2 個主題不同，0 個相同。$/m)
  })

  it.each([
    [
      ['edge-with-nut', 'partner-chat'],
      'There is no topic “edge-with-nut”',
      'Did you mean edge-with-nat, partner-chat?',
    ],
    [
      ['edge-with-nat', 'edge'],
      'Expected two topics, found edge-with-nat twice',
      'Name another topic to compare it with.',
    ],
    [
      ['edge-with-nat', 'partner-chat', '--data', emptyData],
      'partner-chat has no rules to compare',
      'Choose a topic with a table of ports.',
    ],
    [
      ['edge-with-nat', 'partner-chat', '--locale', 'xx'],
      'There is no locale “xx” in the dataset',
      'It has en, fr-FR, ja-JP, zh-TW.',
    ],
    [
      ['edge-with-nat', 'b.json'],
      'Expected two topics or two files, found the file b.json and a topic',
      'Name both sides alike.',
    ],
    [
      ['a.json', 'b.json'],
      'Expected a dataset at a.json, found none',
      'Run “portolan ingest” first, or name its folder with --data.',
    ],
  ])('refuses %j with a hint', async (args, message, hint) => {
    await expect(diff(...args)).rejects.toMatchObject({name: 'UsageError', message, hint})
  })

  it('refuses one file twice, by any name, and a dataset of another version', async () => {
    const twice = diff(file(data), join(data, '.', 'knowledge-base.json'))
    await expect(twice).rejects.toMatchObject({
      message: `Expected two datasets, found the file ${file(data)} twice`,
      hint: 'Name the dataset of another run.',
    })
    const folder = tinyDataFolder()
    writeFileSync(file(folder), JSON.stringify({...tinyKnowledgeBase(), schema: 3}))
    await expect(diff(file(data), file(folder))).rejects.toThrow(/^Expected a dataset in .* at schema$/)
    await expect(diff(file(data), file(changedData), '--locale', 'de-DE')).rejects.toMatchObject({
      message: 'There is no locale “de-DE” in the dataset',
    })
  })

  it('refuses a file that is no dataset, and says where', async () => {
    const folder = tinyDataFolder()
    writeFileSync(file(folder), '{"schema": 2}')
    await expect(diff(file(folder), file(folder))).rejects.toThrow(
      /^Expected a dataset in .*, found .* at locales$/,
    )
    writeFileSync(file(folder), '{')
    await expect(diff(file(folder), file(folder))).rejects.toThrow(/^Expected JSON in /)
  })
})
