/** Compares the interval index with a plain scan, for every port. */
import type {KnowledgeBase, PortRange, Transport} from '../../../src/model/schema.ts'
import {createPortIndex, findByPort, type PortMatch} from '../../../src/search/index/port-index.ts'
import {orderRules, type SearchRule} from '../../../src/search/rule-order.ts'

export const transports: (Transport | null)[] = ['tcp', 'udp', null]

/** What the issue asks, with no index: look at each range of each rule. */
export const bruteForce = (
  rules: readonly SearchRule[],
  [from, to]: PortRange,
  transport: Transport | null,
) => {
  const found = {destination: new Set<number>(), source: new Set<number>()}
  for (const [number, {rule}] of rules.entries()) {
    const {facts} = rule
    if (transport !== null && !facts.transports.includes(transport)) continue
    const overlaps = ([low, high]: PortRange) => low <= to && high >= from
    if (facts.ports.some(overlaps)) found.destination.add(number)
    else if (facts.sourcePorts.some(overlaps)) found.source.add(number)
  }
  return found
}

export const numbers = (matches: readonly PortMatch[], sourcePort: boolean) =>
  new Set(matches.filter((match) => match.sourcePort === sourcePort).map(({rule}) => rule))

/** All 65,536 ports and all transports; one comparison a port, so that vitest is not asked 200,000 times. */
export const differences = (kb: KnowledgeBase): string[] => {
  const rules = orderRules(kb)
  const index = createPortIndex(rules)
  const wrong: string[] = []
  for (let port = 0; port <= 65535; port++)
    for (const transport of transports) {
      const expected = bruteForce(rules, [port, port], transport)
      const matches = findByPort(index, [{range: [port, port], transport}])
      const same = (found: Set<number>, wanted: Set<number>) => found.symmetricDifference(wanted).size === 0
      if (
        !same(numbers(matches, false), expected.destination) ||
        !same(numbers(matches, true), expected.source)
      )
        wrong.push(`${port}/${transport ?? 'any'}`)
    }
  return wrong
}
