/** Why a row of a port table gives no rule: one list, from which the ledger, diagnostics and pages take their words. */
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {LedgerEntry} from '../model/ledger-schema.ts'
import type {Diagnostic} from '../model/place-schema.ts'

/** Reasons that reading a row can end with. */
export type RefusalReason = Extract<
  LedgerEntry['reason'],
  | 'unreadable'
  | 'denied'
  | 'struck-out'
  | 'unknown-action'
  | 'unknown-purpose'
  | 'no-port'
  | 'totals-row'
  | 'empty-row'
>

export interface Refusal {
  ok: false
  reason: RefusalReason
  /** What was read, in English. */
  message: string
  /** From 1; null when no single cell is at fault. */
  column: number | null
}

/** What is said to the author at the cell; null for rows that are meant to give no rule. */
export const refusals: Readonly<
  Record<RefusalReason, {severity: Diagnostic['severity']; id: DiagnosticId; hint: string} | null>
> = {
  unreadable: {
    severity: 'error',
    id: 'unreadable-cell',
    hint: 'the row is in the ledger; mend the cell in the source document',
  },
  denied: {
    severity: 'warning',
    id: 'denied-row',
    hint: 'the row is in the ledger and opens nothing; if it asks for an open port, say so in its own words',
  },
  'struck-out': {
    severity: 'warning',
    id: 'struck-out-row',
    hint: 'the row is in the ledger and opens nothing; remove it, or the deletion',
  },
  'unknown-action': {
    severity: 'error',
    id: 'unknown-action',
    hint: 'the row is in the ledger; write Allow or Deny into its column of actions',
  },
  'unknown-purpose': {
    severity: 'error',
    id: 'unknown-purpose',
    hint: 'the row is in the ledger; write into the heading whether its ports are to be opened or to be blocked',
  },
  'no-port': {
    severity: 'info',
    id: 'no-port',
    hint: 'the row is in the ledger; write its ports as numbers, if it has any',
  },
  'totals-row': null,
  'empty-row': null,
}

export const refuse = (reason: RefusalReason, message: string, column: number | null): Refusal => ({
  ok: false,
  reason,
  message,
  column,
})

/** Reasons that hold whatever another language of the row says. */
export const isFinal = ({reason}: Refusal): boolean =>
  reason === 'denied' ||
  reason === 'struck-out' ||
  reason === 'unknown-action' ||
  reason === 'unknown-purpose'
