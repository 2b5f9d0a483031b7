import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {register} from '../../../scripts/commands/export.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {runCommand} from '../../support/run-command.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'

const data = tinyDataFolder()
const bare = tinyDataFolder((kb) => {
  for (const topic of kb.topics) topic.tables = []
})

/** Every second row of it is of a machine that is gone. */
const mixed = tinyDataFolder((kb) => {
  for (const {rows} of kb.topics.flatMap(({tables}) => tables))
    for (const [at, {rules}] of rows.entries())
      for (const {facts} of rules) if (at % 2 === 1) facts.requirement = 'legacy'
})

const run = (...args: string[]) => runCommand(register, ['export', ...args, '--data', data])

const folder = mkdtempSync(join(tmpdir(), 'portolan-export-'))
afterAll(() => rmSync(folder, {recursive: true}))

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('scripts/commands/export.ts', () => {
  it('takes addresses from a file, where nothing is set, and names the place of a machine that is nowhere', async () => {
    const sites = fileOf('sites.yaml', 'machines:\n  access-edge: 203.0.113.10\n  av-edge: 203.0.113.12\n')
    const {stdout} = await run('json', 'edge-with-nat', '--addresses', sites, '--set', 'av-edge=203.0.113.99')
    expect(stdout).toContain('203.0.113.10')
    expect(stdout).toContain('203.0.113.99')
    expect(stdout).not.toContain('203.0.113.12')
    const wrong = fileOf('wrong.yaml', 'machines:\n  acess-edge: 203.0.113.10\n')
    await expect(run('json', 'edge-with-nat', '--addresses', wrong)).rejects.toMatchObject({
      message: `${wrong}:2:3: there is no machine “acess-edge” in the dataset`,
      hint: expect.stringContaining('access-edge'),
    })
  })

  it('refuses a machine that no document has, and names the nearest', async () => {
    for (const target of ['nftables', 'windows', 'panos'])
      await expect(run(target, 'edge-with-nat', '--device', 'host:acess-edge')).rejects.toMatchObject({
        message: 'There is no machine “acess-edge” in the dataset',
        hint: expect.stringMatching(/--device host:access-edge/),
      })
  })

  it('writes for one device what it sees', async () => {
    const rulesFor = async (...args: string[]): Promise<string[]> =>
      JSON.parse((await run('json', 'edge-with-nat', ...args)).stdout).rules.map(
        ({name}: {name: string}) => name,
      )
    const [all, outer, inner] = [
      await rulesFor(),
      await rulesFor('--device', 'perimeter'),
      await rulesFor('--device', 'internal'),
    ]
    expect(outer.length).toBeGreaterThan(0)
    expect(inner.length).toBeGreaterThan(0)
    expect(outer.filter((name) => inner.includes(name))).toEqual([])
    expect([...outer, ...inner].every((name) => all.includes(name))).toBe(true)
    await expect(run('json', 'edge-with-nat', '--device', 'left')).rejects.toThrow(/found “left”/)
  })

  it('stops the rest only where a file of the target can', async () => {
    expect((await run('nftables', 'edge-with-nat', '--drop-others')).stdout).toContain('policy drop')
    await expect(run('iptables', 'edge-with-nat', '--drop-others')).rejects.toMatchObject({
      message: expect.stringContaining('does not decide about other traffic'),
      hint: expect.stringContaining('nftables'),
    })
  })

  it('tells what changes against an older file, and writes nothing', async () => {
    const set = ['--set', 'access-edge=203.0.113.10']
    const before = fileOf('before.nft', (await run('nftables', 'edge-with-nat', ...set)).stdout)
    const same = await run('nftables', 'edge-with-nat', ...set, '--plan', before)
    expect(same.stdout).toBe('No rule changes.\n')
    const moved = await run(
      'nftables',
      'edge-with-nat',
      '--set',
      'access-edge=203.0.113.11',
      '--plan',
      before,
    )
    expect(moved.stdout).toMatch(/^- tcp 443,5061: any → 203\.0\.113\.10$/m)
    expect(moved.stdout).toMatch(/^\+ tcp 443,5061: any → 203\.0\.113\.11$/m)
    const none = fileOf('none.nft', 'hello')
    await expect(run('nftables', 'edge-with-nat', '--plan', none)).rejects.toThrow(
      /holds no rules of nftables/,
    )
  })

  it('writes several topics to one file, gives each what is for it, and refuses what is for none', async () => {
    const {stdout, stderr} = await run(
      'json',
      'edge-with-nat',
      'partner-chat',
      '--set',
      'access-edge=203.0.113.10',
    )
    const {topics} = JSON.parse(stdout)
    expect(topics.map(({topic}: {topic: string}) => topic)).toEqual(['edge-with-nat', 'partner-chat'])
    expect(stderr).toContain('is not set')
    await expect(run('json', 'edge-with-nat', 'edge-with-nat')).rejects.toThrow(/is named twice/)
    await expect(run('json', 'edge-with-nat', 'partner-chat', '--set', 'quay=203.0.113.10')).rejects.toThrow(
      'Unexpected endpoint “quay”',
    )
    await expect(
      run('json', 'edge-with-nat', 'partner-chat', '--allow-unrestricted', 'r-none'),
    ).rejects.toThrow('Unexpected rule “r-none”')
  })

  it('writes the file that takes away what its own files made, or says what does', async () => {
    const {stdout, stderr} = await run('nftables', 'edge-with-nat', '--remove')
    expect(stdout).toMatch(
      /^# Load with: nft -f FILE\n(?:# .*\n)+add table inet portolan_edge_with_nat\ndelete table inet portolan_edge_with_nat\n$/,
    )
    expect(stderr).toContain('What was written together with other topics stays: table inet portolan.')
    await expect(run('kubernetes', 'edge-with-nat', '--remove')).rejects.toMatchObject({
      hint: expect.stringContaining('kubectl delete'),
    })
  })

  it.each(['x', 'x=', 'x=70000', 'x=90-80', '=80'])('refuses --set-port %s', async (setting) => {
    await expect(run('json', 'edge-with-nat', '--set-port', setting)).rejects.toThrow(/after --set-port/)
  })

  it.each(targets)('writes $id', async ({id}) => {
    const {stdout, exitCode} = await run(id, 'edge-with-nat', '--set', 'access-edge=203.0.113.10')
    expect(stdout).toContain('Edge')
    expect(exitCode).toBe(0)
  })

  it('says which addresses are still to be set, and how', async () => {
    const {stderr} = await run('nftables', 'edge-with-nat')
    expect(stderr).toContain('ACCESS_EDGE_ADDRESS is not set')
    expect(stderr).toContain('--set access-edge=ADDRESS')
  })

  it('lists unrestricted rules that it leaves out, and writes one when it is asked for by its id', async () => {
    const open = tinyDataFolder((kb) => {
      for (const topic of kb.topics)
        for (const table of topic.tables)
          for (const {rules} of table.rows.slice(0, 2))
            for (const rule of rules) rule.facts.ports = [[1, 65535]]
    })
    const write = (...args: string[]) =>
      runCommand(register, ['export', 'json', 'edge-with-nat', '--data', open, ...args])
    const {stdout, stderr} = await write()
    const waiting = [...stderr.matchAll(/^(r-\w+) is not written: it opens all ports;/gm)].map(
      ([, id]) => id ?? '',
    )
    expect(waiting.length).toBeGreaterThan(1)
    expect(JSON.parse(stdout).omitted.map(({rule}: {rule: string}) => rule)).toEqual(waiting)
    const [first = ''] = waiting
    const allowed = await write('--allow-unrestricted', first)
    expect(allowed.stderr).toContain(`${first} is written although it is unrestricted`)
    expect(allowed.stderr).not.toContain(`${first} is not written`)
    expect(JSON.parse(allowed.stdout).rules).toHaveLength(JSON.parse(stdout).rules.length + 1)
    const both = await write('--allow-unrestricted', first, '--allow-unrestricted', waiting[1] ?? '')
    expect(JSON.parse(both.stdout).omitted).toHaveLength(waiting.length - 2)
    await expect(write('--allow-unrestricted', 'r-none')).rejects.toMatchObject({
      message: expect.stringContaining('Unexpected rule “r-none”'),
      hint: expect.stringContaining(first),
    })
  })

  it('comments in the reader’s language with the address of the row', async () => {
    const {stdout} = await run(
      'nftables',
      'edge-with-nat',
      '--locale',
      'zh-TW',
      '--site',
      'https://ports.example',
    )
    expect(stdout).toContain('# https://ports.example/zh-TW/topics/edge-with-nat/#r-')
    expect(stdout).toContain('防火牆規則')
  })

  it('takes several addresses with commas, or with one option each', async () => {
    const {stdout} = await run(
      'json',
      'edge-with-nat',
      '--set',
      'access-edge=203.0.113.10,203.0.113.11',
      'access-edge=203.0.113.12',
    )
    expect(stdout).toContain('203.0.113.12')
    expect(stdout).toContain('203.0.113.10')
  })

  it('takes one interface, and more requirements', async () => {
    const count = async (...args: string[]): Promise<number> =>
      JSON.parse((await run('json', 'edge-with-nat', ...args)).stdout).rules.length
    expect(await count('--interface', 'internal')).toBeLessThan(await count())
    expect(await count('--include', 'optional,legacy')).toBeGreaterThanOrEqual(await count())
  })

  it('counts in the file and beside it what the choice of requirements leaves out', async () => {
    const exported = (...args: string[]) => runCommand(register, ['export', ...args, '--data', mixed])
    const {stdout, stderr} = await exported('nftables', 'edge-with-nat')
    expect(stdout).toMatch(/^# Not chosen, so not written: [1-9]\d* \(legacy systems only\)$/m)
    expect(stderr).toMatch(/^[1-9]\d* rules? (?:is|are) legacy: not written; --include legacy$/m)
    const {notChosen} = JSON.parse((await exported('json', 'edge-with-nat')).stdout)
    const csv = (await exported('csv', 'edge-with-nat')).stdout
    expect(csv.match(/not-written: not-chosen/g)).toHaveLength(notChosen.length)
    const all = await exported('nftables', 'edge-with-nat', '--include', 'legacy,optional')
    expect(all.stdout + all.stderr).not.toMatch(/[Nn]ot chosen|--include/)
  })

  it.each([
    [['nftable', 'edge-with-nat'], /There is no target “nftable”/],
    [['nftables', 'edge-with-net'], /There is no topic “edge-with-net”/],
    [
      ['nftables', 'edge-with-nat', '--set', 'access-edge=$(reboot)'],
      /Unexpected address “\$\(reboot\)” for access-edge/,
    ],
    [['nftables', 'edge-with-nat', '--set', 'access-edge='], /Expected ENDPOINT=ADDRESS/],
    [['nftables', 'edge-with-nat', '--set', '=10.0.0.1'], /Expected ENDPOINT=ADDRESS/],
    [['nftables', 'edge-with-nat', '--set', 'constructor=any'], /Unexpected endpoint “constructor”/],
    [['nftables', 'edge-with-nat', '--set', '__proto__=any'], /Unexpected endpoint “__proto__”/],
    [['nftables', 'edge-with-nat', '--set', 'access-edge=10.0.0.0/99'], /Unexpected address “10.0.0.0\/99”/],
    [['nftables', 'edge-with-nat', '--set', 'access-edge=0.0.0.0/0'], /Unexpected address “0.0.0.0\/0”/],
    [
      ['nftables', 'edge-with-nat', '--set', 'access-edge=10.0.0.1', '--set', 'access-edge=any'],
      /Unexpected “any” beside other addresses for access-edge/,
    ],
    [['nftables', 'edge-with-nat', '--set', 'acess-edge=10.0.0.1'], /Unexpected endpoint “acess-edge”/],
    [
      ['windows', 'edge-with-nat', '--set', 'access-edge=edge.example.com'],
      /Unexpected host name “edge.example.com”/,
    ],
    [
      ['nftables', 'edge-with-nat', '--set', 'access-edge'],
      /Expected ENDPOINT=ADDRESS after --set, found “access-edge”/,
    ],
    [
      ['nftables', 'edge-with-nat', '--interface', 'left'],
      /Expected external or internal after --interface, found “left”/,
    ],
    [
      ['nftables', 'edge-with-nat', '--include', 'all'],
      /Expected required, optional, conditional, legacy, unknown, found “all”/,
    ],
    [['nftables', 'edge-with-nat', '--locale', 'xx'], /There is no locale “xx”/],
  ])('refuses %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message)
  })

  it('refuses a topic without rules', async () => {
    await expect(runCommand(register, ['export', 'csv', 'edge-with-nat', '--data', bare])).rejects.toThrow(
      /holds no rules/,
    )
  })
})
