/** How the commands say what they met: `file:line:column severity id message` on stderr, with what to do below it. */
import pc from 'picocolors'
import {isIncomplete} from '../../src/app/left-out.ts'
import type {StoredDiagnostic} from '../../src/model/schema.ts'
import {printable} from '../../src/text/printable.ts'

/** More than these of one kind are counted instead of printed. */
const MOST_OF_A_KIND = 10

/** What is worth a line although nothing is wrong. */
const told: ReadonlySet<string> = new Set(['assumed-language'])

/** One diagnostic as text: a line, and a hint below it. */
export const diagnosticToText = (
  {place, severity, id, message, hint}: StoredDiagnostic,
  color = false,
): string => {
  const colors = pc.createColors(color)
  const paint = {error: colors.red, warning: colors.yellow, info: colors.cyan}[severity]
  const where = `${place.path}:${place.line}:${place.column}`
  return `${printable(where)} ${paint(severity)} ${id} ${printable(message)}\n  ${colors.dim(printable(hint))}\n`
}

/**
 * Prints errors and warnings on stderr; `info` only when asked for. What repeats is counted. The run ends with 1 when
 * something was left out, and with `strict` when there is any error.
 */
export const printDiagnostics = (
  diagnostics: StoredDiagnostic[],
  options: {info?: boolean; strict?: boolean} = {},
): void => {
  const failed = options.strict && diagnostics.some(({severity}) => severity === 'error')
  if (failed || isIncomplete(diagnostics)) process.exitCode = 1
  const color = process.stderr.isTTY
  const shown = diagnostics.filter(({id, severity}) => severity !== 'info' || options.info || told.has(id))
  for (const [id, group] of Map.groupBy(shown, (diagnostic) => diagnostic.id)) {
    for (const diagnostic of group.slice(0, MOST_OF_A_KIND))
      process.stderr.write(diagnosticToText(diagnostic, color))
    const rest = group.length - MOST_OF_A_KIND
    if (rest > 0) process.stderr.write(`… and ${rest} more of ${id}\n`)
  }
}
