/** What of a topic must stay closed. It is never a choice of the reader: a denial holds whatever its requirement. */
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
 * rules before it. Asked before them, it would let nothing of them through.
 */
export const isRest = (rule: Pick<ExportRule, 'facts' | 'purpose'>): boolean => {
  const {source, destination, host, ports} = rule.facts
  return isDenied(rule) && isBareAny(source) && isBareAny(destination ?? host) && isAllPorts(ports)
}
