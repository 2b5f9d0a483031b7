/**
 * Findings as SARIF 2.1.0, for editors and for services that show them on a line of a document.
 *
 * Standard: SARIF Version 2.1.0 (OASIS Standard, 27 March 2020). Columns count UTF-16 code units.
 */

import type {Location, Region, Replacement, ReportingDescriptor, Result, Suppression} from 'sarif'
import {posixPath} from '../disk/posix-path.ts'
import type {Evidence, Finding, KnowledgeBase, Place, Severity} from '../model/schema.ts'
import {statedSource} from '../model/stated.ts'
import {findingFingerprint} from './finding-fingerprint.ts'

/** What SARIF says of a check; the checks' own metadata has this shape. */
export interface SarifRule {
  id: string
  severity: Severity
  why: string
  wrongWhen: string
  bad: readonly {locale: string; source: string; target: string; message: string; fix: string | null}[]
  /** Path of the check's page on the site. */
  url: string
}

/** What is known about a finding beside the finding. */
export interface SarifDetail {
  /** English of the unit, where it is stated. */
  source: string | null
  /** Where the text of the unit ends; null when only its start is known. */
  end: {line: number; column: number} | null
  /** What to replace in the document for the finding's fix; empty when it can't be written back. */
  replacements: readonly {start: Place; end: {line: number; column: number}; text: string}[]
  /** Why the finding is accepted, or null. */
  waived: string | null
}

export interface SarifOptions {
  /** Version of this program. */
  version: string
  rules: readonly SarifRule[]
  /** Address of the site that has a page per check, or null. */
  site: string | null
}

const LEVELS: Record<Severity, Result.level> = {
  critical: 'error',
  major: 'warning',
  minor: 'note',
  'source-anomaly': 'note',
}

/** `port-number` → `Port number`. */
const titleOf = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`

/** A path as a URI reference; SARIF has no place for anything else. */
export const uriOf = (path: string): string =>
  posixPath(path)
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/')

/** A rule for a check that has no metadata, such as one about the English. */
const bareRule = (id: string, severity: Severity): ReportingDescriptor => ({
  id,
  shortDescription: {text: titleOf(id)},
  defaultConfiguration: {level: LEVELS[severity]},
  properties: {severity},
})

function ruleToSarif(rule: SarifRule, site: string | null): ReportingDescriptor {
  const examples = rule.bad.map(
    ({locale, source, target, message, fix}) =>
      `${locale}: “${target}” for “${source}”: ${message}${fix === null ? '' : `; corrected: “${fix}”`}`,
  )
  const wrongWhen = `A false alarm when: ${rule.wrongWhen}`
  return {
    ...bareRule(rule.id, rule.severity),
    fullDescription: {text: rule.why},
    help: {text: [rule.why, wrongWhen, ...examples].join('\n')},
    ...(site === null ? {} : {helpUri: new URL(rule.url.replace(/^\//, ''), site.replace(/\/?$/, '/')).href}),
  }
}

const regionOf = ({line, column}: Pick<Place, 'line' | 'column'>, end: SarifDetail['end']): Region => ({
  startLine: line,
  startColumn: column,
  ...(end === null ? {} : {endLine: end.line, endColumn: end.column}),
})

const physical = (place: Place, end: SarifDetail['end'] = null): Pick<Location, 'physicalLocation'> => ({
  physicalLocation: {artifactLocation: {uri: uriOf(place.path)}, region: regionOf(place, end)},
})

const evidenceToSarif = ({kind, locale, text, place}: Evidence, id: number): Location => ({
  id,
  ...(place === null ? {} : physical(place)),
  message: {text: `${kind} (${locale}): ${text}`},
})

const replacementToSarif = ({start, end, text}: SarifDetail['replacements'][number]): Replacement => ({
  deletedRegion: regionOf(start, end),
  insertedContent: {text},
})

/** One finding as a SARIF result. */
export function findingToSarif(finding: Finding, detail: SarifDetail): Result {
  const {check, severity, message, place, evidence, fix, unit, locale} = finding
  const {source, end, replacements, waived} = detail
  const suppression: Suppression[] =
    waived === null ? [] : [{kind: 'external', status: 'accepted', justification: waived}]
  return {
    ruleId: check,
    level: LEVELS[severity],
    message: {text: message},
    locations: [physical(place, end)],
    ...(evidence.length === 0
      ? {}
      : {relatedLocations: evidence.map((each, at) => evidenceToSarif(each, at + 1))}),
    ...(fix === null || replacements.length === 0
      ? {}
      : {
          fixes: [
            {
              description: {text: `Replace the text of the cell (${fix.origin})`},
              artifactChanges: [
                {
                  artifactLocation: {uri: uriOf(place.path)},
                  replacements: replacements.map(replacementToSarif),
                },
              ],
            },
          ],
        }),
    ...(suppression.length === 0 ? {} : {suppressions: suppression}),
    partialFingerprints: {'portolan/v1': findingFingerprint(finding, source)},
    properties: {severity, locale, unit, ...(fix === null ? {} : {fix: fix.text})},
  }
}

const TAIL = ']}]}\n'

/** What stands before the results. */
function head({version, rules, site}: SarifOptions): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'portolan', version, rules: rules.map((rule) => ruleToSarif(rule, site))}},
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  }
  return JSON.stringify(log).slice(0, -TAIL.trimEnd().length)
}

/** A SARIF log that is written piece by piece: `head`, a `result` a finding, `tail`. */
export interface SarifWriter {
  head: string
  result(finding: Finding, detail: SarifDetail): string
  tail: string
}

/** Begins a log; the pieces in order are one JSON document. */
export function sarifWriter(options: SarifOptions): SarifWriter {
  let separator = '\n'
  return {
    head: head(options),
    result(finding, detail) {
      const piece = `${separator}${JSON.stringify(findingToSarif(finding, detail))}`
      separator = ',\n'
      return piece
    },
    tail: TAIL,
  }
}

/** By document and place, as a person reads them. */
const byPlace = (a: Finding, b: Finding): number =>
  compare(a.place.path, b.place.path) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const NO_CORRECTION = {end: null, replacements: []}

/** `findings.sarif` of a dataset. `correction` gives what a finding's fix replaces, where the documents are at hand. */
export function* knowledgeBaseToSarif(
  kb: Pick<KnowledgeBase, 'units' | 'passages' | 'titles' | 'findings'>,
  options: SarifOptions,
  correction: (finding: Finding) => Pick<SarifDetail, 'end' | 'replacements'> = () => NO_CORRECTION,
): Generator<string> {
  const sources = new Map(
    [...kb.units, ...kb.passages, ...kb.titles].map((each) => [each.id, statedSource(each)]),
  )
  const writer = sarifWriter(options)
  yield writer.head
  for (const finding of kb.findings.toSorted(byPlace)) {
    const source = sources.get(finding.unit) ?? null
    yield writer.result(finding, {source, waived: null, ...correction(finding)})
  }
  yield writer.tail
}
