/**
 * Reads what `az network nsg show` prints, and templates with a network security group.
 *
 * Source: Azure, “Network security groups”: rules by priority for each direction, behind them the default rules.
 */

import {z} from 'zod'
import {MAX_PORT} from '../../../model/max-port.ts'
import type {Behind, ConfigFile, Device, DeviceRule, Line} from '../device.ts'
import {
  everything,
  type Match,
  onlyAddresses,
  onlyBehind,
  onlyIn,
  readAll,
  readNetworks,
  readPortSet,
  readProtocol,
  unsure,
} from '../match.ts'
import {portProtocols} from '../region.ts'
import {type JsonFile, readJson} from './json-lines.ts'
import {listDevice, listOf, type RuleList} from './rule-list.ts'

export const isAzureNsg = (text: string): boolean => /"(?:securityRules|defaultSecurityRules)"\s*:/.test(text)

const textsSchema = z.union([z.string(), z.array(z.string())]).nullish()
const groupsSchema = z.array(z.unknown()).nullish()

const propertiesSchema = z.object({
  priority: z.int().min(1).max(MAX_PORT),
  direction: z.enum(['Inbound', 'Outbound']),
  access: z.enum(['Allow', 'Deny']),
  protocol: z.string(),
  sourcePortRange: textsSchema,
  sourcePortRanges: textsSchema,
  destinationPortRange: textsSchema,
  destinationPortRanges: textsSchema,
  sourceAddressPrefix: textsSchema,
  sourceAddressPrefixes: textsSchema,
  destinationAddressPrefix: textsSchema,
  destinationAddressPrefixes: textsSchema,
  sourceApplicationSecurityGroups: groupsSchema,
  destinationApplicationSecurityGroups: groupsSchema,
})
type Properties = z.infer<typeof propertiesSchema>

const ruleSchema = z.union([
  z.object({name: z.string().default('?'), properties: propertiesSchema}),
  propertiesSchema
    .extend({name: z.string().default('?')})
    .transform((rule) => ({name: rule.name, properties: rule})),
])
const groupSchema = z.object({
  name: z.string().default('?'),
  securityRules: z.array(ruleSchema),
  defaultSecurityRules: z.array(ruleSchema).nullish(),
})
const templateSchema = z.object({
  resources: z.array(z.object({type: z.string().optional(), properties: z.unknown()})),
})

/** @throws {SyntaxError} when it holds no group, several, or a rule of another shape */
export function readAzureNsg(files: readonly ConfigFile[], behind: readonly Behind[]): Device {
  const groups = files.flatMap((file) => {
    const json = readJson(file)
    return groupsOf(json.value).map((group) => ({...group, json}))
  })
  const [group] = groups
  if (group === undefined) throw new SyntaxError('it holds no network security group')
  if (groups.length > 1)
    throw new SyntaxError(
      `it holds ${groups.length} network security groups: give the one that is asked about`,
    )
  const {value, path, json} = group
  const parsed = groupSchema.safeParse(value)
  if (!parsed.success) throw new SyntaxError(issueText(parsed.error))
  const {securityRules, defaultSecurityRules} = parsed.data
  const own = placed(securityRules, [...path, 'securityRules'], json)
  const last =
    defaultSecurityRules == null || defaultSecurityRules.length === 0
      ? defaults(json)
      : placed(defaultSecurityRules, [...path, 'defaultSecurityRules'], json)
  const rules = [...own, ...last].toSorted((a, b) => a.properties.priority - b.properties.priority)
  const list = (direction: 'Inbound' | 'Outbound'): RuleList => ({
    rules: rules
      .filter(({properties}) => properties.direction === direction)
      .map((rule) => deviceRule(rule, behind)),
    otherwise: 'deny',
    line: json.line(path, 'what no rule allows'),
  })
  return listDevice({in: list('Inbound'), out: list('Outbound')})
}

const issueText = ({issues: [issue]}: z.ZodError): string =>
  `unexpected shape at ${issue?.path.join('.') ?? 'its start'}: ${issue?.message ?? ''}`

/** The group itself, a list of groups, or the resources of a template. */
function groupsOf(value: unknown): {value: unknown; path: (string | number)[]}[] {
  const template = templateSchema.safeParse(value)
  if (template.success)
    return template.data.resources.flatMap(({type = '', properties}, at) =>
      type.endsWith('/networkSecurityGroups') || type === ''
        ? [{value: properties, path: ['resources', at, 'properties']}]
        : [],
    )
  if (Array.isArray(value)) return value.map((each: unknown, at) => ({value: each, path: [at]}))
  const nested = z.object({properties: z.object({securityRules: z.array(z.unknown())})}).safeParse(value)
  return [nested.success ? {value: nested.data.properties, path: ['properties']} : {value, path: []}]
}

interface Placed {
  properties: Properties
  line: Line
}

const placed = (
  rules: readonly {name: string; properties: Properties}[],
  path: readonly (string | number)[],
  json: JsonFile,
): Placed[] =>
  rules.map(({name, properties}, at) => ({
    properties,
    line: json.line([...path, at], `${name} (priority ${properties.priority})`),
  }))

/** Those that every group has, where the file doesn't list them. */
function defaults(json: JsonFile): Placed[] {
  const rule = (
    name: string,
    priority: number,
    direction: Properties['direction'],
    [source, destination, access]: [string, string, Properties['access']],
  ): Placed => ({
    properties: {
      priority,
      direction,
      access,
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: source,
      destinationAddressPrefix: destination,
    },
    line: json.line([], `${name} (a default rule, priority ${priority})`),
  })
  return [
    rule('AllowVnetInBound', 65000, 'Inbound', ['VirtualNetwork', 'VirtualNetwork', 'Allow']),
    rule('AllowAzureLoadBalancerInBound', 65001, 'Inbound', ['AzureLoadBalancer', '*', 'Allow']),
    rule('DenyAllInBound', 65500, 'Inbound', ['*', '*', 'Deny']),
    rule('AllowVnetOutBound', 65000, 'Outbound', ['VirtualNetwork', 'VirtualNetwork', 'Allow']),
    rule('AllowInternetOutBound', 65001, 'Outbound', ['*', 'Internet', 'Allow']),
    rule('DenyAllOutBound', 65500, 'Outbound', ['*', '*', 'Deny']),
  ]
}

function deviceRule({properties: rule, line}: Placed, behind: readonly Behind[]): DeviceRule {
  let match = everything(['v4', 'v6'])
  if (rule.protocol !== '*') {
    const number = readProtocol(rule.protocol)
    match =
      number === null
        ? unsure(match, `the protocol ${rule.protocol} is not told`)
        : onlyIn(match, 'protocols', [[number, number + 1]])
  }
  match = portsMatched(match, 'sourcePorts', [
    ...listOf(rule.sourcePortRange),
    ...listOf(rule.sourcePortRanges),
  ])
  match = portsMatched(match, 'ports', [
    ...listOf(rule.destinationPortRange),
    ...listOf(rule.destinationPortRanges),
  ])
  match = endMatched(
    match,
    'sources',
    rule.sourceApplicationSecurityGroups,
    [...listOf(rule.sourceAddressPrefix), ...listOf(rule.sourceAddressPrefixes)],
    behind,
  )
  match = endMatched(
    match,
    'destinations',
    rule.destinationApplicationSecurityGroups,
    [...listOf(rule.destinationAddressPrefix), ...listOf(rule.destinationAddressPrefixes)],
    behind,
  )
  return {
    regions: match.regions,
    unsure: match.unsure,
    action: {do: rule.access === 'Allow' ? 'allow' : 'deny'},
    line,
  }
}

function portsMatched(match: Match, side: 'ports' | 'sourcePorts', written: readonly string[]): Match {
  const texts = written.filter((text) => text !== '')
  if (texts.includes('*')) return match
  const set = texts.length === 0 ? null : readAll(texts, (text) => readPortSet(text, ''))
  return set === null
    ? unsure(match, `the ports ${texts.join(',')} are not told`)
    : onlyIn(onlyIn(match, 'protocols', portProtocols), side, set)
}

/** From where Azure asks whether machines are alive: the one tag whose address is the same everywhere. */
const probeAddress = '168.63.129.16'
const tagRE = /^[a-z][a-z0-9.]*$/i

/** Service tags and groups of machines stand for addresses that the configuration doesn't list. */
function endMatched(
  match: Match,
  side: 'sources' | 'destinations',
  groups: readonly unknown[] | null | undefined,
  written: readonly string[],
  behind: readonly Behind[],
): Match {
  if ((groups ?? []).length > 0)
    return unsure(match, 'the addresses of an application security group are not listed')
  const texts = written
    .filter((text) => text !== '')
    .map((text) => (text === 'AzureLoadBalancer' ? probeAddress : text))
  if (texts.some((text) => ['*', 'any'].includes(text.toLowerCase()))) return match
  if (texts.length > 0 && texts.every((text) => tagRE.test(text)))
    return onlyBehind(match, side, texts, {behind})
  const set = texts.length === 0 ? null : readNetworks(texts)
  return set === null
    ? unsure(match, `the addresses of ${texts.join(', ')} are not listed`)
    : onlyAddresses(match, side, set)
}
