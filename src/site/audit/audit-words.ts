/** What the answer of an audit is said with: the page's texts, and the names of what they are about. */
import type {RegionWords} from '../../firewall/audit/describe.ts'
import type {OmittedReason, Problem} from '../../firewall/export-types.ts'

export interface AuditWords {
  t: (key: string, values?: Record<string, string>) => string
  count: (key: string, count: number) => string
  number: (count: number) => string
  /** Several problems of the addresses and choices. */
  problems: (problems: readonly Problem[]) => string
  /** The name of an end by its key. */
  end: (key: string) => string
  omitted: (reason: OmittedReason) => string
}

/** `TCP 443: any → 203.0.113.10`, in any language. */
export const regionWords = ({t, number}: AuditWords): RegionWords => ({
  any: t('audit.any'),
  anyProtocol: t('audit.anyProtocol'),
  protocols: (numbers) => `IP ${numbers}`,
  more: (count) => `+${number(count)}`,
  whole: ({what, source, from, destination}) =>
    `${what}: ${source}${from === '' ? '' : ` :${from}`} → ${destination}`,
})
