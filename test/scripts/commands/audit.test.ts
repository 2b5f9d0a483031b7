import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {register} from '../../../scripts/commands/audit.ts'
import {withRules} from '../../support/audit-kb.ts'
import {runCommand} from '../../support/run-command.ts'
import {sarifErrors} from '../../support/sarif-schema.ts'
import {tinyDataFolder} from '../../support/tiny-data-folder.ts'

const data = tinyDataFolder(withRules)
const sets = [
  'access-edge=203.0.113.10',
  'av-edge=203.0.113.12',
  'front-end-pool=10.0.0.0/24',
  'edge-internal=10.1.0.5',
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-audit-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const ruleset = (rules: readonly string[]): string =>
  [
    'table inet filter {',
    'chain forward {',
    'type filter hook forward priority filter; policy drop;',
    ...rules,
    '}',
    '}',
    '',
  ].join('\n')

const all = [
  'ip daddr 203.0.113.10 tcp dport 443 accept',
  'ip saddr 203.0.113.12 udp dport 3478 accept',
  'ip saddr 10.0.0.0/24 ip daddr 10.1.0.5 tcp dport 5061 accept',
  'ip daddr 203.0.113.12 udp dport 50000-59999 accept',
]

const run = (config: readonly string[], ...args: string[]) =>
  runCommand(register, ['audit', 'edge-with-nat', '--data', data, '--config', ...config, ...args])
const whole = (rules: readonly string[], ...args: string[]) =>
  run([file('ruleset.nft', ruleset(rules))], '--set', ...sets, ...args)

describe('scripts/commands/audit.ts', () => {
  it('ends with 0 when all is let through, with 1 when something is not, with 2 when that can’t be told', async () => {
    expect(await whole(all)).toMatchObject({exitCode: 0, stdout: expect.stringContaining('4 allowed')})
    expect(await whole(all.slice(1))).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('1 missing'),
    })
    const doubtful = ['ip saddr @those drop', ...all]
    expect(await whole(doubtful)).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('the set those is not listed'),
    })
    expect((await whole(['ip saddr @those drop', ...all.slice(1)])).exitCode).toBe(1)
  })

  it('does not end well while an address is not set, and says how to set it', async () => {
    const config = [file('ruleset.nft', ruleset(all))]
    const some = await run(config, '--set', ...sets.slice(0, 2))
    expect(some.exitCode).toBe(2)
    expect(some.stdout).toContain('--set front-end-pool=ADDRESS')
    expect((await run(config)).exitCode).toBe(2)
  })

  it('prints JSON and SARIF that hold the lines that decide', async () => {
    const rules = ['tcp dport 443 drop', ...all, 'tcp dport 22 accept']
    const report = JSON.parse((await whole(rules, '--format', 'json')).stdout)
    expect(report.counts).toEqual({
      allowed: 3,
      partly: 0,
      missing: 0,
      denied: 1,
      unknown: 0,
      stopped: 0,
      open: 0,
    })
    expect(report.rules[0]).toMatchObject({verdict: 'denied', lines: [{line: 4, text: 'tcp dport 443 drop'}]})
    expect(report.beyond).toMatchObject([{kind: 'extra', sure: true, line: {line: 9}}])
    const log = JSON.parse((await whole(rules, '--format', 'sarif')).stdout)
    expect(sarifErrors(log)).toEqual([])
    expect(log.runs[0].results.map(({ruleId}: {ruleId: string}) => ruleId)).toEqual([
      'audit-denied',
      'audit-extra',
    ])
  })

  it('prints names of a configuration without what moves a cursor', async () => {
    const {stdout} = await whole([...all, 'tcp dport 22 accept comment "\u001b[2J\u202e"'])
    expect(stdout).toContain('\\u001b[2J\\u202e')
  })

  it('takes no word that every plain object has for a statement', async () => {
    const {exitCode, stdout} = await whole(['constructor', 'jump toString', ...all])
    expect(exitCode).toBe(2)
    expect(stdout).toContain('4 unknown')
  })

  it('says nothing of IPv6 where its policies stand in a list that is not read', async () => {
    const path = file(
      'old.conf',
      'config firewall policy\nend\nconfig firewall policy6\n edit 1\n next\nend\n',
    )
    const addresses = [...sets.slice(1), 'access-edge=2001:db8::10']
    const {stdout} = await run([path], '--set', ...addresses)
    expect(stdout).toContain('3 missing, 1 unknown')
  })

  it('reads what PowerShell writes', async () => {
    const rule = {
      DisplayName: 'web',
      Enabled: 'True',
      Direction: 'Inbound',
      Action: 'Allow',
      Profile: 'Any',
      Protocol: 'TCP',
      LocalPort: '443',
      RemotePort: 'Any',
      LocalAddress: 'Any',
      RemoteAddress: 'Any',
    }
    const path = file(
      'rules.json',
      Buffer.from(`\ufeff${JSON.stringify([rule], null, 2).replaceAll('\n', '\r\n')}`, 'utf16le'),
    )
    const {stdout} = await run([path], '--set', ...sets, '--device', 'host:access-edge')
    expect(stdout).toContain('1 rule asked of windows: 1 allowed')
  })

  it.each([
    ['an empty file', '', /is empty/],
    ['another file', 'hello', /is no configuration that is known here/],
    ['a picture', '\u0089PNG\r\n\u0000\u0000', /is no configuration that is known here/],
    [
      'a ruleset that is cut off',
      ruleset(all).slice(0, 120),
      /can’t be read as nft: it ends inside of a block/,
    ],
    ['JSON that is cut off', '{"nftables": [{"chain": {', /can’t be read as nft-json/],
    ['JSON of another shape', '{"nftables": 3}', /can’t be read as nft-json/],
    [
      'tables without an end',
      '# Generated by iptables-save\n*filter\n:FORWARD DROP [0:0]\n',
      /has no COMMIT/,
    ],
    ['rules of no known family', '*filter\n:FORWARD DROP [0:0]\nCOMMIT\n', /IPv4 or IPv6/],
    ['a policy that is cut off', 'config firewall policy\n edit 1\n', /doesn’t end/],
    [
      'groups without what goes out',
      '{"SecurityGroups": [{"IpPermissions": []}]}',
      /can’t be read as aws-security-groups/,
    ],
    ['an include', `include "more.nft"\n${ruleset(all)}`, /expected a table, found “include”/],
  ])('refuses %s', async (_, text, message) => {
    await expect(run([file('config', text)], '--set', ...sets)).rejects.toThrow(message)
  })

  it('refuses a file that is too large', async () => {
    await expect(run([file('large', Buffer.alloc(21 * 1024 * 1024, '#'))])).rejects.toThrow(
      /more than the rules of any device/,
    )
  })

  it('refuses files of several devices, and what it is not told rightly', async () => {
    const nft = file('one.nft', ruleset(all))
    const forti = file('two.conf', 'config firewall policy\nend\n')
    await expect(run([nft, forti])).rejects.toThrow(/of several devices: nft, fortios/)
    await expect(run([nft, nft])).rejects.toThrow(/is named twice/)
    await expect(whole(all, '--device', 'left')).rejects.toThrow(
      /Expected perimeter, internal or host:ENDPOINT/,
    )
    await expect(whole(all, '--device', 'host:nobody')).rejects.toThrow(/has the machine “nobody”/)
    await expect(whole(all, '--behind', 'eth0=somewhere')).rejects.toThrow(/Expected NAME=NETWORKS/)
    await expect(run([nft], '--set', 'access-edge=edge.example.com')).rejects.toThrow(/Unexpected host name/)
    await expect(run([nft], '--set', 'acess-edge=10.0.0.1')).rejects.toThrow(/Unexpected endpoint/)
  })
})
