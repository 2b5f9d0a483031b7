import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {FlowModel, FlowRule, Rect} from '../../../src/compare/flow/flow-types.ts'
import {flowGroups} from '../../../src/compare/flow/groups.ts'
import {flowPictures} from '../../../src/compare/flow/picture.ts'
import {stackLayout} from '../../../src/compare/flow/stack.ts'
import {wideLayout} from '../../../src/compare/flow/wide.ts'
import type {TopicRule} from '../../../src/model/topic-rules.ts'
import {testEndpoints} from '../../support/export-request.ts'
import {flowWords} from '../../support/flow-words.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../../support/rules.ts'

const words = flowWords({
  nameOf: ({id}) => testEndpoints.find((each) => each.id === id)?.names['en'] ?? id,
})

const flowRules = (rules: readonly TopicRule[]): FlowRule[] =>
  rules.map((rule) => ({...rule, mark: null, href: `#${rule.rule.id}`}))

const groupsOf = (rules: readonly TopicRule[]) => flowGroups(flowRules(rules), testEndpoints, words)

const crosses = (one: Rect, two: Rect): boolean =>
  one.x < two.x + two.width &&
  two.x < one.x + one.width &&
  one.y < two.y + two.height &&
  two.y < one.y + one.height

/** Everything that must be readable, in pairs that must not touch. */
function overlaps({boxes, arrows, zones, legend}: FlowModel): [Rect, Rect][] {
  const rects: Rect[] = [
    ...boxes,
    ...arrows.flatMap(({lines}) => lines),
    ...zones.flatMap(({titles}) => titles),
    ...legend.flatMap(({sample, lines}) => [sample, ...lines]),
  ]
  return rects.flatMap((one, at) =>
    rects.slice(at + 1).flatMap((two): [Rect, Rect][] => (crosses(one, two) ? [[one, two]] : [])),
  )
}

const outside = ({width, height, boxes, arrows, legend}: FlowModel): Rect[] =>
  [
    ...boxes,
    ...[...boxes, ...arrows, ...legend].flatMap(({lines}) => lines),
    ...legend.map(({sample}) => sample),
  ].filter((rect) => rect.x < 0 || rect.y < 0 || rect.x + rect.width > width || rect.y + rect.height > height)

const edge = [
  topicRule({}, {id: 'r-1'}),
  topicRule({source: endpoint('access-edge'), destination: endpoint('any')}, {id: 'r-2'}),
  topicRule({source: endpoint('any'), destination: endpoint('edge-internal')}, {id: 'r-3', side: 'internal'}),
]

const unknownAny = testEndpoints.map((each) =>
  each.id === 'any' ? {...each, zone: 'unknown' as const} : each,
)

describe('src/compare/flow', () => {
  it.each([
    ['wide', wideLayout],
    ['stack', stackLayout],
  ])('the %s layout lets no label touch another, a box or the border', (_, layout) => {
    fc.assert(
      fc.property(topicRules, (rules) => {
        const model = layout(groupsOf(rules), words)
        expect(overlaps(model)).toEqual([])
        expect(outside(model)).toEqual([])
      }),
    )
  })

  it('puts “any” where the other end has its back', () => {
    const groups = flowGroups(flowRules(edge), unknownAny, words)
    expect(groups.map(({from, to}) => `${from.zone} → ${to.zone}`)).toEqual([
      'internet → edge-external',
      'edge-external → internet',
      'internal → edge-internal',
    ])
  })

  it('puts machines whose zone nobody tells into a group of their own', () => {
    const ends = {source: endpoint('tide-gauge'), destination: endpoint('harbour-office')}
    const zonesOf = (facts: Parameters<typeof topicRule>[0], side: TopicRule['interface']) =>
      flowGroups(flowRules([topicRule(facts, {side})]), unknownAny, words).map(
        ({from, to}) => `${from.zone} → ${to.zone}`,
      )
    expect(zonesOf(ends, null)).toEqual(['unstated → unstated'])
    expect(zonesOf({...ends, destination: endpoint('front-end-pool')}, null)).toEqual(['unstated → internal'])
    // The table names the interface, or the other end is an edge.
    expect(zonesOf(ends, 'internal')).toEqual(['internal → internal'])
    expect(zonesOf({...ends, destination: endpoint('av-edge')}, null)).toEqual(['internet → edge-external'])
    const svg = flowPictures(flowRules([topicRule(ends, {side: null})]), unknownAny, words, 'p')
    expect(svg?.wide).toContain('>Zone not stated<')
    expect(svg?.stack).toContain('tide-gauge · Zone not')
    expect(`${svg?.wide}${svg?.stack}`).not.toContain('Internal servers')
  })

  it('draws one arrow for all rules between two ends and one line a rule', () => {
    const rules = [
      topicRule({}, {id: 'r-1'}),
      topicRule({ports: [[5061, 5061]], security: 'MTLS'}, {id: 'r-2'}),
    ]
    const [group, ...rest] = groupsOf(rules)
    expect(rest).toEqual([])
    expect(group?.lines.map(({text, href}) => [text, href])).toEqual([
      ['SIP(TLS) TCP 443', '#r-1'],
      ['SIP(MTLS) TCP 5061', '#r-2'],
    ])
  })

  it('names many ports of one protocol in one line', () => {
    const rules = Array.from({length: 14}, (_, at) =>
      topicRule({ports: [[1000 + at * 2, 1000 + at * 2]]}, {id: `r-${at}`}),
    )
    expect(groupsOf(rules)[0]?.lines.map(({text}) => text)).toEqual([
      'SIP(TLS) TCP 1000, 1002, 1004, 1006, 1008, 1010, 1012, 1014, 1016, 1018, 1020, 1022, 1024, 1026',
    ])
  })

  it('links every label to its rule and escapes what documents say', () => {
    const hostile = {...words, nameOf: () => '<script>alert("x")</script>'}
    const pictures = flowPictures(flowRules(edge), testEndpoints, hostile, 'p')
    for (const svg of [pictures?.wide ?? '', pictures?.stack ?? '']) {
      expect(svg).not.toContain('<script')
      for (const id of ['r-1', 'r-2', 'r-3']) expect(svg).toContain(`href="#${id}"`)
    }
  })

  it('marks opened and closed flows with a sign, not by colour alone', () => {
    const marked = flowRules(edge).map((rule, at) => ({
      ...rule,
      mark: at === 0 ? ('opened' as const) : ('closed' as const),
    }))
    const svg = flowPictures(marked, testEndpoints, words, 'p')?.stack ?? ''
    expect(svg).toContain('>+ SIP(TLS) TCP 443<')
    expect(svg).toContain('>− SIP(TLS) TCP 443<')
  })

  it('says “changed” once where only something that no box shows differs', () => {
    const moved = ['access-edge+private-ip', 'access-edge+public-ip'].map((id) => endpoint(id))
    const rules = flowRules(moved.map((destination, at) => topicRule({destination}, {id: `r-${at}`})))
    const marked = rules.map((rule, at) => ({
      ...rule,
      mark: at === 0 ? ('closed' as const) : ('opened' as const),
    }))
    const [group] = flowGroups(marked, testEndpoints, words)
    expect(group?.lines).toEqual([{text: 'SIP(TLS) TCP 443', mark: 'changed', href: '#r-1'}])
  })

  it('has no picture of a topic without rules', () => {
    expect(flowPictures([], testEndpoints, words, 'p')).toBeNull()
  })
})
