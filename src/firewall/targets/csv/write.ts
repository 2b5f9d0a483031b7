/** Plain CSV: one line a rule and pair of ends, for a spreadsheet or a change request. */
import {csvLine} from '../../../text/csv.ts'
import type {Plan, PlanEnd, PlanRule, Remark, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {cleanId} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {rulesOfPlans} from '../../writing/together.ts'

export const csv: Target = {
  id: 'csv',
  name: 'CSV',
  extension: 'csv',
  placement: 'network',
  onMachine: true,
  stateful: true,
  hostNames: true,
  denies: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  removeHint: 'It holds data, not commands.',
}

const columns = [
  'rules',
  'requirement',
  'action',
  'direction',
  'transport',
  'source',
  'sourceAddresses',
  'sourcePorts',
  'destination',
  'destinationAddresses',
  'ports',
  'comment',
  'url',
  'state',
  'topic',
]

const controlRE = /[\p{C}\p{Zl}\p{Zp}]+/gu

/** RFC 4180, UTF-8. */
function write(...plans: readonly Plan[]): string {
  return [
    columns,
    ...rulesOfPlans(plans).map(({plan, rule}) => [...cells(rule, plan), plan.topic]),
    ...plans.flatMap(leftOut),
    ...plans.flatMap(notChosen),
  ]
    .map(csvLine)
    .join('')
}

/** Stands where a rule has its ends and ports: no program can take it for an address, a port or a transport. */
export const leftOutMark = 'not-written'

const marked: readonly string[] = [
  'action',
  'direction',
  'transport',
  'sourceAddresses',
  'sourcePorts',
  'destinationAddresses',
  'ports',
]

/** One line a rule that is not written, with all reasons. */
const leftOut = ({topic, omitted, texts}: Plan): string[][] =>
  [...Map.groupBy(omitted, ({ruleId}) => ruleId)].map(([ruleId, reasons]) =>
    leftOutLine({
      rules: cleanId(ruleId),
      topic,
      state: reasons.map(({reason}) => reason).join(' '),
      comment: reasons.map(({reason}) => say(texts, reason)).join(', '),
    }),
  )

/** One line a rule of a requirement that is not chosen. */
const notChosen = ({topic, unchosen, texts}: Plan): string[][] =>
  unchosen.map(({ruleId, requirement}) =>
    leftOutLine({
      rules: ruleId,
      topic,
      requirement,
      state: 'not-chosen',
      comment: say(texts, requirement),
    }),
  )

const leftOutLine = ({
  state: why,
  comment,
  ...rest
}: Record<'state' | 'comment' | 'rules' | 'topic', string> & {requirement?: string}): string[] => {
  const told = new Map(Object.entries({...rest, state: `${leftOutMark}: ${why}`, comment: words(comment)}))
  return columns.map((column) => (marked.includes(column) ? leftOutMark : (told.get(column) ?? '')))
}

/** `unset` names what is still to be set, `unrestricted` why the rule needed somebody's word, `read` what its comment says. */
function state({ruleIds, source, destination, unrestricted}: PlanRule, remarks: readonly Remark[]): string {
  const own = remarks.filter((remark) => remark.ruleIds.some((id) => ruleIds.includes(id)))
  const read = [
    ...(own.some(({isOpen}) => isOpen) ? ['remark-of-any'] : []),
    ...(own.some(({isConditional}) => isConditional) ? ['condition'] : []),
  ]
  const unset = [source, destination].flatMap((end) => (end.kind === 'variable' ? [end.variable] : []))
  return [
    ...(unset.length === 0 ? [] : [`unset: ${unset.join(' ')}`]),
    ...(unrestricted.length === 0 ? [] : [`unrestricted: ${unrestricted.join(' ')}`]),
    ...(read.length === 0 ? [] : [`read: ${read.join(' ')}`]),
  ].join('; ')
}

const cells = (rule: PlanRule, {remarks}: Plan): string[] => [
  rule.ruleIds.join(' '),
  rule.requirement,
  rule.action,
  rule.direction,
  rule.transport,
  words(rule.source.label),
  addresses(rule.source),
  writePorts(rule.sourcePorts, '-').join(' '),
  words(rule.destination.label),
  addresses(rule.destination),
  writePorts(rule.ports, '-').join(' '),
  words(rule.comment.join(' – ')),
  rule.urls.join(' '),
  state(rule, remarks),
]

function addresses(end: PlanEnd): string {
  if (end.kind === 'any') return 'any'
  return end.kind === 'variable' ? `$${end.variable}` : end.addresses.join(' ')
}

/** Text from a document without invisible characters, as in the comments of other targets. */
const words = (text: string): string => text.replace(controlRE, ' ')
