import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {KnowledgeBase, PortRange, Transport} from '../../../src/model/schema.ts'
import {createPortIndex, findByPort} from '../../../src/search/index/port-index.ts'
import {orderRules} from '../../../src/search/rule-order.ts'
import {runs} from '../../support/thorough.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {bruteForce, differences, numbers, transports} from '../support/all-ports.ts'
import {generatedKnowledgeBase} from '../support/generated-kb.ts'

const cells = (kb: KnowledgeBase, query: PortRange, transport: Transport | null = null) => {
  const rules = orderRules(kb)
  return findByPort(createPortIndex(rules), [{range: query, transport}]).map(({rule, kind, sourcePort}) => {
    const facts = rules[rule]?.rule.facts
    return `${sourcePort ? 'source ' : ''}${kind} ${JSON.stringify(sourcePort ? facts?.sourcePorts : facts?.ports)}`
  })
}

/** The tiny knowledge base cut to as many rules as there are lists of ports. */
const withPorts = (...ports: PortRange[][]): KnowledgeBase => {
  const kb = tinyKnowledgeBase()
  const [topic] = kb.topics
  const [table] = topic?.tables ?? []
  if (topic === undefined || table === undefined) throw new Error('the tiny knowledge base has a table')
  const rows = table.rows.slice(0, ports.length)
  for (const [at, row] of rows.entries()) if (row.rules[0]) row.rules[0].facts.ports = ports[at] ?? []
  return {...kb, topics: [{...topic, tables: [{...table, rows}]}]}
}

describe('src/search/index/port-index.ts', () => {
  test('gives for all 65,536 ports and every transport exactly the rules that a scan gives', () => {
    expect(differences(tinyKnowledgeBase())).toEqual([])
  })

  test('gives for all 65,536 ports exactly the rules of a generated knowledge base', () => {
    expect(differences(generatedKnowledgeBase(2))).toEqual([])
  })

  test('gives for any range exactly the rules that overlap it', () => {
    const rules = orderRules(generatedKnowledgeBase(8))
    const index = createPortIndex(rules)
    const port = fc.nat(65535)
    fc.assert(
      fc.property(port, port, fc.constantFrom(...transports), (one, two, transport) => {
        const range: PortRange = [Math.min(one, two), Math.max(one, two)]
        const matches = findByPort(index, [{range, transport}])
        const expected = bruteForce(rules, range, transport)
        expect(numbers(matches, false)).toEqual(expected.destination)
        expect(numbers(matches, true)).toEqual(expected.source)
      }),
      {numRuns: runs(150)},
    )
  })

  test('shows exact ports first, then the narrowest range around them', () => {
    const kb = withPorts([[0, 65535]], [[50000, 59999]], [[50040, 50059]], [[50041, 50041]], [[50040, 50040]])
    expect(cells(kb, [50040, 50040])).toEqual([
      'exact [[50040,50040]]',
      'contains [[50040,50059]]',
      'contains [[50000,59999]]',
      'contains [[0,65535]]',
    ])
  })

  test('shows for a range: the same range, wider ones, then what shares some of its ports', () => {
    const kb = withPorts([[50050, 50050]], [[0, 65535]], [[49000, 50010]], [[50000, 50100]], [[50101, 50200]])
    expect(cells(kb, [50000, 50100])).toEqual([
      'exact [[50000,50100]]',
      'contains [[0,65535]]',
      'overlaps [[50050,50050]]',
      'overlaps [[49000,50010]]',
    ])
  })

  test('marks source ports and shows them last', () => {
    const kb = withPorts([[443, 443]], [[3478, 3478]])
    const second = kb.topics[0]?.tables[0]?.rows[1]?.rules[0]
    if (second) second.facts.sourcePorts = [[443, 443]]
    expect(cells(kb, [443, 443])).toEqual(['exact [[443,443]]', 'source exact [[443,443]]'])
  })

  test('never answers with a near number', () => {
    const kb = withPorts([[506, 506]], [[50611, 50611]], [[1433, 1433]], [[1434, 1434]], [[135, 135]])
    expect(cells(kb, [5061, 5061])).toEqual([])
    expect(cells(kb, [5062, 5062])).toEqual([])
    expect(cells(kb, [1435, 1435])).toEqual([])
  })
})
