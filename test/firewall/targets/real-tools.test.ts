import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {ExportRequest, Target} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {awsSecurityGroup} from '../../../src/firewall/targets/aws-security-group/write.ts'
import {iptables} from '../../../src/firewall/targets/iptables/write.ts'
import {nftables} from '../../../src/firewall/targets/nftables/write.ts'
import {exportRequest} from '../../support/export-request.ts'
import {endpoint, topicRule} from '../../support/rules.ts'

const manyPorts = Array.from({length: 20}, (_, at): [number, number] => [
  1000 + at * 10,
  1000 + at * 10 + (at % 3),
])

const rules = [
  topicRule(
    {
      ports: [
        [443, 443],
        [50000, 59999],
      ],
    },
    {id: 'r-1'},
  ),
  topicRule(
    {
      source: endpoint('front-end-pool'),
      destination: endpoint('edge-internal'),
      transports: ['tcp', 'udp'],
      ports: manyPorts,
    },
    {id: 'r-2'},
  ),
  topicRule(
    {
      source: endpoint('av-edge'),
      destination: endpoint('any'),
      transports: ['udp'],
      sourcePorts: [[3478, 3478]],
      ports: [[0, 65535]],
    },
    {id: 'r-3'},
  ),
  topicRule(
    {
      source: endpoint('front-end-pool'),
      destination: endpoint('edge-internal'),
      protocols: ['ESP', 'GRE', 'ICMP', 'ICMPV6'],
      icmpTypes: [8, 128],
      transports: [],
      ports: [],
    },
    {id: 'r-4'},
  ),
]

const addresses = {
  'access-edge': ['203.0.113.10', '2001:db8::10'],
  'av-edge': ['203.0.113.12'],
  'edge-internal': ['10.0.0.0/24', '10.0.0.7', '10.0.1.1', '2001:db8:1::/64'],
  'front-end-pool': ['10.2.0.0/16', '2001:db8:2::1'],
}

const written = (target: Target, rest: Partial<ExportRequest>): string => {
  const planned = planExport(exportRequest(rules, {locale: 'zh-TW', title: '連接埠 “x”', ...rest}), target)
  if (!planned.ok) throw new Error('expected a plan')
  return target.write(planned.plan)
}

/** Whether the tool is here and may be used by this user: it accepts an empty file. */
const usable = (command: string, args: string[], empty: string): boolean =>
  spawnSync(command, args, {input: empty, stdio: ['pipe', 'ignore', 'ignore']}).status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

const tools = [
  {target: nftables, command: 'nft', args: ['-c', '-f'], stdin: ['-'], empty: ''},
  {
    target: iptables,
    command: 'iptables-restore',
    args: ['--test', '--noflush'],
    stdin: [],
    empty: '*filter\nCOMMIT\n',
  },
  {
    target: iptables,
    command: 'ip6tables-restore',
    args: ['--test', '--noflush'],
    stdin: [],
    empty: '*filter\nCOMMIT\n',
  },
]

for (const {target, command, args, stdin, empty} of tools) {
  const here = usable(command, [...args, ...stdin], empty)
  describe.skipIf(!here)(
    `src/firewall/targets/${target.id}${here ? '' : ` (skipped: ${command} can't be run here)`}`,
    () => {
      const run = (text: string) => {
        const path = join(folder, `${target.id}.${target.extension}`)
        writeFileSync(path, text)
        return spawnSync(command, [...args, path], {encoding: 'utf8'})
      }

      it(`${command} accepts the file`, () => {
        expect(run(written(target, {addresses}))).toMatchObject({status: 0, stderr: ''})
      })

      it(`${command} refuses the file while an address is missing, and names it`, () => {
        const {status, stderr} = run(written(target, {addresses: {'access-edge': ['203.0.113.10']}}))
        expect(status).not.toBe(0)
        expect(stderr).toMatch(/AV_EDGE_ADDRESS|FRONT_END_POOL_ADDRESS/)
      })
    },
  )
}

/** Lists what a fresh network namespace holds after the commands. */
const inNamespace = (script: string) =>
  spawnSync('unshare', ['-rn', 'sh', '-ec', script], {encoding: 'utf8', cwd: folder})
const hasNamespace = inNamespaceIsHere()

function inNamespaceIsHere(): boolean {
  const {status} = spawnSync('unshare', ['-rn', 'sh', '-ec', 'nft list ruleset && iptables-save'], {
    stdio: 'ignore',
  })
  return status === 0
}

describe.skipIf(!hasNamespace)(
  `src/firewall/targets in a network namespace${hasNamespace ? '' : ' (skipped: there is none to be had here)'}`,
  () => {
    const tool = {
      nftables: {target: nftables, load: (path: string) => `nft -f ${path}`, list: 'nft list ruleset'},
      iptables: {
        target: iptables,
        load: (path: string) => `iptables-restore --noflush ${path}; ip6tables-restore --noflush ${path}`,
        list: "iptables-save | grep -v '^#' | sed 's/ *\\[.*//'",
      },
    } as const
    const files = ({target}: (typeof tool)[keyof typeof tool]) => {
      const plans = ['single-edge', 'partner-chat'].map((topic) => {
        const planned = planExport(exportRequest(rules, {topic, addresses}), target)
        if (!planned.ok) throw new Error('expected a plan')
        return planned.plan
      })
      for (const [at, plan] of plans.entries()) {
        writeFileSync(join(folder, `${at}.rules`), target.write(plan))
        writeFileSync(join(folder, `${at}.gone`), target.remove?.(plan) ?? '')
      }
      writeFileSync(join(folder, 'both.rules'), target.write(...plans))
      writeFileSync(join(folder, 'both.gone'), target.remove?.(...plans) ?? '')
    }

    it.each(['nftables', 'iptables'] as const)(
      '%s: two topics stand, each replaces and removes itself alone',
      (id) => {
        const {load, list} = tool[id]
        files(tool[id])
        const state = (...paths: string[]): string => {
          const {status, stdout, stderr} = inNamespace([...paths.map(load), list].join('\n'))
          expect({status, stderr}).toEqual({status: 0, stderr: ''})
          return stdout
        }
        const [first, second, both] = [state('0.rules'), state('1.rules'), state('0.rules', '1.rules')]
        const rulesOf = (text: string) =>
          text.split('\n').filter((line) => /^\s*(?!type).*\baccept\b|-j ACCEPT/.test(line)).length
        expect(rulesOf(both)).toBe(
          rulesOf(first) + rulesOf(second) - (id === 'iptables' ? rulesOf(state()) : 0),
        )
        expect(state('0.rules', '1.rules', '0.rules', '1.rules').split('\n').sort()).toEqual(
          both.split('\n').sort(),
        )
        expect(state('0.rules', '1.rules', '0.gone')).toBe(second)
        expect(rulesOf(state('0.rules', '0.gone', '0.gone'))).toBe(0)
        expect(state('both.rules').split('\n').sort()).toEqual(both.split('\n').sort())
        expect(rulesOf(state('0.rules', '1.rules', 'both.gone'))).toBe(0)
      },
    )
  },
)

const hasTerraform = usable('terraform', ['version'], '')
describe.skipIf(!hasTerraform)(
  `src/firewall/targets/aws-security-group/write.ts${hasTerraform ? '' : ' (skipped: terraform is not here)'}`,
  () => {
    it('terraform parses the file and has nothing to format', () => {
      const format = (rest: Partial<ExportRequest>) =>
        execFileSync('terraform', ['fmt', '-'], {
          input: written(awsSecurityGroup, rest),
          encoding: 'utf8',
          stdio: ['pipe', 'pipe', 'ignore'],
        })
      expect(format({addresses})).toBe(written(awsSecurityGroup, {addresses}))
      expect(format({})).toBe(written(awsSecurityGroup, {}))
    })
  },
)
