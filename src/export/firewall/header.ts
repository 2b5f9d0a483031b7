/** The comment at the top of every file: what it is, how to load it, what is left out. */
import {commentText} from './comment.ts'
import {say} from './texts.ts'
import type {Plan} from './types.ts'

/** `command` and `notes` are fixed texts of the target, not of a document. */
export function headerLines(plan: Plan, command: string, notes: readonly string[] = []): string[] {
  const {locale} = plan
  const count = String(plan.rules.length)
  const hasAny = plan.rules.some(({source, destination}) => [source.kind, destination.kind].includes('any'))
  return [
    commentText(say(locale, 'generated', {title: plan.title, count})),
    say(locale, 'load', {command}),
    ...(hasAny ? [commentText(say(locale, 'any'))] : []),
    ...notes,
    ...omittedLines(plan),
  ]
}

/** One line a variable that is still to be set. */
export const variableLine = (plan: Plan, label: string, length?: number): string =>
  commentText(say(plan.locale, 'unset', {label}), length)

function omittedLines({omitted, locale}: Plan): string[] {
  const byReason = Map.groupBy(omitted, ({reason}) => reason)
  return [...byReason].map(([reason, entries]) => {
    const rules = entries.map(({ruleId}) => ruleId).join(', ')
    return commentText(say(locale, 'omitted', {rules, reason: say(locale, reason)}), 2000)
  })
}
