/** `portolan export TARGET TOPIC`: the rules of a topic as a file for a firewall, proved by reading it back. */
import {join} from 'node:path'
import type {Command} from 'commander'
import {exportTopic} from '../../src/app/export/export-topic.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {commentText} from '../../src/firewall/comment.ts'
import type {ExportRequest, Plan} from '../../src/firewall/export-types.ts'
import {say} from '../../src/firewall/firewall-texts.ts'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {targets} from '../../src/firewall/targets.ts'
import {unrestrictedRules} from '../../src/firewall/unrestricted.ts'
import type {Requirement} from '../../src/model/schema.ts'
import {SPREADSHEET_MARK} from '../../src/text/csv.ts'
import {printable} from '../../src/text/printable.ts'
import {readInterface, readRequirements, readRuleIds, readSettings} from '../terminal/export-options.ts'

interface ExportOptions {
  data: string
  set?: string[]
  interface?: string
  include?: Requirement[]
  allowUnrestricted?: string[]
  locale: string
  site?: string
}

export const register = (program: Command): void => {
  program
    .command('export')
    .description('write the rules of a topic for a firewall')
    .argument('<target>', targets.map(({id}) => id).join(', '))
    .argument('<topic>', 'topic id')
    .option('--data <dir>', 'folder with knowledge-base.json', 'data')
    .option('--set <endpoint=address...>', 'addresses of an endpoint, with commas between several')
    .option('--interface <side>', 'external or internal; else both')
    .option(
      '--include <requirements>',
      'beside required, conditional and unknown: optional, legacy',
      readRequirements,
    )
    .option(
      '--allow-unrestricted <rule-id>',
      'write a rule that opens all ports, or every address to every address; once for each rule',
      readRuleIds,
    )
    .option('--locale <tag>', 'language of the comments', 'en')
    .option('--site <url>', 'address of the site, for the address of each row')
    .action((targetId: string, topicId: string, options: ExportOptions) => {
      const kb = readDataset(join(options.data, 'knowledge-base.json'))
      const {locale, site = '', include = [], allowUnrestricted = []} = options
      const {text, target, request, plan} = exportTopic(kb, {
        target: targetId,
        topic: topicId,
        addresses: readSettings(options.set ?? []),
        interface: readInterface(options.interface),
        locale,
        site,
        include,
        allowUnrestricted,
      })
      const isForSpreadsheet = target.extension === 'csv' && !process.stdout.isTTY
      process.stdout.write(isForSpreadsheet ? `${SPREADSHEET_MARK}${text}` : text)
      for (const remark of remarks(request, plan)) {
        process.stderr.write(`${printable(remark)}\n`)
      }
    })
}

/** What the reader must do before the file can be loaded, what it leaves out, and what it holds at her word only. */
function remarks({allowed}: ExportRequest, {rules, variables, omitted: left}: Plan): string[] {
  const english = firewallTexts('en')
  const omitted = left.map(({ruleId, reason}) => ({ruleId: commentText(ruleId), reason}))
  const waiting = unrestrictedRules(omitted)
  const others = omitted.filter(({ruleId}) => waiting.every((each) => each.ruleId !== ruleId))
  const written = rules.filter(({unrestricted}) => unrestricted.length > 0).flatMap(({ruleIds}) => ruleIds)
  return [
    ...variables.map(
      ({name, key, label}) =>
        `${name} is not set: ${commentText(label)}; give it with --set ${commentText(key)}=ADDRESS`,
    ),
    ...waiting.map(
      ({ruleId, reasons}) =>
        `${ruleId} is not written: ${reasons.map((reason) => say(english, reason)).join(', ')}; write it all the same with --allow-unrestricted ${ruleId}`,
    ),
    ...others.map(({ruleId, reason}) => `${ruleId} is not written: ${say(english, reason)}`),
    ...allowed.map((id) =>
      written.includes(id)
        ? `${id} is written although it is unrestricted`
        : `${id} needed no --allow-unrestricted, or is not among the chosen rules`,
    ),
  ]
}
