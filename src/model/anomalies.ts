/** Errors of the English itself that stand beside a published text: each edition reports them, and each is told once. */
import type {Finding, Text} from './schema.ts'

/** The findings of a text that are about its English, one for each thing that is said. */
export function englishAnomalies({texts}: Text, findings: ReadonlyMap<string, Finding>): Finding[] {
  const reported = new Map<string, Finding>()
  for (const {findings: ids} of Object.values(texts))
    for (const id of ids) {
      const finding = findings.get(id)
      if (finding?.severity === 'source-anomaly') reported.set(`${finding.check} ${finding.message}`, finding)
    }
  return [...reported.values()]
}
