/**
 * Reads rules of the Windows firewall as JSON: each `Get-NetFirewallRule` with its port and address filters, and the profiles.
 *
 * Source: Microsoft, “Get-NetFirewallRule”, “New-NetFirewallRule”. A rule that blocks comes before all that allow.
 */

import {z} from 'zod'
import type {Behind, ConfigFile, Device, DeviceRule, Line} from '../device.ts'
import {isIcmp, onlyIcmpTypes} from '../icmp-types.ts'
import {
  everything,
  type Match,
  onlyAddresses,
  onlyIn,
  readAll,
  readNetworks,
  readPortSet,
  readProtocol,
  unsure,
} from '../match.ts'
import {readJson} from './json-lines.ts'
import {listDevice, listOf, type RuleList} from './rule-list.ts'

export const isWindowsRules = (text: string): boolean =>
  /"Direction"\s*:/.test(text) && /"(?:DisplayName|Enabled)"\s*:/.test(text)

const valueSchema = z.union([z.string(), z.int(), z.boolean()])
const listSchema = z.union([valueSchema, z.array(valueSchema)]).nullish()

const ruleSchema = z.object({
  Name: z.string().nullish(),
  DisplayName: z.string().nullish(),
  Enabled: valueSchema,
  Direction: valueSchema,
  Action: valueSchema,
  Profile: valueSchema.nullish(),
  Protocol: valueSchema.nullish(),
  IcmpType: listSchema,
  LocalPort: listSchema,
  RemotePort: listSchema,
  LocalAddress: listSchema,
  RemoteAddress: listSchema,
  Program: z.string().nullish(),
  Service: z.string().nullish(),
  Package: z.string().nullish(),
  InterfaceAlias: listSchema,
  InterfaceType: valueSchema.nullish(),
  Authentication: valueSchema.nullish(),
  LocalUser: z.string().nullish(),
  RemoteUser: z.string().nullish(),
  RemoteMachine: z.string().nullish(),
})
type Rule = z.infer<typeof ruleSchema>

const profileSchema = z.object({
  Name: z.string(),
  Enabled: valueSchema,
  DefaultInboundAction: valueSchema,
  DefaultOutboundAction: valueSchema,
})
const fileSchema = z.object({
  Rules: z.union([z.array(ruleSchema), ruleSchema.transform((rule) => [rule])]),
  Profiles: z.union([z.array(profileSchema), profileSchema.transform((one) => [one])]).optional(),
})

/** @throws {SyntaxError} when it has another shape */
export function readWindowsRules(files: readonly ConfigFile[], _behind: readonly Behind[]): Device {
  const [file, more] = files
  if (file === undefined || more !== undefined) throw new SyntaxError('expected one file with all rules')
  const json = readJson(file)
  const isPlain = Array.isArray(json.value) || ruleSchema.safeParse(json.value).success
  const parsed = fileSchema.safeParse(isPlain ? {Rules: json.value} : json.value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new SyntaxError(`unexpected shape at ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const {Rules, Profiles} = parsed.data
  const base = isPlain ? [] : ['Rules']
  const placed = Rules.map((rule, at) => ({rule, line: json.line([...base, at], said(rule))})).filter(
    ({rule}) => isOneOf(rule.Enabled, 'true', '1'),
  )
  const list = (way: 'in' | 'out'): RuleList => {
    const own = placed.filter(({rule}) =>
      isOneOf(rule.Direction, ...(way === 'in' ? ['inbound', '1'] : ['outbound', '2'])),
    )
    const rules = own.map(({rule, line}) => deviceRule(rule, way, line))
    return {
      // Whatever their order, those that block win.
      rules: [
        ...rules.filter(({action}) => action.do !== 'allow'),
        ...rules.filter(({action}) => action.do === 'allow'),
      ],
      ...defaultOf(Profiles, way),
      line: json.line(['Profiles'], `the default for ${way === 'in' ? 'inbound' : 'outbound'} connections`),
    }
  }
  return listDevice({in: list('in'), out: list('out')})
}

const isOneOf = (value: unknown, ...texts: string[]): boolean => texts.includes(String(value).toLowerCase())

const said = ({DisplayName, Name}: Rule): string => DisplayName ?? Name ?? '?'

/** NotConfigured blocks what comes in and lets out what goes out; profiles that differ leave it open. */
function defaultOf(
  profiles: z.infer<typeof profileSchema>[] | undefined,
  way: 'in' | 'out',
): Pick<RuleList, 'otherwise' | 'why'> {
  if (profiles === undefined)
    return {otherwise: 'unknown', why: 'the profiles with their defaults are not listed'}
  const found = profiles.map(({Enabled, DefaultInboundAction, DefaultOutboundAction}) => {
    if (!isOneOf(Enabled, 'true', '1')) return 'allow'
    const action = way === 'in' ? DefaultInboundAction : DefaultOutboundAction
    if (isOneOf(action, 'notconfigured', '0')) return way === 'in' ? 'deny' : 'allow'
    return isOneOf(action, 'allow', '2') ? 'allow' : isOneOf(action, 'block', '4') ? 'deny' : 'unknown'
  })
  const [first = 'unknown', ...others] = found
  return others.every((each) => each === first) && first !== 'unknown'
    ? {otherwise: first}
    : {otherwise: 'unknown', why: 'the profiles have different defaults'}
}

function deviceRule(rule: Rule, way: 'in' | 'out', line: Line): DeviceRule {
  const isInbound = way === 'in'
  let match = protocolMatched(everything(['v4', 'v6']), rule)
  match = portsMatched(match, isInbound ? 'ports' : 'sourcePorts', rule.LocalPort, 'LocalPort')
  match = portsMatched(match, isInbound ? 'sourcePorts' : 'ports', rule.RemotePort, 'RemotePort')
  match = addressesMatched(match, isInbound ? 'destinations' : 'sources', rule.LocalAddress, 'LocalAddress')
  match = addressesMatched(match, isInbound ? 'sources' : 'destinations', rule.RemoteAddress, 'RemoteAddress')
  match = conditions(rule).reduce<Match>(unsure, match)
  const action = isOneOf(rule.Action, 'allow', '2')
    ? 'allow'
    : isOneOf(rule.Action, 'block', '4')
      ? 'deny'
      : 'unknown'
  return {regions: match.regions, unsure: match.unsure, action: {do: action}, line}
}

function protocolMatched(match: Match, {Protocol, IcmpType}: Rule): Match {
  if (Protocol == null) return unsure(match, 'its protocol is not listed: add Get-NetFirewallPortFilter')
  if (isOneOf(Protocol, 'any')) return match
  const number = readProtocol(String(Protocol))
  if (number === null) return unsure(match, `the protocol ${Protocol} is not told`)
  const own = onlyIn(match, 'protocols', [[number, number + 1]])
  const types = textsOf(IcmpType)
  if (!isIcmp(number) || types.some((text) => isOneOf(text, 'any'))) return own
  return types.length === 0
    ? unsure(own, 'its IcmpType is not listed')
    : onlyIcmpTypes(
        own,
        number,
        types.map((text) => text.replace(/:(?:any|\*)$/i, '')),
      )
}

type List = z.infer<typeof listSchema>

const textsOf = (list: List): string[] =>
  listOf([list ?? []].flat().map(String))
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')

function portsMatched(match: Match, side: 'ports' | 'sourcePorts', list: List, name: string): Match {
  const texts = textsOf(list)
  if (texts.some((text) => isOneOf(text, 'any'))) return match
  const isPortless = match.regions.every(({protocols}) =>
    protocols.every(([from]) => from !== 6 && from !== 17),
  )
  if (texts.length === 0) return isPortless ? match : unsure(match, `its ${name} is not listed`)
  const set = readAll(texts, (text) => readPortSet(text, ''))
  return set === null ? unsure(match, `${name} ${texts.join(',')} is not told`) : onlyIn(match, side, set)
}

function addressesMatched(match: Match, side: 'sources' | 'destinations', list: List, name: string): Match {
  const texts = textsOf(list)
  if (texts.some((text) => isOneOf(text, 'any'))) return match
  const set = texts.length === 0 ? null : readNetworks(texts)
  if (set !== null) return onlyAddresses(match, side, set)
  return unsure(
    match,
    texts.length === 0 ? `its ${name} is not listed` : `${name} ${texts.join(',')} is not told`,
  )
}

/** What binds a rule to more than addresses and ports. */
function conditions(rule: Rule): string[] {
  const isBound = (value: unknown): boolean => value != null && value !== '' && !isOneOf(value, 'any')
  const bound = [
    ['Program', rule.Program],
    ['Service', rule.Service],
    ['Package', rule.Package],
    ['InterfaceType', isOneOf(rule.InterfaceType, '0') ? null : rule.InterfaceType],
    ['InterfaceAlias', textsOf(rule.InterfaceAlias).find((text) => !isOneOf(text, 'any'))],
    ['Authentication', isOneOf(rule.Authentication, 'notrequired', '0') ? null : rule.Authentication],
    ['LocalUser', rule.LocalUser],
    ['RemoteUser', rule.RemoteUser],
    ['RemoteMachine', rule.RemoteMachine],
  ] as const
  const profile = rule.Profile
  const isEveryProfile =
    profile == null ||
    isOneOf(profile, 'any', '0', '7', '2147483647') ||
    ['domain', 'private', 'public'].every((each) => String(profile).toLowerCase().includes(each))
  return [
    ...bound
      .filter(([, value]) => isBound(value))
      .map(([name, value]) => `it is for ${name} ${String(value)} only`),
    ...(isEveryProfile ? [] : [`it is for the profile ${String(profile)} only`]),
    ...(profile == null ? ['its Profile is not listed'] : []),
  ]
}
