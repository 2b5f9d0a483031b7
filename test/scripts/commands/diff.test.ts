import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {register} from '../../../scripts/commands/diff.ts'
import {runCommand} from '../../support/run-command.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'

const data = tinyDataFolder()
const changedData = tinyDataFolder((kb) => {
  kb.topics.pop()
  for (const table of kb.topics[0]?.tables ?? []) table.rows.pop()
})
const emptyData = tinyDataFolder((kb) => {
  for (const topic of kb.topics.slice(1)) topic.tables = []
})

const diff = (...args: string[]) => runCommand(register, ['diff', '--data', data, ...args])
const file = (folder: string) => join(folder, 'knowledge-base.json')

describe('scripts/commands/diff.ts', () => {
  it('tells what to open and close in words and ends with 1', async () => {
    const {stdout, exitCode} = await diff('edge-with-nat', 'partner-chat', '--locale', 'fr-FR')
    expect(stdout.split('\n')[0]).toMatch(
      /^From edge-with-nat to partner-chat: open \d+, close \d+, change \d+, \d+ stay$/,
    )
    expect(stdout).toContain('external:')
    expect(exitCode).toBe(1)
  })

  it('prints the difference as JSON', async () => {
    const {stdout} = await diff('edge-with-nat', 'partner-chat', '--json')
    expect(JSON.parse(stdout)).toMatchObject({a: 'edge-with-nat', b: 'partner-chat'})
  })

  it('gives the same facts in every language', async () => {
    const [en, ja] = [
      await diff('edge-with-nat', 'partner-chat', '--json'),
      await diff('edge-with-nat', 'partner-chat', '--json', '--locale', 'ja-JP'),
    ]
    expect(ja.stdout).toBe(en.stdout)
  })

  it('ends with 0 between two datasets that say the same', async () => {
    expect(await diff(file(data), file(data))).toMatchObject({
      stdout: '0 topics differ, 2 are the same\n',
      exitCode: 0,
    })
  })

  it('compares two datasets topic by topic', async () => {
    const {stdout, exitCode} = await diff(file(data), file(changedData))
    expect(stdout).toContain('From edge-with-nat to edge-with-nat: open 0, close 2, change 0, 10 stay')
    expect(stdout).toContain('partner-chat: removed, 12 rules')
    expect(exitCode).toBe(1)
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

  it('refuses a file that is no dataset, and says where', async () => {
    const folder = tinyDataFolder()
    writeFileSync(file(folder), '{"schema": 1}')
    await expect(diff(file(folder), file(folder))).rejects.toThrow(
      /^Expected a dataset in .*, found .* at locales$/,
    )
    writeFileSync(file(folder), '{')
    await expect(diff(file(folder), file(folder))).rejects.toThrow(/^Expected JSON in /)
  })
})
