import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {diffRules} from '../../src/compare/diff.ts'
import {patch} from '../../src/compare/patch.ts'
import type {PortRange} from '../../src/model/schema.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'
import {topicRules} from '../support/rule-arbitraries.ts'
import {topicRule} from '../support/rules.ts'

const factsOf = (rules: readonly TopicRule[]) => rules.map(({rule}) => rule.facts)
const patched = (a: TopicRule[], b: TopicRule[]) => patch(factsOf(a), diffRules(a, b))

const withPorts = (rule: TopicRule, ports: PortRange[]): TopicRule => ({
  ...rule,
  rule: {...rule.rule, facts: {...rule.rule.facts, ports}},
})

/** What becomes of a rule from one revision to the next. */
const edits = {
  keep: (rule: TopicRule) => [rule],
  drop: () => [],
  repeat: (rule: TopicRule) => [rule, rule],
  split: (rule: TopicRule) =>
    rule.rule.facts.ports.flatMap(([low, high]) => {
      const middle = Math.floor((low + high) / 2)
      const upper: PortRange[] = middle < high ? [[middle + 1, high]] : []
      return [withPorts(rule, [[low, middle]]), ...upper.map((range) => withPorts(rule, [range]))]
    }),
  move: (rule: TopicRule) => [
    withPorts(
      rule,
      rule.rule.facts.ports.map(([low, high]) => [Math.max(0, low - 10), Math.max(0, high - 10)]),
    ),
  ],
}

const edited = topicRules.chain((rules) =>
  fc
    .array(fc.constantFrom(...Object.values(edits)), {minLength: rules.length, maxLength: rules.length})
    .map((chosen) => ({rules, next: rules.flatMap((rule, at) => chosen[at]?.(rule) ?? [])})),
)

describe('src/compare/patch.ts', () => {
  it('makes B of A and their difference, in the order of B', () => {
    fc.assert(
      fc.property(topicRules, topicRules, (a, b) => {
        expect(patched(a, b)).toEqual(factsOf(b))
      }),
    )
  })

  it('makes B of A where ranges were split, merged, moved, repeated and dropped', () => {
    fc.assert(
      fc.property(edited, ({rules, next}) => {
        expect(patched(rules, next)).toEqual(factsOf(next))
        expect(patched(next, rules)).toEqual(factsOf(rules))
      }),
    )
  })

  it('knows of what is implied what B knows', () => {
    const implied = topicRule({known: {transports: {how: 'implied', by: 'HTTPS'}}})
    for (const [a, b] of [
      [implied, topicRule()],
      [topicRule(), implied],
      [implied, implied],
    ] as const)
      expect(patched([a], [b])).toEqual(factsOf([b]))
  })

  it('refuses a difference that was made from other rules', () => {
    const diff = diffRules([topicRule()], [topicRule()])
    expect(() => patch([], diff)).toThrow('expected the 1 rules that the difference was made from, found 0')
  })
})
