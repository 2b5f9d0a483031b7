import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readAddress} from '../../../src/firewall/address.ts'
import type {ExportRequest, Plan} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {readLanguageFile} from '../../../src/languages/language-file-fs.ts'
import {knownLocales} from '../../../src/languages/languages.ts'
import {exportRequest} from '../../support/export-request.ts'
import {dataTargets} from '../../support/firewall-grammars.ts'
import {endpoint, ports, topicRule} from '../../support/rules.ts'

const textLocales = knownLocales.filter((tag) => readLanguageFile(tag, 'firewall') !== null)

const rules = [
  topicRule({source: endpoint('clients'), destination: endpoint('constructor')}, {id: 'r-1'}),
  topicRule({source: endpoint('any'), destination: endpoint('access-edge')}, {id: 'r-2'}),
  topicRule({source: endpoint('sip-proxy')}, {id: 'r-3'}),
  topicRule({ports: ports([0, 65535])}, {id: 'r-all'}),
  topicRule({destination: null}, {id: 'r-open'}),
]

function planned(id: string, rest: Partial<ExportRequest> = {}): Plan {
  const target = targets.find((each) => each.id === id)
  if (target === undefined) throw new Error(`no target ${id}`)
  const result = planExport(exportRequest(rules, rest), target)
  if (!result.ok) throw new Error(result.problems.map(({message}) => message).join('\n'))
  return result.plan
}

const written = (id: string, rest: Partial<ExportRequest> = {}): string =>
  targets.find((each) => each.id === id)?.write(planned(id, rest)) ?? ''

/** What stands for an address that is still to be set, and why the target can't take it. */
const placeholders: Record<string, RegExp> = {
  // An undefined variable.
  nftables: /^define CLIENTS_ADDRESS = \$SET_CLIENTS_ADDRESS$/m,
  // No length of a network.
  iptables: /-s @SET\/CLIENTS_ADDRESS@ /,
  // No address, and the script stops before it changes anything.
  windows: /^\$CLIENTS_ADDRESS = @\('SET_CLIENTS_ADDRESS'\)\r$/m,
  netsh: /^if not defined CLIENTS_ADDRESS \(echo CLIENTS_ADDRESS is not set& exit \/b 1\)\r$/m,
  // No command, so that the group stays empty.
  'cisco-ios': /^object-group network CLIENTS_ADDRESS\n SET_CLIENTS_ADDRESS\n!$/m,
  // Parameters and variables without a default value, and never an empty list.
  'azure-nsg': /"CLIENTS_ADDRESS": \{\s+"type": "array",\s+"minLength": 1,\s+"metadata"/,
  'aws-security-group': /^variable "clients_address" \{\n {2}type = list\(string\)\n {2}validation \{/m,
  // A name that is defined nowhere.
  aerleon: /^ {2}CLIENTS_ADDRESS:\n {4}values:\n {6}- name: SET_CLIENTS_ADDRESS$/m,
  // Objects that are defined nowhere.
  panos: /^set rulebase security rules \S+ source SET_CLIENTS_ADDRESS$/m,
  fortios: /^ {8}set srcaddr "SET_CLIENTS_ADDRESS"$/m,
  'juniper-srx': / match source-address SET_CLIENTS_ADDRESS$/m,
  // No network.
  kubernetes: /^ {12}cidr: "SET_CLIENTS_ADDRESS"$/m,
  // No address.
  csv: /"\$CLIENTS_ADDRESS"/,
  json: /"variable": "CLIENTS_ADDRESS"/,
}

describe('src/firewall/targets.ts', () => {
  it.each(targets)('$id stands still for a named end without an address', ({id}) => {
    expect(written(id)).toMatch(placeholders[id] ?? /^$/)
  })

  it('no placeholder of a spreadsheet is an address', () => {
    for (const text of ['$CLIENTS_ADDRESS', 'not-written']) expect(readAddress(text).ok).toBe(false)
  })

  it.each(targets.filter(({id}) => ![...dataTargets, 'azure-nsg'].includes(id)))(
    'the script of $id checks every address before it changes anything',
    ({id}) => {
      const text = written(id)
      const firstRule = text.search(
        /^(?:netsh |New-NetFirewallRule |Get-NetFirewallRule | permit |-A PORTOLAN -s)/m,
      )
      const lastCheck = Math.max(text.lastIndexOf('exit /b 1)'), text.lastIndexOf('throw '))
      if (lastCheck > 0) expect(lastCheck).toBeLessThan(firstRule)
    },
  )

  it.each(targets.filter(({id}) => !dataTargets.includes(id)))(
    'the header of $id lists what is not set and not written',
    ({id}) => {
      for (const locale of textLocales) {
        const text = written(id, {locale})
        for (const {name} of planned(id, {locale}).variables) expect(text.toUpperCase()).toContain(name)
        for (const rule of ['r-all', 'r-open']) expect(text.split(rule)).toHaveLength(2)
      }
    },
  )

  it.each(targets.filter(({id}) => !dataTargets.includes(id)))(
    'the header of $id tells at whose word every address is let through',
    ({id}) => {
      const byDocument = '“Any” by the document: Any'
      const byReader = 'not by the document: '
      expect(written(id)).toContain(byDocument)
      expect(written(id)).not.toContain(byReader)
      const own = written(id, {
        addresses: {any: ['10.0.0.0/8'], clients: ['any'], 'unstated:destination': ['10.0.0.9']},
      })
      expect(own).not.toContain(byDocument)
      expect(own).toContain(`${byReader}clients`)
      const allowed = written(id, {allowed: ['r-all']})
      expect(allowed).toContain('whoever made this file: r-all (it opens all ports)')
    },
  )

  it('a header lists hundreds of ends and rules to the last', () => {
    const many = Array.from({length: 400}, (_, at) => [
      topicRule({source: endpoint(`machine-${at}`)}, {id: `r-${at}`}),
      topicRule({ports: ports([0, 65535])}, {id: `r-all-${at}`}),
    ]).flat()
    for (const target of targets) {
      const result = planExport(exportRequest(many), target)
      if (!result.ok) throw new Error('expected a plan')
      const text = target.write(result.plan)
      for (const at of [0, 199, 399]) {
        expect(text).toContain(`r-all-${at}`)
        expect(text.toUpperCase()).toContain(`MACHINE_${at}_ADDRESS`)
      }
    }
  })

  it('data lists the same: in lines that are no rules, and as objects', () => {
    const lines = written('csv').split('\r\n')
    const [header = ''] = lines
    expect(header.endsWith('comment,url,state,topic')).toBe(true)
    expect(lines.find((line) => line.startsWith('r-all,'))).toBe(
      'r-all,,not-written,not-written,not-written,,not-written,not-written,,not-written,not-written,"it opens all ports",,"not-written: all-ports",single-edge',
    )
    expect(lines.find((line) => line.startsWith('r-1,'))).toContain(
      '"unset: CLIENTS_ADDRESS CONSTRUCTOR_ADDRESS"',
    )
    expect(JSON.parse(written('json'))).toMatchObject({
      variables: {CLIENTS_ADDRESS: {endpoint: 'clients'}, CONSTRUCTOR_ADDRESS: {endpoint: 'constructor'}},
      omitted: [
        {rule: 'r-all', reason: 'all-ports'},
        {rule: 'r-open', reason: 'open-ends'},
      ],
    })
  })

  it.each(targets)('no hidden character of a document reaches $id', (target) => {
    const hidden = fc.constantFrom(
      '\u202e',
      '\u0007',
      '\u001b[31m',
      '\u2028',
      '\u200b',
      '\u0085',
      '\u{e0001}',
      '\ufeff',
    )
    fc.assert(
      fc.property(hidden, (text) => {
        const request = exportRequest(rules, {
          title: text,
          endpoints: ['clients', 'any'].map((name) => ({
            id: name,
            zone: 'internet',
            names: {en: `${text}x\n*/ --> "'); reboot #${text}`},
          })),
        })
        const result = planExport(
          {...request, rules: request.rules.map((rule) => ({...rule, comment: [text]}))},
          target,
        )
        if (!result.ok) throw new Error('expected a plan')
        // The mark at the start of a PowerShell file is ours.
        const file = target.write(result.plan).slice(1).replaceAll(/\r?\n/g, '')
        expect(file).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
      }),
      {numRuns: 20},
    )
  })
})

const hasTerraform = spawnSync('terraform', ['version'], {stdio: 'ignore'}).status === 0
describe.skipIf(!hasTerraform)(
  `src/firewall/targets/aws-security-group/write.ts${hasTerraform ? '' : ' (skipped: terraform is not here)'}`,
  () => {
    it('terraform refuses to plan while a variable is missing or empty', () => {
      const folder = mkdtempSync(join(tmpdir(), 'portolan-tf-'))
      // The groups themselves need a provider from the network; the variables that they use do not.
      const text = written('aws-security-group').split('\nresource ')[0] ?? ''
      writeFileSync(join(folder, 'main.tf'), text)
      const plan = (...args: string[]) =>
        spawnSync('terraform', ['plan', '-input=false', '-no-color', '-var', 'vpc_id=x', ...args], {
          cwd: folder,
          encoding: 'utf8',
        })
      execFileSync('terraform', ['init', '-input=false'], {cwd: folder, stdio: 'ignore'})
      expect(plan().stderr).toContain('The root module input variable "clients_address" is not set')
      expect(plan('-var', 'clients_address=[]', '-var', 'sip_proxy_address=[]').stderr).toContain(
        'Set clients_address to a list of networks.',
      )
      const set = plan('-var', 'clients_address=["10.0.0.0/8"]', '-var', 'sip_proxy_address=["10.0.0.1/32"]')
      expect(set).toMatchObject({status: 0})
      rmSync(folder, {recursive: true})
    })
  },
)
