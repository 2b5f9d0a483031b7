/** Rules whose English names the machine of another role: a copied cell, which rules alike elsewhere may not be there to show. */
import type {Facts} from '../../model/schema.ts'
import type {CellAnomaly, PlacedRule} from './placed-rules.ts'

/** Rules of a role before it has an endpoint of its own. */
const ENOUGH = 4
/** This share of the role's rules have it, and next to none of any other role. */
const OWN = 0.6
const NEXT_TO_NONE = 0.2

/** Rules that have the own endpoint of another role, and none of their own; what is whose, each topic says for itself. */
export const foreignEnds = (rules: readonly PlacedRule[]): CellAnomaly[] =>
  [...Map.groupBy(rules, ({topic}) => topic).values()].flatMap(inTopic)

const inTopic = (rules: readonly PlacedRule[]): CellAnomaly[] => {
  const owners = ownersOf(sharesOf(rules))
  return rules.flatMap(({cell, columns, facts}) => {
    const {role} = facts
    const [own] = [...owners].flatMap(([endpoint, owner]) => (owner === role ? [endpoint] : []))
    if (own === undefined || endsOf(facts).some((endpoint) => owners.get(endpoint) === role)) return []
    return (['source', 'destination'] as const).flatMap((end) => {
      const id = facts[end]?.id ?? ''
      const owner = owners.get(id)
      if (owner === undefined) return []
      const message = `the ${end} is “${id}” here, an end of “${owner}” rules; “${role}” rules have “${own}”`
      return [{cell: `${cell}c${columns.indexOf(end) + 1}`, message}]
    })
  })
}

/** By role and endpoint: the share of the role's rules that have the endpoint; roles with few rules are there, too. */
const sharesOf = (
  rules: readonly PlacedRule[],
): Map<string, {count: number; shares: Map<string, number>}> => {
  const byRole = Map.groupBy(rules, ({facts}) => facts.role)
  const roles = [...byRole].flatMap(([role, group]) => (role === null ? [] : [{role, group}]))
  return new Map(
    roles.map(({role, group}) => {
      const shares = new Map<string, number>()
      for (const endpoint of group.flatMap(({facts}) => endsOf(facts)))
        shares.set(endpoint, (shares.get(endpoint) ?? 0) + 1 / group.length)
      return [role, {count: group.length, shares}]
    }),
  )
}

/** Endpoints that are one role's own, with that role. */
const ownersOf = (roles: ReturnType<typeof sharesOf>): Map<string, string> =>
  new Map(
    [...roles].flatMap(([role, {count, shares}]) =>
      [...shares]
        .filter(
          ([endpoint, share]) =>
            count >= ENOUGH &&
            share >= OWN &&
            [...roles].every(
              ([other, its]) => other === role || (its.shares.get(endpoint) ?? 0) <= NEXT_TO_NONE,
            ),
        )
        .map(([endpoint]) => [endpoint, role] as const),
    ),
  )

const endsOf = ({source, destination}: Facts): string[] => [
  ...new Set([source, destination].flatMap((end) => (end === null ? [] : [end.id]))),
]
