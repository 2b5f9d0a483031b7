/** What a run found, as values for programs and as lines for people. */

import type {KnowledgeBase, Severity} from '../../model/schema.ts'
import {printable} from '../../text/printable.ts'

export interface Summary {
  documents: {all: number; byForm: Record<string, number>; byLocale: Record<string, number>}
  topics: number
  tables: number
  portTables: number
  rules: number
  units: number
  unitsWithEnglish: number
  findings: Record<Severity, number>
  published: Record<string, number>
  ledger: {read: number; published: number; entered: number; byReason: Record<string, number>}
  diagnostics: {error: number; warning: number; info: number}
  /** Files of the sources that are no documents, by the end of their names. */
  otherFiles?: Record<string, number>
  pages?: number
  /** Until the dataset was there and the site began; its tools start before, and data files are written meanwhile. */
  datasetSeconds?: number
  /** Of the whole run. */
  seconds?: number
}

/** Counts of a dataset. */
export const summarize = (kb: KnowledgeBase): Summary => {
  const tables = kb.topics.flatMap((topic) => topic.tables)
  const counts = (values: string[]): Record<string, number> => {
    const groups = [...Map.groupBy(values, (value) => value)].map(
      ([key, group]) => [key, group.length] as const,
    )
    return Object.fromEntries(groups.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
  const bySeverity = counts(kb.findings.map(({severity}) => severity))
  const byDiagnostic = counts(kb.diagnostics.map(({severity}) => severity))
  return {
    documents: {
      all: kb.editions.length,
      byForm: counts(kb.editions.map(({form}) => form)),
      byLocale: counts(kb.editions.map(({locale}) => locale)),
    },
    topics: kb.topics.length,
    tables: tables.length,
    portTables: tables.filter(({portTable}) => portTable).length,
    rules: tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)).length,
    units: kb.units.length,
    unitsWithEnglish: kb.units.filter(({source}) => source !== null).length,
    findings: {
      critical: bySeverity['critical'] ?? 0,
      major: bySeverity['major'] ?? 0,
      minor: bySeverity['minor'] ?? 0,
      'source-anomaly': bySeverity['source-anomaly'] ?? 0,
    },
    published: counts(kb.units.map(({status}) => status)),
    ledger: {
      read: kb.ledger.read,
      published: kb.ledger.published,
      entered: kb.ledger.entries.length,
      byReason: counts(kb.ledger.entries.map(({reason}) => reason)),
    },
    diagnostics: {
      error: byDiagnostic['error'] ?? 0,
      warning: byDiagnostic['warning'] ?? 0,
      info: byDiagnostic['info'] ?? 0,
    },
  }
}

/** The summary as aligned lines. */
export const summaryToText = (summary: Summary): string => {
  const {documents, findings, ledger, diagnostics} = summary
  const lines: [string, string][] = [
    ['documents', `${documents.all}  (${list(documents.byForm)}; ${list(documents.byLocale)})`],
    ['topics', String(summary.topics)],
    ['tables', `${summary.tables}, of which ${summary.portTables} of ports`],
    ['rules', String(summary.rules)],
    ['units', `${summary.units}, of which ${summary.unitsWithEnglish} with English`],
    ['findings', list({...findings})],
    [
      'ledger',
      `${ledger.read} rows read = ${ledger.published} published + ${ledger.entered} entered` +
        (ledger.entered > 0 ? `  (${list(ledger.byReason)})` : ''),
    ],
    ['diagnostics', list({...diagnostics})],
  ]
  const others = Object.values(summary.otherFiles ?? {}).reduce((sum, count) => sum + count, 0)
  if (others > 0)
    lines.push(['not read', `${others} files of other formats  (${list(summary.otherFiles ?? {})})`])
  if (summary.pages !== undefined) lines.push(['pages', String(summary.pages)])
  if (summary.seconds !== undefined) lines.push(['seconds', summary.seconds.toFixed(1)])
  return lines.map(([label, value]) => `${label.padEnd(12)} ${value}`).join('\n')
}

const list = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([key, count]) => `${count} ${printable(key)}`)
    .join(', ') || 'none'
