/** `portolan audit TOPIC --config FILE…`: whether a device lets through what a topic asks for, and what it opens beyond. */
import {join} from 'node:path'
import {type Command, Option} from 'commander'
import {auditExitCode, auditReport} from '../../src/app/audit/audit-report.ts'
import {auditSarif} from '../../src/app/audit/audit-sarif.ts'
import {auditTopic} from '../../src/app/audit/audit-topic.ts'
import {readConfigFiles} from '../../src/app/audit/config-files-fs.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {readBehind} from '../../src/firewall/audit/behind.ts'
import type {Behind} from '../../src/firewall/audit/device.ts'
import {configFormats} from '../../src/firewall/audit/formats.ts'
import {programVersion} from '../../src/model/version.ts'
import {printableLines} from '../../src/text/printable.ts'
import {auditToText} from '../terminal/audit-output.ts'
import {addRuleOptions, type RuleOptions, readDevice, readRuleChoices} from '../terminal/export-options.ts'

const formats = ['text', 'json', 'sarif'] as const

interface AuditOptions extends RuleOptions {
  config: string[]
  behind?: string[]
  format: (typeof formats)[number]
  all?: boolean
}

const windowsCommand = `
Windows keeps ports and addresses of a rule in objects of their own; this prints all of it:
  $rules = Get-NetFirewallRule -PolicyStore ActiveStore | ForEach-Object {
    $p = $_ | Get-NetFirewallPortFilter; $a = $_ | Get-NetFirewallAddressFilter
    $g = $_ | Get-NetFirewallApplicationFilter; $s = $_ | Get-NetFirewallServiceFilter; $i = $_ | Get-NetFirewallInterfaceFilter
    [pscustomobject]@{Name=$_.Name; DisplayName=$_.DisplayName; Enabled="$($_.Enabled)"; Direction="$($_.Direction)"
      Action="$($_.Action)"; Profile="$($_.Profile)"; Protocol=$p.Protocol; LocalPort=@($p.LocalPort); RemotePort=@($p.RemotePort); IcmpType=@($p.IcmpType)
      LocalAddress=@($a.LocalAddress); RemoteAddress=@($a.RemoteAddress); Program=$g.Program; Service=$s.Service
      InterfaceAlias=@($i.InterfaceAlias)} }
  $profiles = Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object { [pscustomobject]@{Name=$_.Name
    Enabled="$($_.Enabled)"; DefaultInboundAction="$($_.DefaultInboundAction)"; DefaultOutboundAction="$($_.DefaultOutboundAction)"} }
  @{Rules=@($rules); Profiles=@($profiles)} | ConvertTo-Json -Depth 4`

export const register = (program: Command): void => {
  const command = program
    .command('audit')
    .description(
      'compare the configuration of a firewall with the rules of a topic: what is missing, and what else is open',
    )
    .argument('<topic>', 'topic id')
    .requiredOption(
      '--config <files...>',
      'files with the configuration of the device, in a form listed below',
    )
  addRuleOptions(command, 'include a rule that opens all ports, or every address to every address')
    .option(
      '--behind <name=networks...>',
      'what lies behind an interface, a zone or a service tag: dmz=203.0.113.0/24; any for all that lies behind no other',
    )
    .addOption(new Option('--format <format>', 'format of the result').choices(formats).default('text'))
    .option('--all', 'list everything that is open beyond the topic')
    .addHelpText(
      'after',
      `
Configurations: ${configFormats.map(({command}) => command).join('; ')}.
The rules checked are those that “portolan export” would write with the same options. A condition that can’t be told from the configuration makes
what it decides unknown, never open or closed.
${windowsCommand}

Exit codes: 0 everything is let through; 1 something is not; 2 something can’t be told, or bad usage`,
    )
    .action(audit)
}

function audit(topic: string, options: AuditOptions): void {
  const {config, data, format, all = false} = options
  const device = readDevice(options.device)
  const found = auditTopic(readDataset(join(data, 'knowledge-base.json')), {
    ...readRuleChoices(options),
    topic,
    files: readConfigFiles(config),
    device: device?.kind === 'host' ? null : device,
    machine: device?.kind === 'host' ? device.endpoint : null,
    behind: behindOf(options.behind ?? []),
  })
  const report = auditReport(found)
  process.exitCode = auditExitCode(found)
  if (format === 'text') {
    const {isTTY, columns} = process.stdout
    process.stdout.write(`${auditToText(report, isTTY ? columns : null, all)}\n`)
    return
  }
  const value = format === 'json' ? report : auditSarif(report, config, programVersion)
  process.stdout.write(`${printableLines(JSON.stringify(value, null, 2))}\n`)
}

function behindOf(settings: readonly string[]): Behind[] {
  const {behind, fault} = readBehind(settings)
  if (fault === null) return behind
  if ('twice' in fault)
    throw new UsageError(`--behind names ${fault.twice} twice`, 'Put commas between its networks.')
  throw new UsageError(
    `Expected NAME=NETWORKS after --behind, found “${fault.setting}”`,
    'For example --behind dmz=203.0.113.0/24 inside=10.0.0.0/8,192.168.0.0/16 untrust=any',
  )
}
