/** `portolan export TARGET TOPIC`: the rules of a topic as a file for a firewall, proved by reading it back. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {changesAgainst, removalOf} from '../../src/app/export/export-changes.ts'
import {exportTopics, type TopicPart} from '../../src/app/export/export-topic.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {say} from '../../src/firewall/firewall-texts.ts'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {cleanId} from '../../src/firewall/names.ts'
import {portKey} from '../../src/firewall/open-ports.ts'
import {targets} from '../../src/firewall/targets.ts'
import {unrestrictedRules} from '../../src/firewall/unrestricted.ts'
import {commentText} from '../../src/firewall/writing/comment.ts'
import {SPREADSHEET_MARK} from '../../src/text/csv.ts'
import {printable} from '../../src/text/printable.ts'
import {addRuleOptions, type RuleOptions, readDevice, readRuleChoices} from '../terminal/export-options.ts'

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
    .option('--drop-others', 'stop all other traffic, too, where the target decides about it (nftables)')
    .option('--remove', 'write the file that takes away what files of these topics put there')
    .option('--plan <old-file>', 'tell what changes against a file of this target, and write nothing')
    .option('--locale <tag>', 'language of the comments', 'en')
    .option('--site <url>', 'address of the site, for the address of each row')
    .action(writeExport)
}

function writeExport(targetId: string, topics: string[], options: ExportOptions): void {
  const {data, locale, site = '', dropOthers = false, device} = options
  const {text, target, parts} = exportTopics(readDataset(join(data, 'knowledge-base.json')), {
    ...readRuleChoices(options),
    target: targetId,
    topics,
    device: readDevice(device),
    dropOthers,
    locale,
    site,
  })
  const plans = parts.map(({plan}) => plan)
  if (options.plan !== undefined) {
    const changes = changesAgainst(plans, target, readFileSync(options.plan, 'utf8'))
    process.stdout.write(`${changes.map(printable).join('\n')}\n`)
    return
  }
  if (options.remove === true) {
    process.stdout.write(removalOf(plans, target))
    return
  }
  const isForSpreadsheet = target.extension === 'csv' && !process.stdout.isTTY
  process.stdout.write(isForSpreadsheet ? `${SPREADSHEET_MARK}${text}` : text)
  for (const remark of new Set(parts.flatMap(remarks))) process.stderr.write(`${printable(remark)}\n`)
}

/** What the reader must do before the file can be loaded, what it leaves out, and what it holds at her word only. */
function remarks({request, plan: {rules, variables, omitted: left}, nothing}: TopicPart): string[] {
  const english = firewallTexts('en')
  const omitted = left.map(({ruleId, reason}) => ({ruleId: commentText(ruleId), reason}))
  const waiting = unrestrictedRules(omitted)
  const others = omitted.filter(({ruleId}) => waiting.every((each) => each.ruleId !== ruleId))
  const written = rules.filter(({unrestricted}) => unrestricted.length > 0).flatMap(({ruleIds}) => ruleIds)
  return [
    ...(nothing === null ? [] : [`${request.topic}: ${nothing.message}`]),
    ...variables.map(
      ({name, key, label}) =>
        `${name} is not set: ${commentText(label)}; give it with --set ${commentText(key)}=ADDRESS`,
    ),
    ...waiting.map(
      ({ruleId, reasons}) =>
        `${ruleId} is not written: ${reasons.map((reason) => say(english, reason)).join(', ')}; write it all the same with --allow-unrestricted ${ruleId}`,
    ),
    ...others.map(({ruleId, reason}) => {
      const open = request.rules.find(
        ({id}) => (reason === 'no-port' || reason === 'named-range') && cleanId(id) === ruleId,
      )
      const hint = open === undefined ? '' : `; give it with --set-port ${commentText(portKey(open))}=PORT`
      return `${ruleId} is not written: ${say(english, reason)}${hint}`
    }),
    ...request.rules.flatMap(({id, anomalies}) =>
      rules.some(({ruleIds}) => ruleIds.includes(cleanId(id)))
        ? anomalies.map((message) => `${cleanId(id)} is written, but its document may be wrong: ${message}`)
        : [],
    ),
    ...request.allowed.map((id) =>
      written.includes(id)
        ? `${id} is written although it is unrestricted`
        : `${id} needed no --allow-unrestricted, or is not among the chosen rules`,
    ),
  ]
}
