/** What is said beside a firewall file: what is still to be set, what is left out and why, and what may be wrong. */
import type {TopicPart} from '../../src/app/export/export-topic.ts'
import {say} from '../../src/firewall/firewall-texts.ts'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {cleanId} from '../../src/firewall/names.ts'
import {portKey} from '../../src/firewall/open-ports.ts'
import {unrestrictedRules} from '../../src/firewall/unrestricted.ts'
import {commentText} from '../../src/firewall/writing/comment.ts'
import {remarkLines} from '../../src/firewall/writing/quoted-remarks.ts'

/** What the reader must do before the file can be loaded, what it leaves out, and what it holds at her word only. */
export function exportRemarks({
  request,
  plan: {rules, variables, omitted: left, unchosen, remarks},
  nothing,
}: TopicPart): string[] {
  const english = firewallTexts('en')
  const omitted = left.map(({ruleId, reason}) => ({ruleId: commentText(ruleId), reason}))
  const waiting = unrestrictedRules(omitted)
  const others = omitted.filter(({ruleId}) => waiting.every((each) => each.ruleId !== ruleId))
  const reasonsOf = (id: string) =>
    rules.flatMap(({ruleIds, unrestricted}) => (ruleIds.includes(id) ? unrestricted : []))
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
    ...[...Map.groupBy(unchosen, ({requirement}) => requirement)].map(
      ([requirement, {length}]) =>
        `${length === 1 ? '1 rule is' : `${length} rules are`} ${requirement}: not written; --include ${requirement}`,
    ),
    ...remarkLines(remarks, english),
    ...request.rules.flatMap(({id, anomalies}) =>
      rules.some(({ruleIds}) => ruleIds.includes(cleanId(id)))
        ? anomalies.map((message) => `${cleanId(id)} is written, but its document may be wrong: ${message}`)
        : [],
    ),
    ...request.allowed.map((id) => {
      const reasons = reasonsOf(id)
      if (reasons.length === 0)
        return `${id} needed no --allow-unrestricted, or is not among the chosen rules`
      const isWiderOnly = reasons.every((reason) => reason === 'source-ports')
      return `${id} is written although it is ${isWiderOnly ? 'wider than its row' : 'unrestricted'}`
    }),
  ]
}
