/** Errors of the English itself: shown as findings, never repaired in silence. */
import type {Finding, KnowledgeBase, Unit} from '../dataset/schema.ts'

/** One finding for each anomaly that reading a rule's English gave, at the first unit that shows this English. */
export const sourceAnomalies = ({topics, units}: Pick<KnowledgeBase, 'topics' | 'units'>): Finding[] => {
  const firstOf = new Map<string, Unit>()
  for (const unit of units) {
    const known = firstOf.get(unit.cell)
    if (known === undefined || (known.sourceOrigin !== 'span' && unit.sourceOrigin === 'span'))
      firstOf.set(unit.cell, unit)
  }
  return topics.flatMap(({id, tables}) =>
    tables.flatMap(({table, rows}) =>
      rows.flatMap(({row, rule}) =>
        (rule?.anomalies ?? []).flatMap((anomaly, index): Finding[] => {
          const unit = firstOf.get(`${id}#t${table}r${row}c1`)
          return unit === undefined
            ? []
            : [
                {
                  id: `source-anomaly:${unit.id}:${index + 1}`,
                  check: 'source-anomaly',
                  severity: 'source-anomaly',
                  unit: unit.id,
                  locale: 'en',
                  place: unit.place,
                  message: `English: ${anomaly}`,
                  actual: unit.source ?? '',
                  expected: '',
                  evidence: [{kind: 'english', locale: 'en', text: unit.source ?? '', place: unit.place}],
                  fix: null,
                },
              ]
        }),
      ),
    ),
  )
}
