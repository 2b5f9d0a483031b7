/** What of a topic must stay closed. It is never a choice of the reader: a denial holds whatever its requirement. */
import type {Chosen, ExportRule} from './export-types.ts'

export const isDenied = ({facts, purpose}: Pick<ExportRule, 'facts' | 'purpose'>): boolean =>
  facts.action === 'deny' || purpose === 'deny'

/** An “optional” denial that is left out would leave the allow over it open. */
export const isChosen = (rule: Pick<ExportRule, 'facts' | 'purpose'>, chosen: Chosen): boolean =>
  isDenied(rule) || chosen[rule.facts.requirement]
