/** Checks one locale after the other, so that what is known of one needs memory at a time. */
import type {EditionInfo, Finding, Passage, Title, Unit} from '../../model/schema.ts'
import {checkPassages} from './check-passages.ts'
import {checkTitles} from './check-titles.ts'
import type {CheckUnit} from './check-unit.ts'
import {checkUnits} from './check-units.ts'
import type {Context} from './context.ts'

/** All findings of the units, in their order. */
export const checkUnitsByLocale = (
  units: readonly Unit[],
  ask: (unit: Unit) => CheckUnit,
  context: Context,
): Finding[] => {
  const findings: Finding[] = []
  for (const [locale, own] of Map.groupBy(units, (unit) => unit.locale)) {
    for (const finding of checkUnits(own.map(ask), context)) findings.push(finding)
    context.forget(locale)
  }
  const byUnit = Map.groupBy(findings, ({unit}) => unit)
  return units.flatMap(({id}) => byUnit.get(id) ?? [])
}

export interface CheckedProse {
  /** In the order given, as published. */
  passages: Passage[]
  titles: Title[]
  /** Of passages, and then of titles, a locale after the other. */
  findings: Finding[]
}

/** What is said of passages, and of titles that are none of them. */
export const checkProseByLocale = (
  {
    passages,
    titles,
    editions,
  }: {passages: readonly Passage[]; titles: readonly Title[]; editions: EditionInfo[]},
  context: Context,
): CheckedProse => {
  const passagesOf = Map.groupBy(passages, ({locale}) => locale)
  const titlesOf = Map.groupBy(titles, ({locale}) => locale)
  const checked = [...new Set([...passagesOf.keys(), ...titlesOf.keys()])].map((locale) => {
    const prose = checkPassages(passagesOf.get(locale) ?? [], context)
    const own = checkTitles({titles: titlesOf.get(locale) ?? [], editions}, context, prose.findings)
    context.forget(locale)
    return {prose, own}
  })
  const passageById = new Map(checked.flatMap(({prose}) => prose.passages).map((each) => [each.id, each]))
  const titleById = new Map(checked.flatMap(({own}) => own.titles).map((each) => [each.id, each]))
  return {
    passages: passages.map((each) => passageById.get(each.id) ?? each),
    titles: titles.map((each) => titleById.get(each.id) ?? each),
    findings: [...checked.flatMap(({prose}) => prose.findings), ...checked.flatMap(({own}) => own.findings)],
  }
}
