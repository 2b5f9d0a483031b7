/** Knowledge bases of any size for tests and benchmarks of search: the tiny one with other ports, again and again. */
import type {KnowledgeBase, PortRange, Rule, Transport} from '../../../src/model/schema.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

/** Pseudo-random whole numbers below `limit`, the same for the same seed (a linear congruential generator). */
export const createRandom = (seed: number): ((limit: number) => number) => {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const transportSets: Transport[][] = [['tcp'], ['udp'], ['tcp', 'udp'], []]

/** `copies` × the tiny knowledge base, every rule with ports, source ports and transports of its own. */
export const generatedKnowledgeBase = (copies: number, seed = 1): KnowledgeBase => {
  const random = createRandom(seed)
  const tiny = tinyKnowledgeBase()
  const topics = Array.from({length: copies}, (_, copy) =>
    tiny.topics.map((topic) => ({
      ...structuredClone(topic),
      id: `${topic.id}-${copy}`,
      key: `${topic.key}-${copy}`,
    })),
  ).flat()
  for (const [topicNumber, topic] of topics.entries())
    for (const table of topic.tables)
      for (const row of table.rows)
        row.rules = row.rules.map((rule) =>
          otherPorts(rule, random, `${topicNumber}-${table.table}-${row.row}`),
        )
  return {...tiny, topics}
}

const otherPorts = (rule: Rule, random: (limit: number) => number, place: string): Rule => ({
  ...rule,
  id: `${rule.id}-${place}`,
  facts: {
    ...rule.facts,
    transports: transportSets[random(transportSets.length)] ?? [],
    ports: someRanges(random, random(12) === 0 ? 0 : 1 + random(3)),
    sourcePorts: someRanges(random, random(4) === 0 ? 1 : 0),
  },
})

const someRanges = (random: (limit: number) => number, count: number): PortRange[] =>
  Array.from({length: count}, () => someRange(random)).sort(([a, b], [c, d]) => a - c || b - d)

const someRange = (random: (limit: number) => number): PortRange => {
  const low = random(65536)
  const widest = [1, 1, 1, 20, 10000, 65536][random(6)] ?? 1
  return [low, Math.min(65535, low + random(widest))]
}
