/** Other locales of a cell as witnesses: texts in which no check found anything grave. */
import type {Finding, KnowledgeBase, Unit} from '../../model/schema.ts'

const MAX_WITNESSES = 2
const grave = new Set(['critical', 'major'])

/** Critical findings with at most two texts of other locales beside their evidence, human ones first. */
export const withWitnesses = (findings: readonly Finding[], {units, editions}: KnowledgeBase): Finding[] => {
  const suspects = new Set(findings.filter(({severity}) => grave.has(severity)).map(({unit}) => unit))
  const human = new Set(editions.filter(({translationType}) => translationType === 'human').map(({id}) => id))
  const cells = Map.groupBy(units, ({cell}) => cell)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return findings.map((finding) => {
    const unit = byId.get(finding.unit)
    if (finding.severity !== 'critical' || unit === undefined) return finding
    if (finding.evidence.some(({kind}) => kind === 'locale')) return finding
    const others = (cells.get(unit.cell) ?? [])
      .filter(({locale, id, target}) => locale !== unit.locale && !suspects.has(id) && target !== '')
      .toSorted((a, b) => rank(a, human) - rank(b, human) || (a.id < b.id ? -1 : 1))
    const witnesses = [...new Map(others.toReversed().map((other) => [other.locale, other])).values()]
      .toSorted((a, b) => (a.locale < b.locale ? -1 : 1))
      .slice(0, MAX_WITNESSES)
    return {
      ...finding,
      evidence: [
        ...finding.evidence,
        ...witnesses.map(({locale, target, place}) => ({
          kind: 'locale' as const,
          locale,
          text: target,
          place,
        })),
      ],
    }
  })
}

const rank = ({edition}: Unit, human: ReadonlySet<string>): number => (human.has(edition) ? 0 : 1)
