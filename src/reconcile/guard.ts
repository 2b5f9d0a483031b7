/** The last look before publishing: the facts read from every text of a rule must be the facts of the rule. */

import {rowToFacts} from '../dataset/facts.ts'
import {formatPath} from '../dataset/path.ts'
import type {
  ColumnKind,
  EndpointRef,
  Facts,
  Finding,
  Fix,
  Row,
  Table,
  Topic,
  Unit,
} from '../dataset/schema.ts'
import {lookUp} from '../text/look-up.ts'
import {formatRanges} from '../text/ports.ts'

/** A unit whose published text changes a fact or can't be read, and what was read instead. */
export interface Breach {
  unit: string
  message: string
  /** The cell rebuilt from the facts, for a column whose text is nothing but facts; else null. */
  rebuilt: string | null
}

/** All breaches in tables of ports, in the order of the topics. */
export const findBreaches = (topics: readonly Topic[], locales: readonly string[]): Breach[] =>
  topics.flatMap(({tables}) =>
    tables
      .filter(({portTable}) => portTable)
      .flatMap((table) =>
        table.rows.flatMap((row) => locales.flatMap((locale) => breachesOf(table, row, locale))),
      ),
  )

const breachesOf = (table: Table, row: Row, locale: string): Breach[] => {
  const {rule, cells} = row
  if (rule === null || !cells.some(({texts}) => lookUp(texts, locale) !== undefined)) return []
  const texts = cells.map((cell) => textOf(lookUp(cell.texts, locale), cell.source))
  /** What the row says with other texts in some columns. */
  const readWith = (others: ReadonlyMap<number, string>) =>
    rowToFacts({
      columns: table.columns,
      cells: cells.map(({source}, index) => ({source, target: others.get(index) ?? texts[index] ?? ''})),
      locale,
      language: 'target',
      ...(table.heading?.source ? {heading: table.heading.source} : {}),
    })
  const breachAt = (index: number, message: string): Breach[] => {
    const unit = lookUp(cells[index]?.texts, locale)?.unit ?? null
    return unit === null ? [] : [{unit, message, rebuilt: rebuild(table.columns[index], rule.facts, locale)}]
  }
  const read = readWith(new Map())
  if (!read.ok) return read.column === null ? [] : breachAt(read.column - 1, read.message)
  const wrong = differenceOf(read.facts, rule.facts)
  if (wrong === null) return []
  const suspects = table.columns.flatMap((kind, index) => (wrong.kinds.includes(kind) ? [index] : []))
  const guilty = suspects.find((index) => {
    const healed = readWith(new Map([[index, cells[index]?.source ?? '']]))
    return healed.ok && differenceOf(healed.facts, rule.facts) === null
  })
  return (guilty === undefined ? suspects : [guilty]).flatMap((index) => breachAt(index, wrong.message))
}

/** The text of a column that holds facts only. */
const rebuild = (kind: ColumnKind | undefined, facts: Facts, locale: string): string | null => {
  if (kind === 'path') return formatPath(facts, locale)
  if (kind === 'port') return formatRanges(facts.ports, locale)
  if (kind === 'sourcePort') return formatRanges(facts.sourcePorts, locale)
  if (kind !== 'protocol') return null
  const names = [...facts.protocols, ...facts.transports.map((transport) => transport.toUpperCase())].join(
    '/',
  )
  return names === '' || facts.security === null ? names || null : `${names} (${facts.security})`
}

const textOf = (own: Row['cells'][number]['texts'][string] | undefined, source: string | null): string =>
  own === undefined ? (source ?? '') : own.text

const wireKinds = ['path', 'port', 'sourcePort', 'portStart', 'portCount', 'protocol', 'traffic']

/**
 * Names of endpoints that a locale's data does not know are no difference: they are read as nothing. Nor are ports of a
 * column in which the English could not be read.
 */
const differenceOf = (read: Facts, rule: Facts): {kinds: string[]; message: string} | null => {
  const wire = ({protocols, security, transports, ports, sourcePorts}: Facts): string =>
    JSON.stringify([
      ...[protocols, security, transports],
      rule.ports.length > 0 ? ports : [],
      rule.sourcePorts.length > 0 ? sourcePorts : [],
    ])
  if (wire(read) !== wire(rule)) return {kinds: wireKinds, message: `it reads as ${wire(read)}`}
  if (isOther(read.source, rule.source))
    return {kinds: ['source'], message: `it reads as ${read.source?.id ?? ''}`}
  if (isOther(read.destination, rule.destination))
    return {kinds: ['destination'], message: `it reads as ${read.destination?.id ?? ''}`}
  return null
}

const isOther = (read: EndpointRef | null, rule: EndpointRef | null): boolean =>
  read !== null && rule !== null && read.id !== rule.id

/** Findings with those of the breaches; a unit that breaches has no correction any more. */
export const withBreaches = (
  findings: readonly Finding[],
  breaches: readonly Breach[],
  units: readonly Unit[],
): Finding[] => {
  const byUnit = new Map(breaches.map((breach) => [breach.unit, breach]))
  const broken = units.filter(({id}) => byUnit.has(id))
  const counts = Map.groupBy(
    findings.filter(({unit, check}) => byUnit.has(unit) && check === 'word-order'),
    ({unit}) => unit,
  )
  const fixes = new Map(broken.map((unit) => [unit.id, fixOf(unit, byUnit.get(unit.id))]))
  return [
    ...findings.map((finding) => {
      const fix = fixes.get(finding.unit)
      return fix === undefined ? finding : {...finding, fix}
    }),
    ...broken.map(
      (unit): Finding => ({
        id: `word-order:${unit.id}:${(counts.get(unit.id)?.length ?? 0) + 1}`,
        check: 'word-order',
        severity: 'major',
        unit: unit.id,
        locale: unit.locale,
        place: unit.place,
        message: `Unexpected “${unit.target}”: ${byUnit.get(unit.id)?.message ?? ''}`,
        actual: unit.target,
        expected: unit.source ?? '',
        evidence: [{kind: 'facts', locale: 'en', text: unit.source ?? '', place: null}],
        fix: fixes.get(unit.id) ?? null,
      }),
    ),
  ]
}

/** The English stands in for a text that breaks a fact; where there is none, the facts themselves. */
const fixOf = ({source, target}: Unit, breach: Breach | undefined): Fix | null => {
  if (source !== null && source !== target) return null
  return breach?.rebuilt ? {text: breach.rebuilt, origin: 'repair', from: null} : null
}
