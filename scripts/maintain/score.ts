/** Measures the checks on cells that reviewers labelled. */
import {z} from 'zod'
import type {Finding} from '../../src/model/schema.ts'
import {checkUnits} from '../../src/reconcile/engine/check-units.ts'
import type {Context} from '../../src/reconcile/engine/context.ts'

export const goldCellSchema = z.object({
  id: z.string(),
  locale: z.string(),
  source: z.string(),
  target: z.string(),
  header: z.boolean(),
  severity: z.enum(['ok', 'minor', 'major', 'critical']),
  categories: z.array(z.string()),
  span: z.string(),
  accept: z.array(z.string()),
})

export type GoldCell = z.infer<typeof goldCellSchema>

export interface Scored {
  cell: GoldCell
  findings: Finding[]
}

/** Counts of one locale; a share is `part / all`, and null when there is nothing to count. */
export interface Score {
  locale: string
  cells: number
  critical: {found: number; all: number}
  grave: {found: number; all: number}
  minor: {found: number; all: number}
  flagged: {right: number; all: number}
  fixes: {accepted: number; all: number}
}

/** Asks all checks of the labelled cells. */
export const scoreCells = (cells: readonly GoldCell[], context: Context): Scored[] => {
  const units = cells.map(({id, locale, source, target, header}) => ({id, locale, source, target, header}))
  const findings = Map.groupBy(checkUnits(units, context), ({unit}) => unit)
  return cells.map((cell) => ({cell, findings: findings.get(cell.id) ?? []}))
}

/** One line a locale, and one for all. */
export const summarize = (scored: readonly Scored[]): Score[] => {
  const locales = [...new Set(scored.map(({cell}) => cell.locale))].toSorted()
  return [
    ...locales.map((locale) =>
      count(
        locale,
        scored.filter(({cell}) => cell.locale === locale),
      ),
    ),
    ...(locales.length > 1 ? [count('all', scored)] : []),
  ]
}

const count = (locale: string, scored: readonly Scored[]): Score => {
  const of = (...severities: GoldCell['severity'][]) => {
    const those = scored.filter(({cell}) => severities.includes(cell.severity))
    return {found: those.filter(isFlagged).length, all: those.length}
  }
  const flagged = scored.filter(isFlagged)
  const fixed = flagged.filter(({cell, findings}) => cell.accept.length > 0 && fixOf(findings) !== null)
  return {
    locale,
    cells: scored.length,
    critical: of('critical'),
    grave: of('critical', 'major'),
    minor: of('minor'),
    flagged: {right: flagged.filter(({cell}) => cell.severity !== 'ok').length, all: flagged.length},
    fixes: {accepted: fixed.filter(isAccepted).length, all: fixed.length},
  }
}

const isFlagged = ({findings}: Scored): boolean => findings.length > 0

/** The correction that the findings of a cell share. */
export const fixOf = (findings: readonly Finding[]): string | null => findings[0]?.fix?.text ?? null

/** Whether the proposed correction is one that the reviewers accept; white space makes no difference. */
export const isAccepted = ({cell, findings}: Scored): boolean => {
  const fix = fixOf(findings)
  return fix !== null && cell.accept.some((text) => fold(text) === fold(fix))
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Of the cells that a check flagged, how many the reviewers did not call right. */
export interface CheckScore {
  check: string
  flagged: number
  right: number
}

/** One line a check that flagged something, sorted by its id. */
export const byCheck = (scored: readonly Scored[]): CheckScore[] => {
  const ids = [...new Set(scored.flatMap(({findings}) => findings.map(({check}) => check)))].toSorted()
  return ids.map((check) => {
    const those = scored.filter(({findings}) => findings.some((finding) => finding.check === check))
    return {check, flagged: those.length, right: those.filter(({cell}) => cell.severity !== 'ok').length}
  })
}
