/** Rules of several topics side by side: present, absent, or unknown because the topic doesn't cover such rules. */
import {type Interface, rulesOf, type TopicRule, type TopicRules} from '../model/topic-rules.ts'
import {csvLine} from '../text/csv.ts'
import {alignRules} from './align-rules.ts'
import {type ComparedField, differingFields} from './compared-fields.ts'

export type MatrixCell =
  | {
      state: 'present'
      rule: TopicRule /** Fields in which it differs from the row's first rule. */
      differs: ComparedField[]
    }
  | {state: 'absent'}
  | {state: 'unknown'}

export interface MatrixRow {
  interface: Interface
  /** One a topic, in the order of the topics. */
  cells: MatrixCell[]
  /** All topics have the rule with the same meaning. */
  equal: boolean
}

export interface Matrix {
  /** Topic ids. */
  topics: string[]
  /** By interface (external, internal, none), then in reading order of the first topic that has the rule. */
  rows: MatrixRow[]
}

export function matrix(topics: readonly TopicRules[]): Matrix {
  const rulesByTopic = topics.map(rulesOf)
  const drafts: (TopicRule | null)[][] = []
  rulesByTopic.forEach((rules, column) => {
    const firsts = drafts.map(firstOf)
    for (const pair of alignRules(firsts, rules)) {
      const rule = rules[pair.b]
      if (rule === undefined) continue
      const row = drafts[pair.a] ?? emptyRow(drafts, topics.length)
      row[column] = rule
    }
  })
  const covered = rulesByTopic.map((rules) => new Set(rules.map(coverOf)))
  const rows = drafts.map((draft) => matrixRow(draft, covered))
  return {
    topics: topics.map(({id}) => id),
    rows: (['external', 'internal', null] as const).flatMap((side) =>
      rows.filter((row) => row.interface === side),
    ),
  }
}

function emptyRow(drafts: (TopicRule | null)[][], length: number): (TopicRule | null)[] {
  const row = new Array<TopicRule | null>(length).fill(null)
  drafts.push(row)
  return row
}

function firstOf(row: readonly (TopicRule | null)[]): TopicRule {
  const first = row.find((rule) => rule !== null)
  if (first === undefined || first === null) throw new Error('a row of the matrix was made without a rule')
  return first
}

/** Whether traffic between two ends is told or the ports of one machine, and at which interface. */
const coverOf = ({rule: {facts}, interface: side}: TopicRule): string =>
  `${side ?? '-'} ${facts.source === null && facts.destination === null ? 'machine' : 'traffic'}`

function matrixRow(draft: readonly (TopicRule | null)[], covered: readonly ReadonlySet<string>[]): MatrixRow {
  const first = firstOf(draft)
  const cells = draft.map((rule, column): MatrixCell => {
    if (rule !== null)
      return {state: 'present', rule, differs: differingFields(first.rule.facts, rule.rule.facts)}
    return {state: covered[column]?.has(coverOf(first)) === true ? 'absent' : 'unknown'}
  })
  const equal = cells.every((cell) => cell.state === 'present' && cell.differs.length === 0)
  return {interface: first.interface, cells, equal}
}

/** Words of the CSV in the reader's language; `describe` says a rule in one line. */
export interface MatrixWords {
  titles: string[]
  interface: string
  sides: Record<'external' | 'internal' | 'none', string>
  absent: string
  unknown: string
  describe: (rule: TopicRule) => string
}

/** RFC 4180, one line a row, one column a topic. */
export function matrixToCsv({rows}: Pick<Matrix, 'rows'>, words: MatrixWords): string {
  const lines = rows.map((row) => [
    words.sides[row.interface ?? 'none'],
    ...row.cells.map((cell) => (cell.state === 'present' ? words.describe(cell.rule) : words[cell.state])),
  ])
  return [[words.interface, ...words.titles], ...lines].map(csvLine).join('')
}
