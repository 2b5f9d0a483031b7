/** What of a topic must stay closed. It is never a choice of the reader: a denial holds whatever its requirement. */
import {endpointKey} from '../../model/topic-rules.ts'
import type {Chosen, ExportRule} from '../export-types.ts'
import {isAllPorts} from '../unrestricted.ts'
import {isBareAny} from '../zones.ts'

export const isDenied = ({facts, purpose}: Pick<ExportRule, 'facts' | 'purpose'>): boolean =>
  facts.action === 'deny' || purpose === 'deny'

/** An “optional” denial that is left out would leave the allow over it open. */
export const isChosen = (rule: Pick<ExportRule, 'facts' | 'purpose'>, chosen: Chosen): boolean =>
  isDenied(rule) || chosen[rule.facts.requirement]

/**
 * Whether a row closes all that no other one opens ("Any, Any, Any, Any: deny"): the end of a list, no exception to the
 * rules before it. Asked before them, it would let nothing of them through. In a table that states one end only, it is
 * any in all that it states, and is the end of the list where another row opens something of the same kind.
 */
export function isRest(rule: Pick<ExportRule, 'facts' | 'purpose'>, all: readonly ExportRule[]): boolean {
  const {source, destination, host, ports} = rule.facts
  if (!isDenied(rule) || !isAllPorts(ports)) return false
  if (isBareAny(source) && isBareAny(destination ?? host)) return true
  const stated = [source, destination].filter((end) => end !== null)
  if (stated.length !== 1 || !stated.every(isBareAny)) return false
  return all.some(
    (other) =>
      !isDenied(other) &&
      (other.facts.source === null) === (source === null) &&
      (other.facts.destination === null) === (destination === null) &&
      endpointKey(other.facts.host) === endpointKey(host),
  )
}
