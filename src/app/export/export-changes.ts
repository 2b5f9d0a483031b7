/** What loading an export would change against an earlier file of the same target. */
import {UsageError} from '../../disk/usage-error.ts'
import type {Plan, ReadRule, Target} from '../../firewall/export-types.ts'
import {ipOf} from '../../firewall/ip-transport.ts'
import {writePorts} from '../../firewall/ports-text.ts'
import type {FlowPorts} from '../../firewall/proof/flows.ts'
import {verifyExport} from '../../firewall/proof/verify.ts'
import {readers} from '../../firewall/readers.ts'
import {together} from '../../firewall/writing/together.ts'

/** One line a flow: `+ tcp 443: any → 203.0.113.10`. @throws UsageError for a file that is none of this target */
export function changesAgainst(plans: readonly Plan[], target: Target, before: string): string[] {
  const read = readers.get(target.id)
  if (read === undefined) throw new Error(`no reader for ${target.id}`)
  const {missing, extra, late} = verifyExport(
    together(plans),
    target,
    () => readBefore(read, target, before),
    before,
  )
  const changes = [
    ...extra.map((flow) => flowLine('-', flow)),
    ...missing.map((flow) => flowLine('+', flow)),
    ...late.map((rule) => `${lateLine(rule)} (asked only after what lets traffic through)`),
  ]
  return changes.length === 0 ? ['No rule changes.'] : changes
}

function readBefore(read: (text: string) => ReadRule[], target: Target, text: string): ReadRule[] {
  try {
    const found = read(text)
    if (found.length > 0) return found
  } catch (error) {
    const isSyntax = error instanceof Error && (error instanceof SyntaxError || error.name === 'ZodError')
    if (!isSyntax) throw error
  }
  throw new UsageError(
    `The file after --plan holds no rules of ${target.id}`,
    `Give a file that “portolan export ${target.id}” wrote.`,
  )
}

const flowLine = (
  sign: string,
  {action, direction, transport, source, destination, sourcePorts, ports}: FlowPorts,
): string => {
  const from = sourcePorts.length === 0 ? '' : ` from ${writePorts(sourcePorts, '-').join(',')}`
  const way = direction === 'forward' ? '' : ` ${direction}`
  const does = action === 'deny' ? ' deny' : ''
  const to = ipOf(transport) === null ? ` ${writePorts(ports, '-').join(',')}` : ''
  return `${sign}${does}${way} ${transport}${to}${from}: ${source} → ${destination}`
}

const lateLine = ({sources, destinations, ...rule}: ReadRule): string =>
  flowLine('!', {...rule, action: 'deny', source: sources.join(', '), destination: destinations.join(', ')})
