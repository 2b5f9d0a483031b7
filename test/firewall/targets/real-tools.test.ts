import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {planOf} from '../../../src/app/export/export-topic.ts'
import {removalOf} from '../../../src/app/export/removal.ts'
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
      const requests = ['single-edge', 'partner-chat'].map((topic) =>
        exportRequest(rules, {topic, addresses}),
      )
      const plans = requests.map((request) => planOf(request, target))
      for (const [at, plan] of plans.entries()) {
        writeFileSync(join(folder, `${at}.rules`), target.write(plan))
        writeFileSync(join(folder, `${at}.gone`), removalOf(requests.slice(at, at + 1), target).text)
      }
      writeFileSync(join(folder, 'both.rules'), target.write(...plans))
      writeFileSync(join(folder, 'both.gone'), removalOf(requests, target).text)
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

/**
 * A firewall between two machines of its own, and at which ports of the far one a datagram of the near one arrives. Their
 * link addresses are told, so that no datagram waits; the firewall's own last one, to port 9, says that all are through.
 */
const network = (load: string, ports: readonly number[]) => `
mount -t tmpfs none /run
ip netns add near; ip netns add far
ip link add n0 address 02:00:00:00:00:01 type veth peer name n1 address 02:00:00:00:00:02 netns near
ip link add f0 address 02:00:00:00:00:03 type veth peer name f1 address 02:00:00:00:00:04 netns far
ip addr add 10.0.1.1/24 dev n0; ip link set n0 up; ip neigh add 10.0.1.2 lladdr 02:00:00:00:00:02 dev n0
ip addr add 10.0.2.1/24 dev f0; ip link set f0 up; ip neigh add 10.0.2.2 lladdr 02:00:00:00:00:04 dev f0
ip -n near addr add 10.0.1.2/24 dev n1; ip -n near link set n1 up
ip -n near neigh add 10.0.1.1 lladdr 02:00:00:00:00:01 dev n1; ip -n near route add default via 10.0.1.1
ip -n far addr add 10.0.2.2/24 dev f1; ip -n far link set f1 up
ip -n far neigh add 10.0.2.1 lladdr 02:00:00:00:00:03 dev f1; ip -n far route add default via 10.0.2.1
echo 1 > /proc/sys/net/ipv4/ip_forward
ip netns exec far nft -f - <<END
table inet seen {
  set ports {
    type inet_service
    size 100
    flags dynamic
  }
  chain input {
    type filter hook input priority filter; policy accept;
    udp dport != 0 add @ports { udp dport }
  }
}
END
${load}
ip netns exec near bash -c 'for port in ${ports.join(' ')}; do echo > /dev/udp/10.0.2.2/$port; done'
bash -c 'echo > /dev/udp/10.0.2.2/9'
seen() { ip netns exec far nft list set inet seen ports | tr -cs '0-9\n' '\n'; }
until seen | grep -qx 9; do sleep 0.1; done
seen`
const inNetwork = (load: string, ports: readonly number[] = []) =>
  spawnSync('unshare', ['-rnm', 'sh', '-ec', network(load, ports)], {
    encoding: 'utf8',
    cwd: folder === '' ? tmpdir() : folder,
  })
const hasNetwork = hasNamespace && inNetwork('').status === 0

const reached = (load: string, ports: readonly number[]): number[] => {
  const {stdout, stderr, status} = inNetwork(load, ports)
  expect({stderr, status}).toEqual({stderr: '', status: 0})
  const seen = new Set(stdout.split('\n').map(Number))
  return ports.filter((port) => seen.has(port))
}

describe.skipIf(!hasNetwork)(
  `src/firewall/targets between two machines${hasNetwork ? '' : ' (skipped: there are none to be had here)'}`,
  () => {
    const rule = (port: [number, number], action: 'allow' | 'deny' = 'allow') =>
      topicRule(
        {source: endpoint('near'), destination: endpoint('far'), transports: ['udp'], ports: [port], action},
        {id: `r-${port.join('-')}`},
      )
    const write = (
      target: Target,
      path: string,
      topics: Record<string, ReturnType<typeof rule>[]>,
      rest = {},
    ) => {
      const book = {near: ['10.0.1.2'], far: ['10.0.2.2']}
      const requests = Object.entries(topics).map(([topic, own]) =>
        exportRequest(own, {topic, addresses: book, ...rest}),
      )
      const plans = requests.map((request) => planOf(request, target))
      writeFileSync(join(folder, path), target.write(...plans))
      writeFileSync(join(folder, `${path}.gone`), removalOf(requests, target).text)
    }
    const load = {
      nftables: (path: string) => `nft -f ${path}`,
      // The file, then the lines of its own header.
      iptables: (path: string) => `iptables-restore --noflush ${path}; ip6tables-restore --noflush ${path}
sed -n '/^# for ipt/,/^# done/s/^# //p' ${path} > hooks; . ./hooks`,
    }
    const topics = {open: [rule([1, 1024])], stop: [rule([23, 23], 'deny')]}

    it.each([iptables, nftables])(
      '$id: what one topic stops stays stopped, in whatever order files are loaded',
      (target) => {
        write(target, 'open', {open: topics.open})
        write(target, 'stop', {stop: topics.stop})
        write(target, 'one', {open: topics.open, stop: topics.stop})
        write(target, 'other', {stop: topics.stop, open: topics.open})
        const of = load[target.id as keyof typeof load]
        for (const paths of [['one'], ['other'], ['open', 'stop'], ['stop', 'open'], ['one', 'one']])
          expect(reached(paths.map(of).join('\n'), [22, 23])).toEqual([22])
        // Without a rule for it, another port passes.
        expect(reached(of('one'), [2000])).toEqual([2000])
      },
    )

    it('iptables: takes away the chain of all topics with the last of them', () => {
      write(iptables, 'open', {open: topics.open})
      write(iptables, 'stop', {stop: topics.stop})
      const gone = (path: string) =>
        `sed -n '/^# for ipt/,/^# done/s/^# //p' ${path}.gone > hooks; . ./hooks
iptables-restore --noflush ${path}.gone; ip6tables-restore --noflush ${path}.gone`
      const loaded = ['open', 'stop'].map(load.iptables).join('\n')
      expect(reached(`${loaded}\n${gone('open')}`, [22, 23])).toEqual([22])
      expect(
        reached(
          `${loaded}\n${gone('open')}\n${gone('stop')}\n! (iptables-save; ip6tables-save) | grep PORTOLAN`,
          [23],
        ),
      ).toEqual([23])
    })

    it('nftables: a file of several topics that stops the rest lets through what each of them asks for', () => {
      const two = {web: [rule([443, 443])], mail: [rule([25, 25])]}
      write(nftables, 'two', two, {dropOthers: true})
      write(nftables, 'web', {web: two.web}, {dropOthers: true})
      write(nftables, 'three', {...two, names: [rule([53, 53])]}, {dropOthers: true})
      const of = load.nftables
      const ports = [25, 53, 443]
      expect(reached(of('two'), ports)).toEqual([25, 443])
      expect(reached(['web', 'two', 'two'].map(of).join('\n'), ports)).toEqual([25, 443])
      expect(reached(['two', 'three'].map(of).join('\n'), ports)).toEqual(ports)
      expect(reached([of('two'), of('two.gone')].join('\n'), ports)).toEqual(ports)
      // Its header says so.
      write(nftables, 'mail', {mail: two.mail}, {dropOthers: true})
      expect(reached(['web', 'mail'].map(of).join('\n'), ports)).toEqual([])
    })
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
