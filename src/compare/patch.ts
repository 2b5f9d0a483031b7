/** Applies a difference: rules of A and diff(A, B) give the rules of B. */
import type {Facts} from '../model/schema.ts'
import type {FieldChange, RuleDiff} from './diff.ts'

/**
 * The facts of B in B's order.
 *
 * @throws {RangeError} when the difference was made from other rules than these
 */
export function patch(a: readonly Facts[], diff: readonly RuleDiff[]): Facts[] {
  const named = diff.filter((rule) => rule.indexA >= 0).length
  if (named !== a.length) {
    throw new RangeError(`expected the ${named} rules that the difference was made from, found ${a.length}`)
  }
  return diff
    .filter(({b}) => b !== null)
    .toSorted((one, two) => one.indexB - two.indexB)
    .map((rule) => patched(a, rule))
}

function patched(a: readonly Facts[], rule: RuleDiff): Facts {
  if (rule.a === null && rule.b !== null) return rule.b.rule.facts
  const from = a[rule.indexA]
  if (from === undefined) throw new RangeError(`expected a rule at ${rule.indexA} of ${a.length}`)
  const {
    known: _,
    icmpTypes: __,
    portNames: ___,
    allProtocols: ____,
    ...facts
  } = [...rule.changes, ...rule.notation].reduce<Facts>(apply, from)
  // How a fact is known is of the document that tells it, and no difference between two; what tells protocols and ports
  // apart beside their names and numbers goes with them.
  const {known, icmpTypes, portNames, allProtocols} = rule.b?.rule.facts ?? {}
  return {
    ...facts,
    ...(known === undefined ? {} : {known}),
    ...(icmpTypes === undefined ? {} : {icmpTypes}),
    ...(portNames === undefined ? {} : {portNames}),
    ...(allProtocols === undefined ? {} : {allProtocols}),
  }
}

const apply = (facts: Facts, {field, to}: FieldChange): Facts => ({...facts, [field]: to})
