/** Writes a file for a firewall and proves it with the reader of its target. */
import type {Target} from '../../firewall/export-types.ts'
import {type Part, provedFile} from '../../firewall/proof/proved-file.ts'
import {readers} from '../../firewall/readers.ts'

/** @throws ProofError as `provedFile` does */
export function writeProved<Own extends Part>(
  parts: readonly Own[],
  target: Target,
): {text: string; parts: Own[]} {
  const reader = readers.get(target.id)
  if (reader === undefined) throw new Error(`no reader for ${target.id}`)
  return provedFile(parts, target, reader)
}
