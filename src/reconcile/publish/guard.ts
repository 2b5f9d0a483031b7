/** The last look before publishing: the facts read from every text of a rule must be the facts of the rule. */
import {isKnownEndpoint} from '../../facts/endpoints/endpoint-of.ts'
import {type FactsReading, rowToFacts} from '../../facts/facts.ts'
import {formatPath} from '../../facts/path/path.ts'
import {formatRanges} from '../../facts/ports/ports.ts'
import {vocabularySets, withVocabularies} from '../../facts/vocabulary/vocabularies.ts'
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
} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {lookUp} from '../../text/look-up.ts'
import {keepsTokens, registeredProtocols} from './same-tokens.ts'

/** A unit whose published text changes a fact or can't be read, and what was read instead. */
export interface FactProblem {
  unit: string
  message: string
  /** The cell rebuilt from the facts, for a column whose text is nothing but facts; else null. */
  rebuilt: string | null
}

/** All texts that read as other facts in tables of ports, in the order of the topics. */
export const findFactProblems = (topics: readonly Topic[], locales: readonly string[]): FactProblem[] =>
  topics.flatMap(({tables}) =>
    tables
      .filter(({portTable}) => portTable)
      .flatMap((table) =>
        table.rows.flatMap((row) => locales.flatMap((locale) => problemsOf(table, row, locale))),
      ),
  )

/**
 * A topic was read with the words of the products that its documents name, perhaps of none, where others of the same run name others:
 * a text that is right by the words of all, of none or of one of them is right.
 */
function problemsOf(table: Table, row: Row, locale: string): FactProblem[] {
  const problems = factProblemsOf(table, row, locale)
  if (problems.length === 0) return []
  const isRight = vocabularySets().some(
    (places) => withVocabularies(places, () => factProblemsOf(table, row, locale)).length === 0,
  )
  return isRight ? [] : problems
}

/** So many other locales must read as the rule before a text without stated English is held to it. */
const ENOUGH = 2

const factProblemsOf = (table: Table, row: Row, locale: string): FactProblem[] => {
  const {rules, cells} = row
  if (rules.length === 0 || !cells.some(({texts}) => lookUp(texts, locale) !== undefined)) return []
  const problemAt = (index: number, message: string): FactProblem[] => {
    const unit = lookUp(cells[index]?.texts, locale)?.unit ?? null
    return unit === null || !isProven(table, row, locale, index)
      ? []
      : [{unit, message, rebuilt: rebuild(table.columns[index], row, locale)}]
  }
  const read = readRow(table, row, locale)
  if (!read.ok) {
    const column = read.column === null ? null : read.column - 1
    // Without English nothing tells whether the words are at fault or only not known here.
    const isKnown = column !== null && cells[column] !== undefined && statedSource(cells[column]) !== null
    return !isKnown || isFaithful(table, row, locale, column) ? [] : problemAt(column, read.message)
  }
  const wrong = differenceOfRules(read.rules, rules)
  if (wrong === null) return []
  const suspects = table.columns.flatMap((kind, index) => (wrong.kinds.includes(kind) ? [index] : []))
  const others = table.columns.flatMap((_, index) => (suspects.includes(index) ? [] : [index]))
  // A limit that the cell of the action lost is read at the source: what a column says may stand in any.
  const guilty = [...suspects, ...others].find((index) => {
    const healed = readHealed(table, row, locale, index)
    return healed?.ok && differenceOfRules(healed.rules, rules) === null
  })
  const blamed =
    guilty === undefined
      ? suspects.filter(
          (index) => !isCommon(row, locale, index) && !readsAsEnglish(table, row, locale, index),
        )
      : [guilty]
  return blamed.flatMap((index) => problemAt(index, wrong.message))
}

/** What the row says with the English in one cell; null where there is none. */
const readHealed = (table: Table, row: Row, locale: string, index: number): FactsReading | null => {
  const english = row.cells[index] === undefined ? null : statedSource(row.cells[index])
  return english === null ? null : readRow(table, row, locale, new Map([[index, english]]))
}

/** The row says the same with the English of a cell: whatever is wrong with it, the cell is not. */
const readsAsEnglish = (table: Table, row: Row, locale: string, index: number): boolean => {
  const [own, healed] = [readRow(table, row, locale), readHealed(table, row, locale, index)]
  return own.ok && healed?.ok === true && differenceOfRules(own.rules, healed.rules) === null
}

/**
 * A text that could not be read keeps all tokens of its English: its words are not known here, which is no fault of it. In a
 * path the order of the tokens is what it says.
 */
const isFaithful = ({columns}: Table, {cells}: Row, locale: string, index: number): boolean => {
  const cell = cells[index]
  const english = cell === undefined ? null : statedSource(cell)
  const text = lookUp(cell?.texts, locale)?.text
  return columns[index] !== 'path' && english !== null && text !== undefined && keepsTokens(english, text)
}

/** Whether most other languages of a cell have the very same text: `UDP` is at fault in none of them. */
const isCommon = ({cells}: Row, locale: string, index: number): boolean => {
  const texts = cells[index]?.texts
  const own = lookUp(texts, locale)?.text
  const others = Object.entries(texts ?? {}).filter(([other]) => other !== locale)
  return 2 * others.filter(([, {text}]) => text === own).length > others.length
}

/** What the row says in a locale, with other texts in some columns. */
const readRow = (
  {columns, heading}: Table,
  {cells}: Row,
  locale: string,
  others: ReadonlyMap<number, string> = new Map(),
): FactsReading =>
  rowToFacts({
    columns,
    cells: cells.map((cell, index) => ({
      source: null,
      target: others.get(index) ?? textOf(lookUp(cell.texts, locale), statedSource(cell)),
    })),
    locale,
    language: 'target',
    ...(heading?.source ? {heading: heading.source} : {}),
  })

/** Whether the facts of a rule are known well enough to say that a text of it is wrong: by English, else by other locales. */
const isProven = (table: Table, row: Row, locale: string, index: number): boolean => {
  const texts = row.cells[index]
  if (texts === undefined || statedSource(texts) !== null) return texts !== undefined
  const agreeing = Object.keys(texts.texts).filter((other) => {
    if (other === locale) return false
    const read = readRow(table, row, other)
    return read.ok && differenceOfRules(read.rules, row.rules) === null
  })
  return agreeing.length >= ENOUGH
}

/** The text of a column that holds facts only, of a row with one rule. */
const rebuild = (kind: ColumnKind | undefined, {rules}: Row, locale: string): string | null => {
  const [facts, other] = rules.map((rule) => rule.facts)
  if (facts === undefined || other !== undefined) return null
  if (kind === 'path') return formatPath(facts, locale)
  if (kind === 'port') return facts.ports.length === 0 ? null : formatRanges(facts.ports, locale)
  if (kind === 'sourcePort') return formatRanges(facts.sourcePorts, locale)
  if (kind !== 'protocol') return null
  const names = [...facts.protocols, ...facts.transports.map((transport) => transport.toUpperCase())].join(
    '/',
  )
  return names === '' || facts.security === null ? names || null : `${names} (${facts.security})`
}

const textOf = (own: Row['cells'][number]['texts'][string] | undefined, source: string | null): string =>
  own === undefined ? (source ?? '') : own.text

/** The first difference between the rules of two readings of a row. */
const differenceOfRules = (
  read: readonly {facts: Facts}[],
  rules: readonly {facts: Facts}[],
): {kinds: string[]; message: string} | null => {
  if (read.length !== rules.length)
    return {kinds: wireKinds, message: `it reads as ${read.length} rules instead of ${rules.length}`}
  for (const [at, {facts}] of read.entries()) {
    const rule = rules[at]?.facts
    const wrong = rule === undefined ? null : differenceOf(facts, rule)
    if (wrong !== null) return wrong
  }
  return null
}

const wireKinds = ['path', 'port', 'sourcePort', 'portStart', 'portCount', 'protocol', 'traffic']

/**
 * Names of endpoints that a locale's data does not know are no difference: they are read as nothing. Nor are ports of a
 * column in which the English could not be read.
 */
const differenceOf = (read: Facts, rule: Facts): {kinds: string[]; message: string} | null => {
  const wire = ({security, transports, ports, sourcePorts, ...facts}: Facts): string =>
    JSON.stringify([
      ...[registeredProtocols(facts), security, transports],
      rule.ports.length > 0 ? ports : [],
      rule.sourcePorts.length > 0 ? sourcePorts : [],
    ])
  if (wire(read) !== wire(rule)) return {kinds: wireKinds, message: `it reads as ${wireText(read)}`}
  if (isOther(read.source, rule.source))
    return {kinds: ['source'], message: `it reads as ${read.source?.id ?? ''}`}
  if (isOther(read.destination, rule.destination))
    return {kinds: ['destination'], message: `it reads as ${read.destination?.id ?? ''}`}
  return null
}

/** What a text reads as, for people: `SIP, TLS, TCP, 5061`. */
const wireText = ({protocols, security, transports, ports, sourcePorts}: Facts): string =>
  [
    ...[...protocols, security ?? ''],
    ...transports.map((transport) => transport.toUpperCase()),
    ...[formatRanges(ports, 'en'), formatRanges(sourcePorts, 'en')],
  ]
    .filter((part) => part !== '')
    .join(', ') || 'nothing'

const isOther = (read: EndpointRef | null, rule: EndpointRef | null): boolean =>
  read !== null && rule !== null && isKnownEndpoint(read) && read.id !== rule.id

/** Findings with those of texts that read as other facts; such a unit has no correction any more. */
export const withFactProblems = (
  findings: readonly Finding[],
  problems: readonly FactProblem[],
  units: readonly Unit[],
): Finding[] => {
  const byUnit = new Map(problems.map((problem) => [problem.unit, problem]))
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
        expected: statedSource(unit) ?? '',
        evidence: [{kind: 'facts', locale: 'en', text: statedSource(unit) ?? '', place: null}],
        fix: fixes.get(unit.id) ?? null,
      }),
    ),
  ]
}

/** The English stands in for a text that breaks a fact; where there is none, the facts themselves. */
const fixOf = (unit: Unit, problem: FactProblem | undefined): Fix | null => {
  const english = statedSource(unit)
  if (english !== null && english !== unit.target) return null
  return problem?.rebuilt ? {text: problem.rebuilt, origin: 'repair', from: null} : null
}
