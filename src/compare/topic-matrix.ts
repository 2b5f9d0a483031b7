/** Rules of several topics side by side: present, absent, or unknown because the topic doesn't cover such rules. */
import {type Interface, rulesOf, type TopicRule, type TopicRules} from '../model/topic-rules.ts'
import {csvLine} from '../text/csv.ts'
import {alignRules} from './align-rules.ts'
import type {ComparedField} from './compared-fields.ts'
import {covers} from './coverage.ts'
import {toldFields} from './diff.ts'
import {type MachineNames, machineNames} from './same-machine.ts'

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
  /** A topic that is about such rules lacks it, or has another one. */
  differs: boolean
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
  const names = rulesByTopic.map(machineNames)
  const covered = coverage(rulesByTopic)
  const rows = drafts.map((draft) => matrixRow(draft, names, covered))
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

/** Whether one topic is about such rules as another one's, as a comparison of the two would tell. */
type Coverage = (own: number, rule: TopicRule, other: number) => boolean

function coverage(rulesByTopic: readonly TopicRule[][]): Coverage {
  const known = new Map<string, ReturnType<typeof covers>>()
  return (own, rule, other) => {
    const key = `${own} ${other}`
    const [a, b] = [rulesByTopic[own] ?? [], rulesByTopic[other] ?? []]
    const told =
      known.get(key) ??
      covers(
        a,
        b,
        alignRules(a, b).map((pair) => ({ruleA: a[pair.a] ?? null, ruleB: b[pair.b] ?? null})),
      )
    known.set(key, told)
    return told(rule, null)
  }
}

function matrixRow(
  draft: readonly (TopicRule | null)[],
  names: readonly MachineNames[],
  covered: Coverage,
): MatrixRow {
  const first = firstOf(draft)
  const namesOf = (rule: TopicRule): MachineNames => names[draft.indexOf(rule)] ?? machineNames([])
  const cells = draft.map((rule, column): MatrixCell => {
    if (rule !== null)
      return {state: 'present', rule, differs: toldFields(first, rule, {a: namesOf(first), b: namesOf(rule)})}
    const isCovered = draft.some((other, own) => other !== null && covered(own, other, column))
    return {state: isCovered ? 'absent' : 'unknown'}
  })
  const isSame = (cell: MatrixCell): boolean => cell.state === 'present' && cell.differs.length === 0
  return {
    interface: first.interface,
    cells,
    equal: cells.every(isSame),
    differs: cells.some((cell) => cell.state !== 'unknown' && !isSame(cell)),
  }
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
