/**
 * Reads the security policy of PAN-OS as set commands (`set cli config-output-format set`, `show`).
 *
 * Source: Palo Alto Networks, “PAN-OS CLI Quick Start”, and the reference of security policy rules. Zones are told apart by
 * what lies behind them; applications, users and schedules can't be told by addresses and ports.
 */
import {lookUp} from '../../../../text/look-up.ts'
import {type AddressSets, complement, readAddresses} from '../../address-sets.ts'
import type {Action, Behind, ConfigFile, Device, DeviceRule, Line} from '../../device.ts'
import {everything, type Match, onlyAddresses, onlyBehind, unsure} from '../../match.ts'
import {type Objects, onlyServices, resolve, resolveAddresses, type Service} from '../objects.ts'
import {listDevice} from '../rule-list.ts'
import {predefined, readAddress, readService} from './panos-objects.ts'

export const isPanosSet = (text: string): boolean =>
  /^\s*set (?:.* )?(?:pre-|post-)?rulebase security rules /m.test(text)

const wordRE = /"((?:[^"\\]|\\.)*)"|(\[|\])|([^\s"[\]]+)/g

interface Rule {
  name: string
  line: Line
  settings: Map<string, string[]>
}

interface Read {
  addresses: Map<string, AddressSets | null>
  addressGroups: Map<string, string[]>
  services: Map<string, Service | null>
  serviceGroups: Map<string, string[]>
  rules: Map<string, Rule>
  /** Where rules stand: `rulebase`, `vsys vsys1 rulebase`; several are several firewalls. */
  places: Set<string>
  /** Actions of the default rules, where they were changed. */
  defaults: Map<string, Action>
  /** Receivers are translated: then the zone is that of another address. */
  translates: boolean
}

const ruleRE = /^(.*?)\b(pre-rulebase|rulebase|post-rulebase) security rules$/

/** @throws {SyntaxError} for commands that change the order, and for rules of several firewalls */
export function readPanosSet(files: readonly ConfigFile[], behind: readonly Behind[]): Device {
  const read: Read = {
    addresses: new Map(),
    addressGroups: new Map(),
    services: new Map(predefined),
    serviceGroups: new Map(),
    rules: new Map(),
    places: new Set(),
    defaults: new Map(),
    translates: false,
  }
  let first: Line | null = null
  for (const file of files)
    for (const [at, text] of file.text.split('\n').entries()) {
      const line: Line = {path: file.path, line: at + 1, text: text.trim()}
      const words = [...line.text.matchAll(wordRE)].map(
        ([, quoted, bracket, plain = '']) => quoted ?? bracket ?? plain,
      )
      if (words[0] === 'set') readSet(read, words.slice(1), line)
      else if (
        ['move', 'delete', 'rename', 'copy'].includes(words[0] ?? '') &&
        line.text.includes(' security ')
      )
        throw new SyntaxError(
          `line ${at + 1}: “${words[0]}” changes rules that are listed: give what “show” prints`,
        )
      first ??= line
    }
  if (read.places.size > 1)
    throw new SyntaxError(
      `it holds the rules of several firewalls (${[...read.places].join(', ')}): give those of one`,
    )
  const rank = (key: string): number => (key.startsWith('pre-') ? 0 : key.startsWith('post-') ? 2 : 1)
  const ordered = [...read.rules].toSorted(([a], [b]) => rank(a) - rank(b)).map(([, rule]) => rule)
  const rules = ordered.flatMap((rule) => deviceRule(rule, read, behind))
  const line = {...(first ?? {path: '', line: 1}), text: 'what no rule is for'}
  const otherwise = defaultOf(read, behind)
  return listDevice({forward: {rules: [...rules, ...intrazone(read, behind, line)], ...otherwise, line}})
}

/** Inside of a zone, traffic passes by default. */
const intrazone = ({defaults}: Read, behind: readonly Behind[], line: Line): DeviceRule[] =>
  behind.map(({name}) => ({
    ...onlyBehind(onlyBehind(everything(['v4', 'v6']), 'sources', [name], {behind}), 'destinations', [name], {
      behind,
    }),
    action: defaults.get('intrazone-default') ?? {do: 'allow'},
    line: {...line, text: `intrazone-default of ${name}`},
  }))

/** Where it isn't told which zone lies before which addresses, both ends may lie in the same. */
function defaultOf(
  {defaults}: Read,
  behind: readonly Behind[],
): {otherwise: 'allow' | 'deny' | 'unknown'; why?: string} {
  const {do: action} = defaults.get('interzone-default') ?? {do: 'deny'}
  const isTold = behind.some(({networks}) => networks.length === 0)
  if (isTold && (action === 'allow' || action === 'deny')) return {otherwise: action}
  return {
    otherwise: 'unknown',
    why: 'whether both ends lie in one zone, where traffic passes by default, is not told: say what lies behind each zone with --behind, one of them “any”',
  }
}

/** A list in brackets is one value after the other. */
const plainOf = (words: readonly string[]): string[] => words.filter((word) => word !== '[' && word !== ']')

function readSet(read: Read, words: readonly string[], line: Line): void {
  const fixed = words.indexOf('default-security-rules')
  if (fixed >= 0) {
    const [, name = '', setting, action = ''] = words.slice(fixed + 1)
    if (setting === 'action') read.defaults.set(name, actionOf(action))
    return
  }
  if (words.includes('nat') && words.some((word) => word.endsWith('destination-translation')))
    read.translates = true
  const at = words.findIndex((word, index) => word === 'rules' && words[index - 1] === 'security')
  const [, place = '', rulebase = ''] = ruleRE.exec(words.slice(0, at + 1).join(' ')) ?? []
  if (rulebase !== '') {
    const [name = '', setting = '', ...values] = words.slice(at + 1)
    read.places.add(place.trim())
    const key = `${rulebase} ${name}`
    const rule = read.rules.get(key) ?? {name, line, settings: new Map<string, string[]>()}
    read.rules.set(key, rule)
    rule.settings.set(setting, [...(rule.settings.get(setting) ?? []), ...plainOf(values)])
    return
  }
  // Objects of one firewall, or shared by all: `set address NAME …`, `set shared address NAME …`, `set vsys vsys1 address …`.
  const kindAt = words.findIndex((word) =>
    ['address', 'address-group', 'service', 'service-group'].includes(word),
  )
  if (kindAt < 0 || kindAt > 2) return
  const [kind, name = '', setting = '', ...values] = words.slice(kindAt)
  const members = plainOf(values)
  const push = (groups: Map<string, string[]>, more: readonly string[]): unknown =>
    groups.set(name, [...(groups.get(name) ?? []), ...more])
  if (kind === 'address') readAddress(read, name, setting, members)
  else if (kind === 'service') readService(read, name, setting, members)
  else if (kind === 'address-group' && setting === 'static') push(read.addressGroups, members)
  else if (kind === 'address-group' && setting === 'dynamic') read.addresses.set(name, null)
  else if (kind === 'service-group' && setting === 'members') push(read.serviceGroups, members)
}

const actions: Readonly<Record<string, Action>> = {
  allow: {do: 'allow'},
  deny: {do: 'deny'},
  drop: {do: 'deny'},
  'reset-client': {do: 'deny'},
  'reset-server': {do: 'deny'},
  'reset-both': {do: 'deny'},
}

/** Settings that change nothing of what a rule is for. */
const quiet = [
  '',
  'action',
  'description',
  'tag',
  'group-tag',
  'log-start',
  'log-end',
  'log-setting',
  'profile-setting',
  'uuid',
  'qos',
  'option',
  'icmp-unreachable',
  'disabled',
  'from',
  'to',
  'source',
  'destination',
  'service',
  'application',
  'negate-source',
  'negate-destination',
  'rule-type',
]

/** Conditions that hold for everyone when they say any. */
const anyOnly = [
  'source-user',
  'category',
  'hip-profiles',
  'source-hip',
  'destination-hip',
  'source-imsi',
  'source-imei',
  'source-nw-slice',
]

function deviceRule({line, settings}: Rule, read: Read, behind: readonly Behind[]): DeviceRule[] {
  // A line that is cut off ends before its value.
  const values = (name: string): string[] => (settings.get(name) ?? []).filter((value) => value !== '')
  const isYes = (name: string): boolean => values(name)[0] === 'yes'
  if (isYes('disabled')) return []
  let match = everything(['v4', 'v6'])
  for (const [name, side] of [
    ['from', 'sources'],
    ['to', 'destinations'],
  ] as const)
    if (!values(name).includes('any')) match = zoneMatched(match, side, values(name), behind)
  for (const [name, side] of [
    ['source', 'sources'],
    ['destination', 'destinations'],
  ] as const)
    match = endMatched(match, side, values(name), isYes(`negate-${name}`), read)
  match = serviceMatched(match, values('service'), read)
  const applications = values('application')
  if (!applications.includes('any'))
    match = unsure(
      match,
      applications.length === 0
        ? 'its applications are not listed'
        : `it is for the application ${applications.join(', ')} only`,
    )
  for (const [name, own] of settings) {
    if (anyOnly.includes(name) ? !own.includes('any') : !quiet.includes(name))
      match = unsure(match, `“${name} ${own.join(' ')}” is not told`)
  }
  const type = values('rule-type')[0] ?? 'universal'
  if (type === 'intrazone') match = unsure(match, 'it is for traffic inside of one zone only')
  if (read.translates && !values('to').includes('any'))
    match = unsure(match, 'receivers are translated, and their zone is that of another address')
  const [action = ''] = values('action')
  return [{regions: match.regions, unsure: match.unsure, action: actionOf(action), line}]
}

const actionOf = (name: string): Action => lookUp(actions, name) ?? {do: 'unknown'}

const zoneMatched = (
  match: Match,
  side: 'sources' | 'destinations',
  zones: readonly string[],
  behind: readonly Behind[],
): Match =>
  zones.length === 0 ? unsure(match, 'its zones are not listed') : onlyBehind(match, side, zones, {behind})

function endMatched(
  match: Match,
  side: 'sources' | 'destinations',
  names: readonly string[],
  negated: boolean,
  {addresses, addressGroups}: Read,
): Match {
  if (names.length === 0) return unsure(match, `its ${side} are not listed`)
  if (names.includes('any')) return negated ? {...match, regions: []} : match
  const objects: Objects<AddressSets> = {values: addresses, groups: addressGroups}
  const {set, missing} = resolveAddresses(names, objects, readAddresses)
  return missing.length > 0
    ? unsure(match, `the addresses of ${missing.join(', ')} are not listed`)
    : onlyAddresses(match, side, negated ? complement(set) : set)
}

function serviceMatched(match: Match, names: readonly string[], {services, serviceGroups}: Read): Match {
  if (names.includes('any')) return match
  const {found, missing} = resolve(names, {values: services, groups: serviceGroups}, () => null)
  if (names.length === 0 || missing.length > 0)
    return unsure(match, `the ports of ${missing.join(', ') || 'its services'} are not listed`)
  return onlyServices(match, found)
}
