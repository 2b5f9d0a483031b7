/** Draws the flows of a topic, or of a comparison, twice: for wide screens and for phones. */
import {subtractRanges} from '../../facts/ports/ranges.ts'
import type {Endpoint} from '../../model/schema.ts'
import {type RuleTables, rulesOf, type TopicRule} from '../../model/topic-rules.ts'
import {htmlAttribute} from '../../text/html-text.ts'
import type {RuleDiff, TopicDiff} from '../diff.ts'
import type {PortChange} from '../net-ports.ts'
import type {FlowMark, FlowModel, FlowRule, FlowWords} from './flow-types.ts'
import {flowGroups} from './groups.ts'
import {paperLayouts} from './paper.ts'
import {stackLayout, stackLegend} from './stack.ts'
import {flowToSvg} from './svg.ts'
import {flowBoxes, wideLayout, widestPicture} from './wide.ts'

export interface FlowPictures {
  /** null where so many machines side by side could not be read: then `stack` serves everywhere. */
  wide: string | null
  /** One picture an arrow, so that they flow into columns and over pages. */
  stack: string
  /** For pages of paper on their side; null where the machines would be too small there, and `stack` serves. */
  paper: string | null
}

/** The rules of a topic without marks; `hrefOf` makes the address of a rule, `#r-…` on the topic's own page. */
export const topicFlowRules = (topic: RuleTables, hrefOf: (ruleId: string) => string): FlowRule[] =>
  rulesOf(topic).map((rule) => ({...rule, mark: null, href: hrefOf(rule.rule.id)}))

/**
 * What a comparison tells: ports that open and close, at the ends that they open and close at; rules that stay, and those
 * that get other addresses or another condition, where they will stand. What one topic alone covers is not drawn.
 */
export function diffFlowRules(
  diff: TopicDiff,
  hrefOf: (topicId: string, ruleId: string) => string,
): FlowRule[] {
  return diff.rules.flatMap((rule) => {
    const {kind, a, b, opens, closes} = rule
    if (kind === 'uncovered') return []
    const drawn = (own: TopicRule | null, topic: string, mark: FlowMark | null): FlowRule[] =>
      own === null ? [] : [{...own, mark, href: hrefOf(topic, own.rule.id)}]
    if (kind === 'readdressed' || kind === 'condition') return drawn(b, diff.b, 'changed')
    if (kind === 'equal' || kind === 'regrouped') return b === null ? [] : drawn(b, diff.b, null)
    const parts = (
      own: TopicRule | null,
      topic: string,
      changes: readonly PortChange[],
      way: 'opened' | 'closed',
    ) =>
      changes.flatMap((change) =>
        own === null
          ? []
          : drawn(withPorts(own, change), topic, own.rule.facts.action === 'deny' ? contrary[way] : way),
      )
    return [
      ...parts(a, diff.a, closes, 'closed'),
      ...parts(b, diff.b, opens, 'opened'),
      ...stayingPorts(rule).flatMap((change) =>
        b === null ? [] : drawn(withPorts(b, change), diff.b, null),
      ),
    ]
  })
}

const contrary = {opened: 'closed', closed: 'opened'} as const

function withPorts(rule: TopicRule, {transport, ports}: PortChange): TopicRule {
  const facts = {...rule.rule.facts, transports: transport === null ? [] : [transport], ports}
  return {...rule, rule: {...rule.rule, facts}}
}

/** What a changed rule lets through before and after. */
function stayingPorts({a, b, opens}: RuleDiff): PortChange[] {
  if (a === null || b === null) return []
  const {transports, ports} = b.rule.facts
  return (transports.length === 0 ? [null] : transports).flatMap((transport) => {
    const opened = opens.filter((change) => change.transport === transport)
    const staying = subtractRanges(
      ports,
      opened.flatMap((change) => change.ports),
    )
    return staying.length === 0 ? [] : [{transport, ports: staying}]
  })
}

/** What stands in a `.flow-map`: the style sheet shows the one that fits. */
export const flowMarkup = ({wide, stack, paper}: FlowPictures): string =>
  `${wide ?? ''}${stack}${paper ?? ''}`

/** null when there is nothing to draw. `id` is unique in the page. */
export function flowPictures(
  rules: readonly FlowRule[],
  endpoints: readonly Pick<Endpoint, 'id' | 'zone'>[],
  words: FlowWords,
  id: string,
): FlowPictures | null {
  const groups = flowGroups(rules, endpoints, words)
  if (groups.length === 0) return null
  const {title, description, legend} = words
  const readable = flowBoxes(groups).length <= widestPicture
  const draw = (model: FlowModel, name: string, title: string): string =>
    flowToSvg(model, {id: `${id}-${name}`, title, description: '', className: 'flow-piece'})
  const samples = stackLegend(groups, words)
  const pieces = [
    ...(samples === null ? [] : [draw(samples, 'legend', legend)]),
    ...groups.map((group, at) =>
      draw(stackLayout([group], words), `stack-${at}`, `${group.from.name} → ${group.to.name}`),
    ),
  ]
  const sheets = paperLayouts(groups, words)
  return {
    wide: readable
      ? flowToSvg(wideLayout(groups, words), {title, description, id: `${id}-wide`, className: 'flow-wide'})
      : null,
    stack: `<div class="flow-stack" role="group" aria-label="${htmlAttribute(title)}">${pieces.join('')}</div>`,
    paper:
      sheets === null
        ? null
        : `<div class="flow-paper">${sheets.map((sheet, at) => draw(sheet, `paper-${at}`, title)).join('')}</div>`,
  }
}
