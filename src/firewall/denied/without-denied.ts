/**
 * Takes out of rules what other rules deny, for targets that can only allow. Denied ports are cut where a denial is of
 * all that a rule opens; where it is of a part of its ends, no rule of such a target can say the rest, and it is left out.
 */
import {subtractRanges} from '../../facts/ports/ranges.ts'
import {readAddresses, union} from '../audit/address-sets.ts'
import {common, without} from '../audit/interval.ts'
import type {PlanEnd, PlanRule} from '../export-types.ts'
import {ipOf, type PlanTransport} from '../ip-transport.ts'

/** How a denial meets what a rule allows: it is of all of it, of a part of it (or that can't be told), or of something else. */
type Meeting = 'all' | 'part' | 'apart'

export function withoutDenied(
  rules: readonly PlanRule[],
  denials: readonly PlanRule[],
): {kept: PlanRule[]; left: PlanRule[]} {
  const kept: PlanRule[] = []
  const left: PlanRule[] = []
  for (const rule of rules) {
    const met = denials.map((denial) => ({denial, how: meetingOf(denial, rule)}))
    const cut = met.reduce<PlanRule | null>(
      (rest, {denial, how}) => (rest === null || how !== 'all' ? rest : cutPorts(rest, denial)),
      rule,
    )
    const isContested =
      cut === null || met.some(({denial, how}) => how === 'part' && cutPorts(cut, denial) !== cut)
    if (isContested) left.push(rule)
    else kept.push(cut)
  }
  return {kept, left}
}

/** The permits of a list of which its denials, asked before them, leave nothing. */
export function stoppedOf(rules: readonly PlanRule[]): PlanRule[] {
  const denials = rules.filter(({action}) => action === 'deny')
  return rules.filter((rule) => {
    if (rule.action === 'deny') return false
    const over = denials.filter(
      (denial) => denial.direction === rule.direction && meetingOf(denial, rule) === 'all',
    )
    return over.reduce<PlanRule | null>((rest, denial) => rest && cutPorts(rest, denial), rule) === null
  })
}

/** Null where nothing is left; the rule itself where they have no port in common. */
function cutPorts(rule: PlanRule, {ports: denied, transport}: PlanRule): PlanRule | null {
  if (ipOf(rule.transport) !== null || transport === 'ip') return null
  const ports = subtractRanges(rule.ports, denied)
  if (ports.length === 0) return null
  return JSON.stringify(ports) === JSON.stringify(rule.ports) ? rule : {...rule, ports}
}

function meetingOf(denial: PlanRule, rule: PlanRule): Meeting {
  if (denial.family !== null && rule.family !== null && denial.family !== rule.family) return 'apart'
  const meetings = [
    transportMeeting(denial.transport, rule.transport),
    endMeeting(denial.source, rule.source),
    endMeeting(denial.destination, rule.destination),
  ]
  if (meetings.includes('apart')) return 'apart'
  // A target that can't deny doesn't tell from which ports either.
  return denial.sourcePorts.length > 0 || meetings.includes('part') ? 'part' : 'all'
}

function transportMeeting(denied: PlanTransport, allowed: PlanTransport): Meeting {
  if (denied === allowed || denied === 'ip') return 'all'
  const [stopped, opened] = [ipOf(denied), ipOf(allowed)]
  if (stopped === null || opened === null || stopped.number !== opened.number) return 'apart'
  if (stopped.icmpType === null) return 'all'
  return opened.icmpType === null ? 'part' : 'apart'
}

/** Ends of different names are different machines, unless their addresses say more. */
function endMeeting(denied: PlanEnd, allowed: PlanEnd): Meeting {
  if (denied.key === allowed.key || isAnybody(denied)) return 'all'
  if (isAnybody(allowed)) return 'part'
  if (denied.kind === 'addresses' && allowed.kind === 'addresses')
    return addressMeeting(denied.addresses, allowed.addresses)
  const [base, own] = [baseOf(denied), baseOf(allowed)]
  if (base === own) return denied.key === base ? 'all' : 'part'
  const isNetwork = [denied, allowed].some(
    (end) => end.kind === 'addresses' && end.addresses.some((address) => address.includes('/')),
  )
  return isNetwork ? 'part' : 'apart'
}

/** Every address, or an end of which neither the document nor the reader tells whose it is. */
const isAnybody = ({kind, key}: PlanEnd): boolean =>
  kind === 'any' || (kind === 'variable' && (key === 'any' || anybodyRE.test(key)))

const anybodyRE = /^(?:any|unstated):/

/** Without its qualifiers. */
const baseOf = ({key}: PlanEnd): string => key.split('+')[0] ?? key

function addressMeeting(denied: readonly string[], allowed: readonly string[]): Meeting {
  const [stopped, opened] = [denied, allowed].map((texts) => {
    const sets = texts.map(readAddresses)
    return sets.includes(null) ? null : union(sets.filter((set) => set !== null))
  })
  // What a name stands for can't be told.
  if (!stopped || !opened) return 'part'
  const families = ['v4', 'v6'] as const
  if (families.every((family) => without(opened[family], stopped[family]).length === 0)) return 'all'
  return families.some((family) => common(opened[family], stopped[family]).length > 0) ? 'part' : 'apart'
}
