/** Draws the flows of a topic, or of a comparison, twice: for wide screens and for phones. */
import type {Endpoint} from '../../model/schema.ts'
import {type RuleTables, rulesOf} from '../../model/topic-rules.ts'
import type {TopicDiff} from '../diff.ts'
import type {FlowRule, FlowWords} from './flow-types.ts'
import {flowGroups} from './groups.ts'
import {stackLayout} from './stack.ts'
import {escapeText, flowToSvg} from './svg.ts'
import {flowBoxes, wideLayout, widestPicture} from './wide.ts'

export interface FlowPictures {
  /** null where so many machines side by side could not be read: then `stack` serves everywhere. */
  wide: string | null
  /** One picture an arrow, so that they flow into columns and over pages. */
  stack: string
}

/** The rules of a topic without marks; `hrefOf` makes the address of a rule, `#r-…` on the topic's own page. */
export const topicFlowRules = (topic: RuleTables, hrefOf: (ruleId: string) => string): FlowRule[] =>
  rulesOf(topic).map((rule) => ({...rule, mark: null, href: hrefOf(rule.rule.id)}))

/** Rules of both topics: what only B has is opened, what only A has is closed, a changed rule is both. */
export function diffFlowRules(
  diff: TopicDiff,
  hrefOf: (topicId: string, ruleId: string) => string,
): FlowRule[] {
  return diff.rules.flatMap(({kind, a, b}) => {
    const closed =
      a === null || kind === 'equal' ? [] : [{...a, mark: 'closed' as const, href: hrefOf(diff.a, a.rule.id)}]
    const mark = kind === 'equal' ? null : ('opened' as const)
    const opened = b === null ? [] : [{...b, mark, href: hrefOf(diff.b, b.rule.id)}]
    return [...closed, ...opened]
  })
}

/** null when there is nothing to draw. `id` is unique in the page. */
export function flowPictures(
  rules: readonly FlowRule[],
  endpoints: readonly Pick<Endpoint, 'id' | 'zone'>[],
  words: FlowWords,
  id: string,
): FlowPictures | null {
  const groups = flowGroups(rules, endpoints, words)
  if (groups.length === 0) return null
  const {title, description} = words
  const readable = flowBoxes(groups).length <= widestPicture
  const pieces = groups.map((group, at) =>
    flowToSvg(stackLayout([group], words), {
      id: `${id}-stack-${at}`,
      title: `${group.from.name} → ${group.to.name}`,
      description: '',
      className: 'flow-piece',
    }),
  )
  return {
    wide: readable
      ? flowToSvg(wideLayout(groups, words), {title, description, id: `${id}-wide`, className: 'flow-wide'})
      : null,
    stack: `<div class="flow-stack" role="group" aria-label="${escapeText(title)}">${pieces.join('')}</div>`,
  }
}
