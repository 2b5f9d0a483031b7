/** How a run of checks writes what it finds: piece by piece, so that no run holds all findings. */
import type {Checked} from './checked.ts'

export interface FindingsOutput {
  head: string
  /** A waived finding is named in SARIF only. */
  finding(checked: Checked): string
  tail: string
}
