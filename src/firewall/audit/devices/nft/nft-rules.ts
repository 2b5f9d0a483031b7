/**
 * What the rules of nftables match and do, whether they were read from its text or its JSON.
 *
 * Source: nft(8). Asked is what happens to the first packet of a connection: `ct state established` matches none, and of the
 * TCP flags only SYN is set.
 */
import {lookUp} from '../../../../text/look-up.ts'
import type {Direction, Family} from '../../../export-types.ts'
import type {Action, Behind, Device, DeviceRule, Stage} from '../../device.ts'
import {everything, type Match, unsure} from '../../match.ts'
import {type Context, matched, narrowed} from './nft-conditions.ts'
import {chainKey, type NftRule, type NftRuleset} from './nft-ruleset.ts'

const waysOfHooks: Readonly<Record<string, readonly Direction[]>> = {
  ingress: ['forward', 'in'],
  prerouting: ['forward', 'in'],
  forward: ['forward'],
  input: ['in'],
  output: ['out'],
  postrouting: ['forward', 'out'],
  egress: ['forward', 'out'],
}
const hookOrder = Object.keys(waysOfHooks)

export function nftDevice(ruleset: NftRuleset, behind: readonly Behind[]): Device {
  const context: Context = {ruleset, behind}
  const chains = new Map<string, DeviceRule[]>(
    ruleset.chains.map(({table, name}) => [chainKey(table, name), []]),
  )
  for (const rule of ruleset.rules)
    chains.get(chainKey(rule.table, rule.chain))?.push(...deviceRules(rule, context))
  const based = ruleset.chains
    .filter(({hook}) => hook !== null)
    .toSorted(
      (a, b) => hookOrder.indexOf(a.hook ?? '') - hookOrder.indexOf(b.hook ?? '') || a.priority - b.priority,
    )
  const stagesOf = (way: Direction): Stage[] => {
    const own = based.filter(({hook}) => lookUp(waysOfHooks, hook ?? '')?.includes(way))
    // A machine that only guards itself doesn't say that it forwards.
    const judged = own
      .filter(({hook, table}) => hook === judging[way] && familiesOf(table).length > 0)
      .flatMap(({table}) => familiesOf(table))
    return own.map(({table, name, policy, line}) => ({
      chain: chainKey(table, name),
      families: familiesOf(table).filter((family) => judged.includes(family)),
      otherwise: policy,
      line,
    }))
  }
  return {
    chains,
    stages: {forward: stagesOf('forward'), in: stagesOf('in'), out: stagesOf('out')},
    notes: ruleset.notes,
  }
}

const judging: Readonly<Record<Direction, string>> = {forward: 'forward', in: 'input', out: 'output'}

/** A table of a family sees its packets only; what passes the others is a part of both. */
const familiesOf = (table: string): readonly Family[] =>
  table.startsWith('ip ') ? ['v4'] : table.startsWith('ip6 ') ? ['v6'] : ['v4', 'v6']

function deviceRules({table, line, expressions}: NftRule, context: Context): DeviceRule[] {
  const [family = ''] = table.split(' ')
  let match = everything(familiesOf(table))
  if (family === 'netdev' || family === 'bridge')
    match = unsure(match, `it is not told what passes the ${family} table`)
  const rules: DeviceRule[] = []
  const add = ({regions, unsure: why}: Match, action: Action): void => {
    if (regions.length > 0) rules.push({regions, action: inTable(action, table), unsure: why, line})
  }
  for (const expression of expressions) {
    if (expression.kind === 'action') {
      add(match, expression.action)
      break
    }
    if (expression.kind === 'map') {
      const entries =
        expression.map === undefined
          ? expression.entries
          : context.ruleset.maps.get(chainKey(table, expression.map))
      if (entries === undefined)
        add(unsure(match, `the map ${expression.map} is not listed`), {do: 'unknown'})
      for (const [, same] of Map.groupBy(entries ?? [], ({action}) => JSON.stringify(action))) {
        const [first] = same
        const members = same.map((entry) => entry.members)
        if (first !== undefined)
          add(matched(match, {keys: expression.keys, negated: false, members}, context), first.action)
      }
    } else match = narrowed(match, expression, table, context)
  }
  return rules
}

const inTable = (action: Action, table: string): Action =>
  'chain' in action ? {...action, chain: chainKey(table, action.chain)} : action
