/** The comment at the top of every file: what it is, how to load it, what is open, still to be set or left out. */

import type {Plan, PlanVariable, Unrestricted} from '../export-types.ts'
import {type FirewallTexts, say, type TextId} from '../firewall-texts.ts'
import {commentText} from './comment.ts'
import {remarkLines} from './quoted-remarks.ts'
import {together} from './together.ts'

/** `command` and `notes` are fixed texts of the target, not of a document. */
export function headerLines(
  plans: readonly Plan[],
  command: string,
  notes: readonly string[] = [],
): string[] {
  const plan = together(plans)
  const {texts, rules, variables, omitted, unchosen, remarks, machine} = plan
  const allowed = rules.flatMap(({ruleIds, unrestricted}) =>
    unrestricted.flatMap((reason) => ruleIds.map((ruleId) => ({ruleId, reason}))),
  )
  return [
    ...plans.map(({title, rules: own}) =>
      commentText(say(texts, 'generated', {title, count: String(own.length)})),
    ),
    say(texts, 'load', {command}),
    ...(machine !== null && rules.some(({direction}) => direction === 'forward')
      ? [commentText(say(texts, 'besideMachine', {label: commentText(machine, 60)}))]
      : []),
    ...listLines(labelsOfAny(plan, 'document'), (labels) => say(texts, 'anyDocument', {labels})),
    ...listLines(labelsOfAny(plan, 'reader'), (labels) => say(texts, 'anyReader', {labels})),
    ...notes,
    ...listLines(
      variables.map(({name}) => name),
      (names) => say(texts, 'unsetList', {names}),
    ),
    ...remarkLines(remarks, texts),
    ...byReason(
      plan,
      'allowed',
      allowed.filter(({reason}) => isUnrestricted(reason)),
    ),
    ...byReason(
      plan,
      'widened',
      allowed.filter(({reason}) => !isUnrestricted(reason)),
    ),
    ...byReason(plan, 'omitted', omitted),
    ...[...Map.groupBy(unchosen, ({requirement}) => requirement)].map(([requirement, {length}]) =>
      commentText(say(texts, 'notChosen', {count: String(length), reason: say(texts, requirement)})),
    ),
  ]
}

/** A rule that says from which ports is no unrestricted one: a target without them opens more than its row. */
const isUnrestricted = (reason: Unrestricted): boolean => reason !== 'source-ports'

/** One line a variable that is still to be set. */
export const variableLine = (
  texts: FirewallTexts,
  {name, label}: Pick<PlanVariable, 'name' | 'label'>,
  id: TextId = 'unset',
): string => commentText(say(texts, id, {label: commentText(label, 60), name}))

/** The ends that are open to every address, as the document calls them, and at whose word. */
const labelsOfAny = ({rules}: Plan, by: 'document' | 'reader'): string[] =>
  rules.flatMap(({source, destination}) =>
    [source, destination].flatMap((end) =>
      end.kind === 'any' && end.by === by ? [commentText(end.label, 60)] : [],
    ),
  )

/** Longer lines are hard to read, and some targets take only so long ones. */
const listLength = 6

/** All members, each once, in as many lines as it takes. */
function listLines(members: readonly string[], line: (list: string) => string): string[] {
  const all = [...new Set(members)]
  const parts = Array.from({length: Math.ceil(all.length / listLength)}, (_, at) =>
    all.slice(at * listLength, (at + 1) * listLength),
  )
  return parts.map((part) => commentText(line(part.join(', ')), 1000))
}

const byReason = (
  {texts}: Plan,
  id: TextId,
  entries: readonly {ruleId: string; reason: Plan['omitted'][number]['reason']}[],
): string[] =>
  [...Map.groupBy(entries, ({reason}) => reason)].flatMap(([reason, same]) =>
    listLines(
      same.map(({ruleId}) => ruleId),
      (rules) => say(texts, id, {rules, reason: say(texts, reason)}),
    ),
  )
