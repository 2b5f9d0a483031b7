/** `portolan export TARGET TOPIC`: the rules of a topic as a file for a firewall, proved by reading it back. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {changesAgainst} from '../../src/app/export/export-changes.ts'
import {exportTopics} from '../../src/app/export/export-topic.ts'
import {exportRemoval} from '../../src/app/export/removal.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {targets} from '../../src/firewall/targets.ts'
import {SPREADSHEET_MARK} from '../../src/text/csv.ts'
import {printable} from '../../src/text/printable.ts'
import {addRuleOptions, type RuleOptions, readDevice, readRuleChoices} from '../terminal/export-options.ts'
import {exportRemarks} from '../terminal/export-remarks.ts'

interface ExportOptions extends RuleOptions {
  dropOthers?: boolean
  remove?: boolean
  plan?: string
  locale: string
  site?: string
}

export const register = (program: Command): void => {
  const command = program
    .command('export')
    .description('write the rules of one or several topics for a firewall')
    .argument('<target>', targets.map(({id}) => id).join(', '))
    .argument('<topics...>', 'topic ids; several are written to one file')
  addRuleOptions(
    command,
    'write a rule that opens all ports, or every address to every address; once for each rule',
  )
    .option(
      '--drop-others',
      'stop all other traffic, too (nftables); name all topics, as a second such file stops those of the first',
    )
    .option(
      '--remove',
      'write the file that takes away all that files of these topics can have put there, whatever their choices',
    )
    .option('--plan <old-file>', 'tell what changes against a file of this target, and write nothing')
    .option('--locale <tag>', 'language of the comments', 'en')
    .option('--site <url>', 'address of the site, for the address of each row')
    .action(writeExport)
}

function writeExport(targetId: string, topics: string[], options: ExportOptions): void {
  const {data, locale, site = '', dropOthers = false, device} = options
  const kb = readDataset(join(data, 'knowledge-base.json'))
  const choices = {
    ...readRuleChoices(options),
    target: targetId,
    topics,
    device: readDevice(device),
    dropOthers,
    locale,
    site,
  }
  if (options.remove === true) {
    const {text, left} = exportRemoval(kb, choices)
    process.stdout.write(text)
    for (const line of left) process.stderr.write(`${printable(line)}\n`)
    return
  }
  const {text, target, parts} = exportTopics(kb, choices)
  const plans = parts.map(({plan}) => plan)
  if (options.plan !== undefined) {
    const changes = changesAgainst(plans, target, readFileSync(options.plan, 'utf8'))
    process.stdout.write(`${changes.map(printable).join('\n')}\n`)
    return
  }
  const isForSpreadsheet = target.extension === 'csv' && !process.stdout.isTTY
  process.stdout.write(isForSpreadsheet ? `${SPREADSHEET_MARK}${text}` : text)
  for (const remark of new Set(parts.flatMap(exportRemarks))) process.stderr.write(`${printable(remark)}\n`)
}
