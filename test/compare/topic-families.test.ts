import {describe, expect, it} from 'vitest'
import {families, pairsToBuild} from '../../src/compare/topic-families.ts'
import {endpoint, topicRule} from '../support/rules.ts'
import {topicOf} from '../support/topic-of.ts'

const edge = (address: string) =>
  [443, 5061, 3478].map((port) =>
    topicRule({ports: [[port, port]], destination: endpoint(`access-edge+${address}`)}),
  )
const other = [topicRule({role: 'SQL', protocols: [], security: null, ports: [[1433, 1433]]})]

const topics = [
  topicOf('edge-nat', edge('private-ip')),
  topicOf('edge-public', edge('public-ip')),
  topicOf('sql', other),
  topicOf('prose', []),
]

describe('src/compare/topic-families.ts', () => {
  it('finds variants of one scenario by what they let through', () => {
    expect(families(topics)).toEqual([['edge-nat', 'edge-public'], ['sql']])
  })

  it('builds all pairs in both directions while they fit', () => {
    expect(pairsToBuild(topics, 6)).toHaveLength(6)
  })

  it('builds pairs within a family when there are too many, never more than the limit', () => {
    expect(pairsToBuild(topics, 5)).toEqual([
      {a: 'edge-nat', b: 'edge-public'},
      {a: 'edge-public', b: 'edge-nat'},
    ])
    expect(pairsToBuild(topics, 1)).toEqual([])
  })

  it('does not depend on the order of the topics', () => {
    expect(pairsToBuild(topics.toReversed(), 6)).toEqual(pairsToBuild(topics, 6))
  })
})
