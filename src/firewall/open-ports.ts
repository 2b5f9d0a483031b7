/** Ports that a document leaves to the site: the reader gives them by the id of the rule, or by the machine that listens. */

import type {PortRange} from '../model/schema.ts'
import {lookUp} from '../text/look-up.ts'
import type {ExportRequest, ExportRule, Problem} from './export-types.ts'
import {ipTransportsOf} from './ip-transport.ts'
import {cleanId} from './names.ts'
import {keyOf} from './resolve-ends.ts'

/** `sbc-sip`: the machine that listens, and the protocol where the rule names one. */
export const portKey = ({facts: {destination, host, protocols}}: Pick<ExportRule, 'facts'>): string =>
  [keyOf(destination ?? host, 'destination'), ...protocols.map((name) => name.toLowerCase())].join('-')

/** A row of protocols beside TCP and UDP alone has no ports to leave open. */
export const isPortOpen = ({facts}: Pick<ExportRule, 'facts'>): boolean =>
  facts.ports.length === 0 && (facts.transports.length > 0 || ipTransportsOf(facts).length === 0)

function portsFor(rule: ExportRule, {ports = {}}: ExportRequest): readonly PortRange[] {
  return lookUp(ports, rule.id) ?? lookUp(ports, portKey(rule)) ?? []
}

/** The rule with what the reader gave for its ports; one that states ports keeps them. */
export function withPorts(rule: ExportRule, request: ExportRequest): ExportRule {
  const given = isPortOpen(rule) ? portsFor(rule, request) : []
  if (given.length === 0) return rule
  // A range that had only a name has numbers now.
  const {portNames: _, ...facts} = rule.facts
  return {...rule, facts: {...facts, ports: [...given]}}
}

/** A port that is set for nothing is a mistake in its name: nobody should believe that it was used. */
export function unknownPorts({rules, ports = {}}: ExportRequest): Problem[] {
  const open = rules.filter(isPortOpen)
  const known = new Set(open.flatMap((rule) => [rule.id, portKey(rule)]))
  return Object.keys(ports)
    .filter((key) => !known.has(key))
    .map((key) => ({
      id: 'unknown-port',
      values: {key},
      message: `Unexpected port for “${key}”`,
      hint:
        open.length === 0
          ? 'every rule of this topic states its ports'
          : `this topic leaves open ${[...new Set(open.map(portKey))].sort().join(', ')} (rules ${open.map(({id}) => cleanId(id)).join(', ')})`,
    }))
}
