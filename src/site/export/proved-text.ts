/** What the form shows of a file: only what was read back and proved, as the command writes it. */
import type {ExportRequest, Plan, Target} from '../../firewall/export-types.ts'
import type {ExportProof} from './export-proof.ts'

declare global {
  var portolanExportProof: ExportProof | undefined
}

type Translate = (key: string, values?: Record<string, string>) => string

export type ProvedText = {text: string; plan: Plan} | {text: ''; plan: null; fault: string}

/** The plan may hold less than was asked: what is not proven is left out, and said so in the file. */
export function provedText(
  part: {request: ExportRequest; plan: Plan},
  target: Target,
  t: Translate,
  proof: ExportProof | undefined = globalThis.portolanExportProof,
): ProvedText {
  const read = proof?.readerOf(target.id)
  if (proof === undefined || read === undefined) return {text: '', plan: null, fault: t('export.notChecked')}
  try {
    const {text, parts} = proof.provedFile([part], target, read)
    return {text, plan: parts[0]?.plan ?? part.plan}
  } catch (error) {
    if (!(error instanceof proof.ProofError)) throw error
    return {text: '', plan: null, fault: t('export.notProved', {detail: error.message.slice(0, 300)})}
  }
}
