/** A finding as `portolan check` reports it, whatever it was found in. */

import type {SarifDetail} from '../../formats/sarif.ts'
import type {Finding, Severity} from '../../model/schema.ts'

export interface Checked {
  finding: Finding
  /** What the file itself calls the unit. */
  id: string
  detail: SarifDetail
}

/** From the gravest. */
export const severities: readonly Severity[] = ['critical', 'major', 'minor', 'source-anomaly']

/** Whether a severity is at least as severe as a threshold. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(threshold)

/** By place, then the gravest first: the order in which one would correct a document. */
export const compareChecked = ({finding: a}: Checked, {finding: b}: Checked): number =>
  compare(a.place.path, b.place.path) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
