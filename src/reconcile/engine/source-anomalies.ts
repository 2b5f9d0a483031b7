/** Errors of the English itself: shown as findings, never repaired in silence. */
import type {Evidence, Finding, KnowledgeBase, Unit} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {foreignEnds} from './foreign-ends.ts'
import {type CellAnomaly, type PlacedRule, placedRules} from './placed-rules.ts'

/** So many rules must agree on an end before one that differs is an anomaly. */
const ENOUGH = 3
const MOST = 0.75

/** Anomalies that reading a rule's English gave, and ends of rules that their siblings or the rules of their role contradict. */
export const sourceAnomalies = (kb: Pick<KnowledgeBase, 'topics' | 'units'>): Finding[] => {
  const rules = placedRules(kb.topics)
  const odd = [...oddEnds(rules, 'source'), ...oddEnds(rules, 'destination')]
  const told = new Set(odd.map(({cell}) => cell))
  const texts = [
    ...rules.flatMap(({cell, anomalies}) => anomalies.map((message) => ({cell: `${cell}c1`, message}))),
    ...odd,
    ...foreignEnds(rules).filter(({cell}) => !told.has(cell)),
  ]
  const firstOf = firstUnits(kb.units)
  const counts = new Map<string, number>()
  return texts.flatMap(({cell, message}): Finding[] => {
    const unit = firstOf.get(cell)
    if (unit === undefined) return []
    const count = (counts.get(unit.id) ?? 0) + 1
    counts.set(unit.id, count)
    return [anomaly(unit, message, count)]
  })
}

/** Rules equal in all but one end, of which nearly all have one endpoint there and a single one has another. */
const oddEnds = (rules: readonly PlacedRule[], end: 'source' | 'destination'): CellAnomaly[] => {
  const other = end === 'source' ? 'destination' : 'source'
  const alike = Map.groupBy(
    rules.filter(({facts}) => facts.role !== null && facts.source !== null && facts.destination !== null),
    ({facts}) =>
      JSON.stringify([
        facts.role,
        facts.protocols,
        facts.security,
        facts.transports,
        facts.ports,
        facts[other]?.id,
      ]),
  )
  return [...alike.values()].flatMap((group) => {
    const byEnd = [...Map.groupBy(group, ({facts}) => facts[end]?.id ?? '')].toSorted(
      ([, a], [, b]) => b.length - a.length,
    )
    const [most, ...rest] = byEnd
    if (!most || most[1].length < ENOUGH || most[1].length / group.length < MOST) return []
    return rest
      .filter(([, odd]) => odd.length === 1)
      .flatMap(([id, odd]) =>
        odd.map(({cell, columns}) => ({
          cell: `${cell}c${columns.indexOf(end) + 1}`,
          message: `the ${end} is “${id}” here, and “${most[0]}” in ${most[1].length} rules that are alike otherwise`,
        })),
      )
  })
}

/** For each cell the unit that shows its English, else its first one. */
const firstUnits = (units: readonly Unit[]): Map<string, Unit> => {
  const first = new Map<string, Unit>()
  for (const unit of units) {
    const known = first.get(unit.cell)
    if (known === undefined || (known.sourceOrigin !== 'span' && unit.sourceOrigin === 'span'))
      first.set(unit.cell, unit)
  }
  return first
}

/** About the English where it is stated, else about the text itself, which the rule was read from. */
const anomaly = (unit: Unit, message: string, count: number): Finding => {
  const english = statedSource(unit)
  const own = {
    id: `source-anomaly:${unit.id}:${count}`,
    check: 'source-anomaly',
    severity: 'source-anomaly' as const,
    unit: unit.id,
    place: unit.place,
    expected: '',
    fix: null,
  }
  if (english === null) return {...own, locale: unit.locale, message, actual: unit.target, evidence: []}
  const evidence: Evidence[] = [{kind: 'english', locale: 'en', text: english, place: unit.place}]
  return {...own, locale: 'en', message: `English: ${message}`, actual: english, evidence}
}
