/** A topic that holds given rules and nothing else: one table an interface. */
import type {Topic} from '../../src/model/schema.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'

/** Reading order changes only where rules of several interfaces are mixed. */
export function topicOf(id: string, rules: readonly TopicRule[]): Topic {
  const sides = (['external', 'internal', null] as const).filter((side) =>
    rules.some((rule) => rule.interface === side),
  )
  return {
    id,
    key: id,
    title: {source: id, sourceOrigin: 'span', texts: {}},
    editions: [],
    prose: {},
    tables: sides.map((side, at) => ({
      table: at + 1,
      heading: null,
      portTable: true,
      purpose: 'open',
      evidence: [],
      interface: side,
      columns: [],
      header: null,
      rows: rules
        .filter((rule) => rule.interface === side)
        .map(({rule}, row) => ({row: row + 1, rules: [rule], cells: []})),
    })),
  }
}
