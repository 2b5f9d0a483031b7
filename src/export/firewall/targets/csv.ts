/** Plain CSV: one line a rule and pair of ends, for a spreadsheet or a change request. */
import {csvLine} from '../../../text/csv.ts'
import {writePorts} from '../ports-text.ts'
import type {Plan, PlanEnd, PlanRule, Target} from '../types.ts'

export const csv: Target = {
  id: 'csv',
  name: 'CSV',
  extension: 'csv',
  placement: 'network',
  stateful: true,
  hostNames: true,
  attached: false,
  sourcePorts: true,
  write,
}

const columns = [
  'rules',
  'requirement',
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
]

const controlRE = /\p{C}+/gu

/** RFC 4180, UTF-8. */
function write(plan: Plan): string {
  return [columns, ...plan.rules.map(cells)].map(csvLine).join('')
}

const cells = (rule: PlanRule): string[] => [
  rule.ruleIds.join(' '),
  rule.requirement,
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
]

function addresses(end: PlanEnd): string {
  if (end.kind === 'any') return 'any'
  return end.kind === 'variable' ? `$${end.variable}` : end.addresses.join(' ')
}

/** Text from a document without invisible characters, as in the comments of other targets. */
const words = (text: string): string => text.replace(controlRE, ' ')
