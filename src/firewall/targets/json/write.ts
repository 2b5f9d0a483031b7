/** Plain JSON: the plan as it is, for other programs. */

import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {writePorts} from '../../ports-text.ts'
import {jsonText} from '../../writing/json-text.ts'

export const json: Target = {
  id: 'json',
  name: 'JSON',
  extension: 'json',
  placement: 'network',
  onMachine: true,
  stateful: true,
  hostNames: true,
  denies: true,
  denyWins: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  removeHint: 'It holds data, not commands.',
}

/** What is set for nobody (`variables`), what is left out (`omitted`, `notChosen`) and what must be read before (`remarks`) stand beside the rules, as data. */
const fileObject = ({
  topic,
  title,
  locale,
  texts,
  rules,
  variables,
  omitted,
  unchosen,
  remarks,
}: Plan): object => ({
  topic,
  title,
  locale,
  variables: Object.fromEntries(variables.map(({name, key, label}) => [name, {endpoint: key, name: label}])),
  rules: rules.map(ruleObject),
  omitted: omitted.map(({ruleId, reason}) => ({rule: ruleId, reason, text: say(texts, reason)})),
  notChosen: unchosen.map(({ruleId, requirement}) => ({rule: ruleId, requirement})),
  remarks: remarks.map(({ruleIds, text, isOpen, isConditional}) => ({
    rules: ruleIds,
    text,
    anyAddress: isOpen,
    condition: isConditional,
  })),
})

/** A list of such files, where it holds several topics. */
function write(...plans: readonly Plan[]): string {
  const [first, ...others] = plans.map(fileObject)
  return jsonText(first === undefined || others.length > 0 ? {topics: plans.map(fileObject)} : first)
}

const ruleObject = (rule: PlanRule): object => ({
  rules: rule.ruleIds,
  name: rule.name,
  requirement: rule.requirement,
  action: rule.action,
  direction: rule.direction,
  transport: rule.transport,
  source: endObject(rule.source),
  sourcePorts: writePorts(rule.sourcePorts, '-'),
  destination: endObject(rule.destination),
  ports: writePorts(rule.ports, '-'),
  unrestricted: rule.unrestricted,
  comment: rule.comment,
  urls: rule.urls,
})

function endObject(end: PlanEnd): object {
  const {key: endpoint, label: name} = end
  if (end.kind === 'any') return {endpoint, name, any: true, by: end.by}
  return end.kind === 'variable'
    ? {endpoint, name, variable: end.variable}
    : {endpoint, name, addresses: end.addresses}
}
